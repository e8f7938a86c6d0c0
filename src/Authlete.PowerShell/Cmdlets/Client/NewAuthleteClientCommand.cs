using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a client application.</summary>
/// <remarks>
/// <para>The server assigns the client ID and the client secret, and fills in defaults: without <c>-ClientType</c> and <c>-TokenAuthMethod</c>, a client is PUBLIC and authenticates with NONE. The output contains the secret: keep it out of logs. With <c>-OutSecretName</c>, the secret goes into a SecretManagement vault instead. If the vault fails after the client was created, the error has the client ID and says how to get the secret. Calls POST /client/create.</para>
/// <para><c>-InputObject</c> takes a whole client: one that Get-AuthleteClient wrote, its JSON text, or a dictionary. What only the server sets (client ID, secret, numbers, times) is left out. The other parameters replace its fields.</para>
/// </remarks>
/// <example>
/// <para>Register a confidential client.</para>
/// <code>
/// New-AuthleteClient -ClientName 'Web shop' -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC -GrantTypes AUTHORIZATION_CODE, REFRESH_TOKEN -ResponseTypes CODE -RedirectUris 'https://shop.example.com/callback'
/// </code>
/// </example>
/// <example>
/// <para>See what would happen.</para>
/// <code>
/// New-AuthleteClient -ClientName 'Phone app' -ClientType PUBLIC -PkceRequired $true -ClientNames @{ ja = '携帯アプリ' } -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Register a client like another one.</para>
/// <code>
/// Get-AuthleteClient $clientId | New-AuthleteClient -ClientName 'Twin'
/// </code>
/// </example>
/// <example>
/// <para>Put the secret into the default vault.</para>
/// <code>
/// New-AuthleteClient -ClientName 'Nightly job' -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC -OutSecretName 'client-{ClientId}'
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
    /// <summary>The client to create: an object, its JSON text, or a dictionary. The other parameters replace its fields.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The name of the SecretManagement entry to store the new secret in, as a PSCredential of the client ID and the secret. You can use <c>{ClientId}</c> and <c>{ClientName}</c> in the name. The output then contains no secret.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? OutSecretName { get; set; }

    /// <summary>The SecretManagement vault of the entry. By default, the default vault.</summary>
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
