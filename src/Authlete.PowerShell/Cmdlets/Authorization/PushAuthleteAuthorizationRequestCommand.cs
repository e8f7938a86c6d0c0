using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Accepts a pushed authorization request and returns a request URI.</summary>
/// <remarks>
/// <para>Call it from the pushed authorization request endpoint (RFC 9126). It authenticates the client as the token endpoint does, with POST /pushed_auth_req. If the action is CREATED, <c>RequestUri</c> stands for the request and works once in Invoke-AuthleteAuthorization, and <c>ResponseContent</c> is the JSON for the client. This cmdlet returns any action; none is an error.</para>
/// </remarks>
/// <example>
/// <para>Push a request, then start the flow with it.</para>
/// <code>
/// $pushed = Push-AuthleteAuthorizationRequest -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     response_type = 'code'
///     redirect_uri  = $redirectUri
///     scope         = 'openid'
/// }
/// Invoke-AuthleteAuthorization @{ client_id = $clientId; request_uri = $pushed.RequestUri }
/// </code>
/// </example>
/// <example>
/// <para>Push the body of an HTTP request unchanged.</para>
/// <code>
/// (Push-AuthleteAuthorizationRequest -ClientId $clientId -ClientSecret $clientSecret -Parameters 'response_type=code&amp;scope=openid').GetResponseObject()
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteAuthorizationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9126">RFC 9126: pushed authorization requests</seealso>
[Cmdlet(VerbsCommon.Push, "AuthleteAuthorizationRequest", HelpUri = CmdletPage.Folder + "Push-AuthleteAuthorizationRequest.md")]
[OutputType(typeof(PushedAuthorizationResponse))]
public sealed partial class PushAuthleteAuthorizationRequestCommand : OperationCmdlet;
