using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks a backchannel authentication request (CIBA) and gives the next step.</summary>
/// <remarks>
/// <para>What the backchannel authentication endpoint asks: POST /backchannel/authentication. With the action USER_IDENTIFICATION the answer holds a ticket and the hint that tells the user: find the user, then go on with Approve- or Deny-AuthleteBackchannelAuthentication, and when the user has decided, with Complete-AuthleteBackchannelAuthentication. Any action is a result of this cmdlet, not an error.</para>
/// </remarks>
/// <example>
/// <para>Check a request.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     scope           = 'openid'
///     login_hint      = 'user-1'
///     binding_message = 'W4SCT'
/// }
/// </code>
/// </example>
/// <example>
/// <para>The whole flow in the poll mode.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     scope           = 'openid'
///     login_hint      = 'user-1'
///     binding_message = 'W4SCT'
/// }
/// $issued = $request | Approve-AuthleteBackchannelAuthentication
/// $request | Complete-AuthleteBackchannelAuthentication -Result AUTHORIZED -Subject 'user-1'
/// Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     grant_type  = 'urn:openid:params:grant-type:ciba'
///     auth_req_id = $issued.AuthReqId
/// }
/// </code>
/// </example>
/// <seealso cref="ApproveAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="DenyAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="CompleteAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteBackchannelAuthentication")]
[OutputType(typeof(BackchannelAuthenticationResponse))]
public sealed partial class InvokeAuthleteBackchannelAuthenticationCommand : OperationCmdlet;
