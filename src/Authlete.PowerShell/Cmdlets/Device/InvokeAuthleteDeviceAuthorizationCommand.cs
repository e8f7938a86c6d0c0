using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks a device authorization request and returns its codes.</summary>
/// <remarks>
/// <para>Call this cmdlet from your device authorization endpoint (RFC 8628). If the action is OK, the response contains a device code for the client and a user code that the user enters on another device. <c>ResponseContent</c> is the JSON for the client. Every action is a result and not an error.</para>
/// <para>Calls POST /device/authorization.</para>
/// </remarks>
/// <example>
/// <para>Start a device flow.</para>
/// <code>
/// Invoke-AuthleteDeviceAuthorization -Parameters 'scope=openid' `
///     -ClientId $clientId -ClientSecret $clientSecret
/// </code>
/// </example>
/// <example>
/// <para>Run the whole flow.</para>
/// <code>
/// $client = @{ ClientId = $clientId; ClientSecret = $clientSecret }
/// $device = Invoke-AuthleteDeviceAuthorization 'scope=openid' @client
/// $device | Invoke-AuthleteDeviceVerification
/// $device | Complete-AuthleteDeviceAuthorization -Subject user-1 `
///     -Result AUTHORIZED
/// Invoke-AuthleteToken @client -Parameters @{
///     grant_type  = 'urn:ietf:params:oauth:grant-type:device_code'
///     device_code = $device.DeviceCode
/// }
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteDeviceVerificationCommand"/>
/// <seealso cref="CompleteAuthleteDeviceAuthorizationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628: device flow</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteDeviceAuthorization", HelpUri = CmdletPage.Folder + "Invoke-AuthleteDeviceAuthorization.md")]
[OutputType(typeof(DeviceAuthorizationResponse))]
public sealed partial class InvokeAuthleteDeviceAuthorizationCommand : OperationCmdlet;
