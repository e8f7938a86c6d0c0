using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a pushed authorization request and returns its request URI.</summary>
/// <remarks>
/// <para>Call this cmdlet from your pushed authorization request endpoint (PAR, RFC 9126). It authenticates the client as at the token endpoint. If the action is CREATED, <c>ResponseContent</c> is the JSON for the client. <c>RequestUri</c> identifies the request, and works once in Invoke-AuthleteAuthorization. Every action is a result and not an error.</para>
/// <para>Calls POST /pushed_auth_req.</para>
/// </remarks>
/// <example>
/// <para>Push a request, and start the flow with it.</para>
/// <code>
/// $pushed = Push-AuthleteAuthorizationRequest -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         response_type = 'code'
///         redirect_uri  = $redirectUri
///         scope         = 'openid'
///     }
/// Invoke-AuthleteAuthorization -Parameters @{
///     client_id   = $clientId
///     request_uri = $pushed.RequestUri
/// }
/// </code>
/// </example>
/// <example>
/// <para>Push the body of an HTTP request as received.</para>
/// <code>
/// $body = 'response_type=code&amp;scope=openid'
/// $pushed = Push-AuthleteAuthorizationRequest -Parameters $body `
///     -ClientId $clientId -ClientSecret $clientSecret
/// $pushed.GetResponseObject()
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
