using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates a service.</summary>
/// <remarks>
/// <para>The server assigns the API key and the API secret. If you don't specify them, durations are 0 and flags are false. The cmdlet requires the service owner's credential.</para>
/// <para>You can start from a whole service: pipe one from Get-AuthleteService, its JSON text or a dictionary. The cmdlet omits what only the server sets, such as the API key and secret. The other parameters replace fields of the object.</para>
/// <para>The output contains the API secret. Keep it out of logs. With <c>-OutSecretName</c>, the secret goes into a SecretManagement vault instead. If the vault fails after the service was created, the error contains the API key and the command that shows the secret.</para>
/// <para>Calls POST /service/create.</para>
/// </remarks>
/// <example>
/// <para>Create a service.</para>
/// <code>
/// $parameters = @{
///     ServiceName            = 'Shop'
///     Issuer                 = 'https://shop.example.com'
///     SupportedGrantTypes    = 'AUTHORIZATION_CODE', 'REFRESH_TOKEN'
///     SupportedResponseTypes = 'CODE'
///     AccessTokenDuration    = 3600
///     RefreshTokenDuration   = 86400
/// }
/// New-AuthleteService @parameters
/// </code>
/// </example>
/// <example>
/// <para>Create a service from a file.</para>
/// <code>
/// New-AuthleteService -InputObject (Get-Content service.json -Raw)
/// </code>
/// </example>
/// <example>
/// <para>Show what a copy of a service would be.</para>
/// <code>
/// Get-AuthleteService $serviceApiKey |
///     New-AuthleteService -ServiceName 'Copy' -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Store the secret in the default vault, and use it.</para>
/// <code>
/// $new = New-AuthleteService -ServiceName 'Shop 2' `
///     -Issuer 'https://shop2.example.com' -SupportedResponseTypes CODE `
///     -OutSecretName 'service-{ServiceApiKey}'
/// Get-AuthleteServiceConfiguration -SecretName $new.SecretName `
///     -BaseUri $baseUri
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
    /// <summary>The service to create: a service object, its JSON text, or a dictionary. Other parameters replace its fields.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The name of the SecretManagement entry in which to store the API key and the new secret, as a PSCredential. The name can contain the placeholders <c>{ServiceApiKey}</c> and <c>{ServiceName}</c>. The output then contains no secret.</summary>
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
        SecretDestination.Open(SecretOwner.Service, VaultCommands, OutSecretName, OutVault);

    private protected override object Decorate(Service item)
    {
        ServiceOrigin.Remember(item, ActiveConnection);
        return base.Decorate(item);
    }
}
