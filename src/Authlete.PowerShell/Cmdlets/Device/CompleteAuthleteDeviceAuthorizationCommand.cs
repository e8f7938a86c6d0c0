using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Completes a device flow with the decision of the user.</summary>
/// <remarks>
/// <para>Binds the decision to the user code, so that the next token request of the device gets tokens or an error. Calls POST /device/complete. This cmdlet returns any action; none is an error.</para>
/// <para><c>-Subject</c> is the user who decided. It never comes from the pipeline.</para>
/// </remarks>
/// <example>
/// <para>The user agreed.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization -ClientId $clientId -ClientSecret $clientSecret -Parameters 'scope=openid'
/// $device | Complete-AuthleteDeviceAuthorization -Result AUTHORIZED -Subject 'user-1'
/// </code>
/// </example>
/// <example>
/// <para>The user refused.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization -ClientId $clientId -ClientSecret $clientSecret -Parameters 'scope=openid'
/// Complete-AuthleteDeviceAuthorization -UserCode $device.UserCode -Result ACCESS_DENIED -Subject 'user-1'
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.DeviceAuthorizationResponse">An object with the property UserCode.</inputs>
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
