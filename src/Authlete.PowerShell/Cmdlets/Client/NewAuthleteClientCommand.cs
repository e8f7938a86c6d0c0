using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a client application.</summary>
/// <remarks>
/// <para>POST /client/create. The server assigns the client id and the client secret and fills in defaults: without <c>-ClientType</c> and <c>-TokenAuthMethod</c> a client is PUBLIC and authenticates with NONE. The new client is written, its secret included: keep the output out of logs. With <c>-OutSecretName</c>, the secret goes into a vault of SecretManagement instead. If the vault fails after the client was created, the error has the client id and says how to get the secret.</para>
/// <para><c>-InputObject</c> takes a whole client: one that Get-AuthleteClient wrote, its JSON text, or a dictionary. What only the server sets (client id, secret, numbers, times) is left out, and the other parameters replace its fields.</para>
/// </remarks>
/// <example>
/// <para>Register a confidential client.</para>
/// <code>
/// New-AuthleteClient -ClientName 'Web shop' -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC -GrantTypes AUTHORIZATION_CODE, REFRESH_TOKEN -ResponseTypes CODE -RedirectUris 'https://shop.example.com/callback'
/// </code>
/// </example>
/// <example>
/// <para>See what would be done.</para>
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
/// <inputs type="Client">A client, its JSON text, or a dictionary.</inputs>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="SetAuthleteClientCommand"/>
/// <seealso cref="RemoveAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso>about_Authlete_Credentials</seealso>
[Cmdlet(VerbsCommon.New, "AuthleteClient", SupportsShouldProcess = true)]
[OutputType(typeof(Client))]
public sealed class NewAuthleteClientCommand : ClientSettingsCmdlet
{
    /// <summary>The client to create: an object, its JSON text, or a dictionary. The other parameters replace its fields.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The name of the SecretManagement entry that the new secret goes into, as a PSCredential of the client id and the secret. <c>{ClientId}</c> and <c>{ClientName}</c> in it stand for the client's own. The output then holds no secret.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? OutSecretName { get; set; }

    /// <summary>The SecretManagement vault of the entry; absent: the default one.</summary>
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
