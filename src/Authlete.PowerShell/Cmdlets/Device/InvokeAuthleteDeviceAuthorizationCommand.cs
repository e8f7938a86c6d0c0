using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Accepts a device authorization request and returns its codes.</summary>
/// <remarks>
/// <para>Call it from the device authorization endpoint (RFC 8628). If the action is OK, the response has a device code for the client and a user code to type on another device, and <c>ResponseContent</c> is the JSON for the client. Calls POST /device/authorization. This cmdlet returns any action; none is an error.</para>
/// </remarks>
/// <example>
/// <para>Start a device flow.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization -ClientId $clientId -ClientSecret $clientSecret -Parameters 'scope=openid'
/// </code>
/// </example>
/// <example>
/// <para>The whole flow.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization -ClientId $clientId -ClientSecret $clientSecret -Parameters 'scope=openid'
/// $device | Invoke-AuthleteDeviceVerification
/// $device | Complete-AuthleteDeviceAuthorization -Result AUTHORIZED -Subject 'user-1'
/// Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
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
