using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks a backchannel authentication request (CIBA) and returns the next step.</summary>
/// <remarks>
/// <para>Call this cmdlet from your backchannel authentication endpoint. If the action is USER_IDENTIFICATION, the response contains a ticket and a hint about the user. Find the user, and call Approve-AuthleteBackchannelAuthentication or Deny-AuthleteBackchannelAuthentication. When the user has decided, call Complete-AuthleteBackchannelAuthentication. Every action is a result and not an error.</para>
/// <para>Calls POST /backchannel/authentication.</para>
/// </remarks>
/// <example>
/// <para>Check a request.</para>
/// <code>
/// Invoke-AuthleteBackchannelAuthentication -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         scope           = 'openid'
///         login_hint      = 'user-1'
///         binding_message = 'W4SCT'
///     }
/// </code>
/// </example>
/// <example>
/// <para>Run the whole flow in poll mode.</para>
/// <code>
/// $client = @{ ClientId = $clientId; ClientSecret = $clientSecret }
/// $request = Invoke-AuthleteBackchannelAuthentication @client -Parameters @{
///     scope           = 'openid'
///     login_hint      = 'user-1'
///     binding_message = 'W4SCT'
/// }
/// $issued = $request | Approve-AuthleteBackchannelAuthentication
/// $request | Complete-AuthleteBackchannelAuthentication -Subject user-1 `
///     -Result AUTHORIZED
/// Invoke-AuthleteToken @client -Parameters @{
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
