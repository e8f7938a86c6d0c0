using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Completes a backchannel authentication (CIBA) with the user's decision.</summary>
/// <remarks>
/// <para>Call this cmdlet when the user has decided on the authentication device. Specify the user with <c>-Subject</c>, which never comes from the pipeline. The <c>Action</c> of the response is the next step:</para>
/// <list type="bullet">
/// <item>NO_ACTION (poll mode): nothing to do.</item>
/// <item>NOTIFICATION (ping and push mode): send <c>ResponseContent</c> to <c>ClientNotificationEndpoint</c>, with <c>ClientNotificationToken</c> as the bearer token.</item>
/// <item>SERVER_ERROR: the decision wasn't recorded.</item>
/// </list>
/// <para>Every action is a result and not an error.</para>
/// <para>Calls POST /backchannel/authentication/complete.</para>
/// </remarks>
/// <example>
/// <para>Complete a request that the user approved.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         scope           = 'openid'
///         login_hint      = 'user-1'
///         binding_message = 'W4SCT'
///     }
/// $null = $request | Approve-AuthleteBackchannelAuthentication
/// $request | Complete-AuthleteBackchannelAuthentication -Subject user-1 `
///     -Result AUTHORIZED
/// </code>
/// </example>
/// <example>
/// <para>Complete a request that the user refused.</para>
/// <code>
/// $request = Invoke-AuthleteBackchannelAuthentication -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         scope           = 'openid'
///         login_hint      = 'user-1'
///         binding_message = 'W4SCT'
///     }
/// $null = $request | Approve-AuthleteBackchannelAuthentication
/// $request | Complete-AuthleteBackchannelAuthentication -Subject user-1 `
///     -Result ACCESS_DENIED
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.BackchannelAuthenticationResponse">A response of Invoke-AuthleteBackchannelAuthentication. The cmdlet uses only its ticket.</inputs>
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
