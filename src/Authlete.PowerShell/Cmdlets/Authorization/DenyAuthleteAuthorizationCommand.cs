using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the error response to an authorization request.</summary>
/// <remarks>
/// <para>Use this cmdlet if the user refuses, or if you can't meet the request. <c>-Reason</c> determines the error code for the client, such as access_denied for DENIED and login_required for NOT_LOGGED_IN. The ticket can't be used again.</para>
/// <para>Every action is a result and not an error.</para>
/// <para>Calls POST /auth/authorization/fail.</para>
/// </remarks>
/// <example>
/// <para>Return the error for a user who refused.</para>
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
/// <para>Show the error code that the client receives.</para>
/// <code>
/// $request = Invoke-AuthleteAuthorization -Parameters @{
///     response_type = 'code'
///     client_id     = $clientId
///     redirect_uri  = $redirectUri
///     scope         = 'openid'
/// }
/// $response = $request | Deny-AuthleteAuthorization -Reason NOT_AUTHENTICATED
/// $response.ResponseParameters.error
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.AuthorizationResponse">A response of Invoke-AuthleteAuthorization. The cmdlet uses only its ticket.</inputs>
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
