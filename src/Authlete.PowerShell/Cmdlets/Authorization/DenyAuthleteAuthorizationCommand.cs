using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the error response for an authorization request that was refused or failed.</summary>
/// <remarks>
/// <para>Ends an authorization request with an error for the client application, with POST /auth/authorization/fail. <c>-Reason</c> determines the error code, such as access_denied for DENIED and login_required for NOT_LOGGED_IN. The ticket can't be used again.</para>
/// </remarks>
/// <example>
/// <para>The user refused.</para>
/// <code>
/// $request = Invoke-AuthleteAuthorization -Parameters @{
///     response_type = 'code'
///     client_id     = $clientId
///     redirect_uri  = $redirectUri
///     scope         = 'openid'
/// }
/// $request | Deny-AuthleteAuthorization -Reason DENIED
/// </code>
/// </example>
/// <example>
/// <para>See the error that the client application gets.</para>
/// <code>
/// $request = Invoke-AuthleteAuthorization -Parameters @{
///     response_type = 'code'
///     client_id     = $clientId
///     redirect_uri  = $redirectUri
///     scope         = 'openid'
/// }
/// ($request | Deny-AuthleteAuthorization -Reason NOT_AUTHENTICATED).ResponseParameters.error
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.AuthorizationResponse">A response of Invoke-AuthleteAuthorization. Only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteAuthorizationCommand"/>
/// <seealso cref="ApproveAuthleteAuthorizationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
[Cmdlet(
    VerbsLifecycle.Deny,
    "AuthleteAuthorization",
    DefaultParameterSetName = ByName,
    HelpUri = CmdletPage.Folder + "Deny-AuthleteAuthorization.md"
)]
[OutputType(typeof(AuthorizationFailResponse))]
public sealed partial class DenyAuthleteAuthorizationCommand : ContinuationCmdlet { }
