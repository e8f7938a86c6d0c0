using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Makes the error response for an authorization request that was refused or failed.</summary>
/// <remarks>
/// <para>Ends an authorization request with an error for the client application: POST /auth/authorization/fail. <c>-Reason</c> decides on the error code, such as access_denied for DENIED and login_required for NOT_LOGGED_IN. The ticket is used up by it.</para>
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
/// <para>Look at the error that the client application gets.</para>
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
/// <inputs type="AuthorizationResponse">The answer of Invoke-AuthleteAuthorization; only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteAuthorizationCommand"/>
/// <seealso cref="ApproveAuthleteAuthorizationCommand"/>
[Cmdlet(VerbsLifecycle.Deny, "AuthleteAuthorization", DefaultParameterSetName = ByName)]
[OutputType(typeof(AuthorizationFailResponse))]
public sealed partial class DenyAuthleteAuthorizationCommand : ContinuationCmdlet { }
