using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Accepts a backchannel authentication request (CIBA) and returns its ID.</summary>
/// <remarks>
/// <para>Call this cmdlet when you have found the user, before you ask for the decision. <c>ResponseContent</c> is the JSON for the client, with the auth_req_id. When the user has decided, call Complete-AuthleteBackchannelAuthentication.</para>
/// <para>Every action is a result and not an error.</para>
/// <para>Calls POST /backchannel/authentication/issue.</para>
/// </remarks>
/// <example>
/// <para>Accept a request.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         scope           = 'openid'
///         login_hint      = 'user-1'
///         binding_message = 'W4SCT'
///     }
/// $request | Approve-AuthleteBackchannelAuthentication
/// </code>
/// </example>
/// <example>
/// <para>Show how many seconds the user has to decide.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         scope           = 'openid'
///         login_hint      = 'user-1'
///         binding_message = 'W4SCT'
///     }
/// ($request | Approve-AuthleteBackchannelAuthentication).ExpiresIn
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.BackchannelAuthenticationResponse">A response of Invoke-AuthleteBackchannelAuthentication. The cmdlet uses only its ticket.</inputs>
/// <seealso cref="InvokeAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="DenyAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="CompleteAuthleteBackchannelAuthenticationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html">OpenID Connect CIBA</seealso>
[Cmdlet(
    VerbsLifecycle.Approve,
    "AuthleteBackchannelAuthentication",
    DefaultParameterSetName = ByName,
    HelpUri = CmdletPage.Folder + "Approve-AuthleteBackchannelAuthentication.md"
)]
[OutputType(typeof(BackchannelAuthenticationIssueResponse))]
public sealed partial class ApproveAuthleteBackchannelAuthenticationCommand : ContinuationCmdlet;
