using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Ends a backchannel authentication (CIBA) with the decision of the user.</summary>
/// <remarks>
/// <para>POST /backchannel/authentication/complete, after the request was approved and the user has decided on the authentication device. With the action NO_ACTION (poll mode) nothing is to be sent; with NOTIFICATION (ping and push mode) <c>ResponseContent</c> is to be sent to <c>ClientNotificationEndpoint</c> with <c>ClientNotificationToken</c> as bearer token.</para>
/// <para><c>-Subject</c> is the user who decided. It is never taken from the pipeline.</para>
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
/// <inputs type="BackchannelAuthenticationResponse">The answer of Invoke-AuthleteBackchannelAuthentication; only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="ApproveAuthleteBackchannelAuthenticationCommand"/>
[Cmdlet(VerbsLifecycle.Complete, "AuthleteBackchannelAuthentication", DefaultParameterSetName = ByName)]
[OutputType(typeof(BackchannelAuthenticationCompleteResponse))]
public sealed partial class CompleteAuthleteBackchannelAuthenticationCommand : ContinuationCmdlet;
