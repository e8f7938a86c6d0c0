using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates a client application.</summary>
/// <remarks>
/// <para>The server assigns the client ID and the client secret. Without <c>-ClientType</c> and <c>-TokenAuthMethod</c>, the client is PUBLIC and authenticates with NONE.</para>
/// <para>You can start from a whole client: pipe one from Get-AuthleteClient, its JSON text or a dictionary. The cmdlet omits what only the server sets, such as the client ID and secret. The other parameters replace fields of the object.</para>
/// <para>The output contains the client secret. Keep it out of logs. With <c>-OutSecretName</c>, the secret goes into a SecretManagement vault instead. If the vault fails after the client was created, the error contains the client ID and the command that shows the secret.</para>
/// <para>Calls POST /client/create.</para>
/// </remarks>
/// <example>
/// <para>Create a confidential client.</para>
/// <code>
/// $parameters = @{
///     ClientName      = 'Web shop'
///     ClientType      = 'CONFIDENTIAL'
///     TokenAuthMethod = 'CLIENT_SECRET_BASIC'
///     GrantTypes      = 'AUTHORIZATION_CODE', 'REFRESH_TOKEN'
///     ResponseTypes   = 'CODE'
///     RedirectUris    = 'https://shop.example.com/callback'
/// }
/// New-AuthleteClient @parameters
/// </code>
/// </example>
/// <example>
/// <para>Create a client, and store its secret in a vault.</para>
/// <code>
/// New-AuthleteClient -ClientName 'Nightly job' -ClientType CONFIDENTIAL `
///     -TokenAuthMethod CLIENT_SECRET_BASIC -OutSecretName 'client-{ClientId}'
/// </code>
/// </example>
/// <example>
/// <para>Create a copy of a client.</para>
/// <code>
/// Get-AuthleteClient $clientId | New-AuthleteClient -ClientName 'Twin'
/// </code>
/// </example>
/// <example>
/// <para>Show what would be created.</para>
/// <code>
/// New-AuthleteClient -ClientName 'Phone app' -ClientType PUBLIC `
///     -PkceRequired $true -ClientNames @{ ja = '携帯アプリ' } -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, its JSON text, or a dictionary.</inputs>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="SetAuthleteClientCommand"/>
/// <seealso cref="RemoveAuthleteClientCommand"/>
/// <seealso cref="ResetAuthleteClientSecretCommand"/>
/// <seealso cref="RegisterAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso>about_Authlete_Credentials</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.New, "AuthleteClient", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "New-AuthleteClient.md")]
[OutputType(typeof(Client))]
public sealed class NewAuthleteClientCommand : ClientSettingsCmdlet
{
    /// <summary>The client to create: a client object, its JSON text, or a dictionary. Other parameters replace its fields.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The name of the SecretManagement entry in which to store the client ID and the new secret, as a PSCredential. The name can contain the placeholders <c>{ClientId}</c> and <c>{ClientName}</c>. The output then contains no secret.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? OutSecretName { get; set; }

    /// <summary>The SecretManagement vault in which to store the entry. By default, the default vault.</summary>
    [Parameter]
    [Alias("OutVaultName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    public string? OutVault { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Create(InputObject);

    private protected override SecretDestination? OpenDestination() =>
        SecretDestination.Open(SecretOwner.Client, VaultCommands, OutSecretName, OutVault);
}
