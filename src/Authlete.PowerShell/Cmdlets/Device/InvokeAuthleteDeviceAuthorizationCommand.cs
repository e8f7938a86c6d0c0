using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Answers a device authorization request.</summary>
/// <remarks>
/// <para>What the device authorization endpoint (RFC 8628) asks: POST /device/authorization. With the action OK the answer holds a device code for the client and a user code that the user types in on another device, and <c>ResponseContent</c> is the JSON for the client. Any action is a result of this cmdlet, not an error.</para>
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
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteDeviceAuthorization")]
[OutputType(typeof(DeviceAuthorizationResponse))]
public sealed partial class InvokeAuthleteDeviceAuthorizationCommand : OperationCmdlet;
