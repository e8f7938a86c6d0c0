using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates a service.</summary>
/// <remarks>
/// <para>Requires the service owner's API key and secret. The server assigns the API key and the API secret, and fills in defaults: durations are 0 and flags are false if you don't specify them. The output contains the secret: keep it out of logs. With <c>-OutSecretName</c>, the secret goes into a SecretManagement vault instead. If the vault fails after the service was created, the error has the API key and says how to get the secret. Calls POST /service/create.</para>
/// <para><c>-InputObject</c> takes a whole service: one that Get-AuthleteService wrote, its JSON text, or a dictionary. What only the server sets (keys, numbers, times) is left out. The other parameters replace its fields.</para>
/// </remarks>
/// <example>
/// <para>Create a service.</para>
/// <code>
/// New-AuthleteService -ServiceName 'Shop' -Issuer 'https://shop.example.com' -SupportedGrantTypes AUTHORIZATION_CODE, REFRESH_TOKEN -SupportedResponseTypes CODE -AccessTokenDuration 3600
/// </code>
/// </example>
/// <example>
/// <para>Create a service like another one.</para>
/// <code>
/// $first = Get-AuthleteService -First 1
/// $first | New-AuthleteService -ServiceName 'Copy' -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Create a service from a file.</para>
/// <code>
/// New-AuthleteService -InputObject (Get-Content service.json -Raw)
/// </code>
/// </example>
/// <example>
/// <para>Put the secret into the default vault, and connect with it.</para>
/// <code>
/// $new = New-AuthleteService -ServiceName 'Shop 2' -Issuer 'https://shop2.example.com' -SupportedResponseTypes CODE -OutSecretName 'service-{ServiceApiKey}'
/// Get-AuthleteServiceConfiguration -SecretName $new.SecretName -BaseUri (Get-AuthleteConnection).BaseUri
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Service">A service, its JSON text, or a dictionary.</inputs>
/// <seealso cref="GetAuthleteServiceCommand"/>
/// <seealso cref="SetAuthleteServiceCommand"/>
/// <seealso cref="RemoveAuthleteServiceCommand"/>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso>about_Authlete_Credentials</seealso>
/// <seealso href="docs/credentials.md">Credentials</seealso>
[Cmdlet(VerbsCommon.New, "AuthleteService", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "New-AuthleteService.md")]
[OutputType(typeof(Service))]
public sealed class NewAuthleteServiceCommand : ServiceSettingsCmdlet
{
    /// <summary>The service to create: an object, its JSON text, or a dictionary. The other parameters replace its fields.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The name of the SecretManagement entry to store the new secret in, as a PSCredential of the API key and the secret. You can use <c>{ServiceApiKey}</c> and <c>{ServiceName}</c> in the name. The output then contains no secret.</summary>
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
        SecretDestination.Open(SecretOwner.Service, VaultCommands, OutSecretName, OutVault);

    private protected override object Decorate(Service item)
    {
        ServiceOrigin.Remember(item, ActiveConnection);
        return base.Decorate(item);
    }
}
