using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Completes a device flow with the user's decision.</summary>
/// <remarks>
/// <para>After this call, the next token request of the device gets tokens or an error. Specify the user with <c>-Subject</c>, which never comes from the pipeline. Every action is a result and not an error.</para>
/// <para>Calls POST /device/complete.</para>
/// </remarks>
/// <example>
/// <para>Complete a flow that the user approved.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization 'scope=openid' `
///     -ClientId $clientId -ClientSecret $clientSecret
/// $device | Complete-AuthleteDeviceAuthorization -Subject user-1 `
///     -Result AUTHORIZED
/// </code>
/// </example>
/// <example>
/// <para>Complete a flow that the user refused.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization 'scope=openid' `
///     -ClientId $clientId -ClientSecret $clientSecret
/// Complete-AuthleteDeviceAuthorization -UserCode $device.UserCode `
///     -Subject user-1 -Result ACCESS_DENIED
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.DeviceAuthorizationResponse">Any object with the property UserCode.</inputs>
/// <seealso cref="InvokeAuthleteDeviceAuthorizationCommand"/>
/// <seealso cref="InvokeAuthleteDeviceVerificationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628: device flow</seealso>
[Cmdlet(
    VerbsLifecycle.Complete,
    "AuthleteDeviceAuthorization",
    DefaultParameterSetName = ByName,
    HelpUri = CmdletPage.Folder + "Complete-AuthleteDeviceAuthorization.md"
)]
[OutputType(typeof(DeviceCompleteResponse))]
public sealed partial class CompleteAuthleteDeviceAuthorizationCommand : ContinuationCmdlet;
