using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the error response for a backchannel authentication request (CIBA).</summary>
/// <remarks>
/// <para>Call it if you can't find the user or can't meet the request. Calls POST /backchannel/authentication/fail. The ticket can't be used again. <c>ResponseContent</c> is the JSON for the client.</para>
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
/// <para>See the error that the client gets.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     scope           = 'openid'
///     login_hint      = 'user-1'
///     binding_message = 'W4SCT'
/// }
/// ($request | Deny-AuthleteBackchannelAuthentication -Reason ACCESS_DENIED).GetResponseObject().error
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.BackchannelAuthenticationResponse">A response of Invoke-AuthleteBackchannelAuthentication. Only its ticket is used.</inputs>
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
