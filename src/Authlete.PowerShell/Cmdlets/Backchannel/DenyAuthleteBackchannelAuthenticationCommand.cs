using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Makes the error response for a backchannel authentication request (CIBA) that is refused.</summary>
/// <remarks>
/// <para>POST /backchannel/authentication/fail: the user was not found, or the request can't be met. The ticket is used up by it. <c>ResponseContent</c> is the JSON for the client.</para>
/// </remarks>
/// <example>
/// <para>The user is not known.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     scope           = 'openid'
///     login_hint      = 'user-1'
///     binding_message = 'W4SCT'
/// }
/// $request | Deny-AuthleteBackchannelAuthentication -Reason UNKNOWN_USER_ID
/// </code>
/// </example>
/// <example>
/// <para>Look at the error that the client gets.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     scope           = 'openid'
///     login_hint      = 'user-1'
///     binding_message = 'W4SCT'
/// }
/// ($request | Deny-AuthleteBackchannelAuthentication -Reason ACCESS_DENIED).GetResponseObject().error
/// </code>
/// </example>
/// <inputs type="BackchannelAuthenticationResponse">The answer of Invoke-AuthleteBackchannelAuthentication; only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="ApproveAuthleteBackchannelAuthenticationCommand"/>
[Cmdlet(VerbsLifecycle.Deny, "AuthleteBackchannelAuthentication", DefaultParameterSetName = ByName)]
[OutputType(typeof(BackchannelAuthenticationFailResponse))]
public sealed partial class DenyAuthleteBackchannelAuthenticationCommand : ContinuationCmdlet;
