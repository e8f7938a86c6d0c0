using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Looks up the user code that a user typed in a device flow.</summary>
/// <remarks>
/// <para>Call it from the verification page of the device flow. If the action is VALID, the response has the client and the scopes to show to the user. Otherwise, it is EXPIRED or NOT_EXIST. Calls POST /device/verification. This cmdlet returns any action; none is an error.</para>
/// </remarks>
/// <example>
/// <para>Look up a user code.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization -ClientId $clientId -ClientSecret $clientSecret -Parameters 'scope=openid'
/// Invoke-AuthleteDeviceVerification -UserCode $device.UserCode
/// </code>
/// </example>
/// <example>
/// <para>Which client asks?</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization -ClientId $clientId -ClientSecret $clientSecret -Parameters 'scope=openid'
/// ($device | Invoke-AuthleteDeviceVerification).ClientName
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.DeviceAuthorizationResponse">An object with the property UserCode.</inputs>
/// <seealso cref="InvokeAuthleteDeviceAuthorizationCommand"/>
/// <seealso cref="CompleteAuthleteDeviceAuthorizationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628: device flow</seealso>
[Cmdlet(
    VerbsLifecycle.Invoke,
    "AuthleteDeviceVerification",
    DefaultParameterSetName = ByName,
    HelpUri = CmdletPage.Folder + "Invoke-AuthleteDeviceVerification.md"
)]
[OutputType(typeof(DeviceVerificationResponse))]
public sealed partial class InvokeAuthleteDeviceVerificationCommand : ContinuationCmdlet;
