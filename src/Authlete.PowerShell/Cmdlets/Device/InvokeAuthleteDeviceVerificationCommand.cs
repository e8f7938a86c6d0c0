using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Looks up a user code of the device flow.</summary>
/// <remarks>
/// <para>Call this cmdlet from the page on which users enter their code. If the action is VALID, the response contains the client and the scopes to show to the user. For an expired or unknown code, the action is EXPIRED or NOT_EXIST. Every action is a result and not an error.</para>
/// <para>Calls POST /device/verification.</para>
/// </remarks>
/// <example>
/// <para>Look up a user code.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization 'scope=openid' `
///     -ClientId $clientId -ClientSecret $clientSecret
/// Invoke-AuthleteDeviceVerification -UserCode $device.UserCode
/// </code>
/// </example>
/// <example>
/// <para>Show the client that started the flow.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization 'scope=openid' `
///     -ClientId $clientId -ClientSecret $clientSecret
/// ($device | Invoke-AuthleteDeviceVerification).ClientName
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.DeviceAuthorizationResponse">Any object with the property UserCode.</inputs>
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
