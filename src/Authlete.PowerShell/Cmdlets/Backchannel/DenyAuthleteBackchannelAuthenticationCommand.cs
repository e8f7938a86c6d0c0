using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the error response to a backchannel authentication request (CIBA).</summary>
/// <remarks>
/// <para>Use this cmdlet if you can't find the user or can't meet the request. <c>ResponseContent</c> is the JSON for the client. The ticket can't be used again.</para>
/// <para>Every action is a result and not an error.</para>
/// <para>Calls POST /backchannel/authentication/fail.</para>
/// </remarks>
/// <example>
/// <para>Return the error for an unknown user.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         scope           = 'openid'
///         login_hint      = 'user-1'
///         binding_message = 'W4SCT'
///     }
/// $request | Deny-AuthleteBackchannelAuthentication -Reason UNKNOWN_USER_ID
/// </code>
/// </example>
/// <example>
/// <para>Show the error code that the client receives.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         scope           = 'openid'
///         login_hint      = 'user-1'
///         binding_message = 'W4SCT'
///     }
/// $response = $request |
///     Deny-AuthleteBackchannelAuthentication -Reason ACCESS_DENIED
/// $response.GetResponseObject().error
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.BackchannelAuthenticationResponse">A response of Invoke-AuthleteBackchannelAuthentication. The cmdlet uses only its ticket.</inputs>
/// <seealso cref="InvokeAuthleteBackchannelAuthenticationCommand"/>
/// <seealso cref="ApproveAuthleteBackchannelAuthenticationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html">OpenID Connect CIBA</seealso>
[Cmdlet(
    VerbsLifecycle.Deny,
    "AuthleteBackchannelAuthentication",
    DefaultParameterSetName = ByName,
    HelpUri = CmdletPage.Folder + "Deny-AuthleteBackchannelAuthentication.md"
)]
[OutputType(typeof(BackchannelAuthenticationFailResponse))]
public sealed partial class DenyAuthleteBackchannelAuthenticationCommand : ContinuationCmdlet;
