using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Completes a backchannel authentication (CIBA) with the decision of the user.</summary>
/// <remarks>
/// <para>Call it after you approved the request and the user decided on the authentication device. If the action is NO_ACTION (poll mode), send nothing. If it is NOTIFICATION (ping and push mode), send <c>ResponseContent</c> to <c>ClientNotificationEndpoint</c> with <c>ClientNotificationToken</c> as the bearer token. Calls POST /backchannel/authentication/complete.</para>
/// <para><c>-Subject</c> is the user who decided. It never comes from the pipeline.</para>
/// </remarks>
/// <example>
/// <para>The user agreed.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     scope           = 'openid'
///     login_hint      = 'user-1'
///     binding_message = 'W4SCT'
/// }
/// $null = $request | Approve-AuthleteBackchannelAuthentication
/// $request | Complete-AuthleteBackchannelAuthentication -Result AUTHORIZED -Subject 'user-1'
/// </code>
/// </example>
/// <example>
/// <para>The user refused.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     scope           = 'openid'
///     login_hint      = 'user-1'
///     binding_message = 'W4SCT'
/// }
/// $null = $request | Approve-AuthleteBackchannelAuthentication
/// $request | Complete-AuthleteBackchannelAuthentication -Result ACCESS_DENIED -Subject 'user-1'
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.BackchannelAuthenticationResponse">A response of Invoke-AuthleteBackchannelAuthentication. Only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="ApproveAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html">OpenID Connect CIBA</seealso>
[Cmdlet(
    VerbsLifecycle.Complete,
    "AuthleteBackchannelAuthentication",
    DefaultParameterSetName = ByName,
    HelpUri = CmdletPage.Folder + "Complete-AuthleteBackchannelAuthentication.md"
)]
[OutputType(typeof(BackchannelAuthenticationCompleteResponse))]
public sealed partial class CompleteAuthleteBackchannelAuthenticationCommand : ContinuationCmdlet;
