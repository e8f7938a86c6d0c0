using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks a backchannel authentication request (CIBA) and returns what to do next.</summary>
/// <remarks>
/// <para>Call it from the backchannel authentication endpoint. If the action is USER_IDENTIFICATION, the response has a ticket and a hint about the user. Find the user, call Approve- or Deny-AuthleteBackchannelAuthentication, and when the user has decided, Complete-AuthleteBackchannelAuthentication. Calls POST /backchannel/authentication. This cmdlet returns any action; none is an error.</para>
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
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html">OpenID Connect CIBA</seealso>
[Cmdlet(
    VerbsLifecycle.Invoke,
    "AuthleteBackchannelAuthentication",
    HelpUri = CmdletPage.Folder + "Invoke-AuthleteBackchannelAuthentication.md"
)]
[OutputType(typeof(BackchannelAuthenticationResponse))]
public sealed partial class InvokeAuthleteBackchannelAuthenticationCommand : OperationCmdlet;
