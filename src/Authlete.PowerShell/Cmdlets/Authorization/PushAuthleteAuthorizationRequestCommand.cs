using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Takes a pushed authorization request and answers with a request URI.</summary>
/// <remarks>
/// <para>What the pushed authorization request endpoint (RFC 9126) asks: POST /pushed_auth_req. The client is authenticated as at the token endpoint. With the action CREATED, <c>RequestUri</c> stands for the request and works once in Invoke-AuthleteAuthorization, and <c>ResponseContent</c> is the JSON for the client. Any action is a result of this cmdlet, not an error.</para>
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
/// <para>Push the body of the HTTP request as it came.</para>
/// <code>
/// (Push-AuthleteAuthorizationRequest -ClientId $clientId -ClientSecret $clientSecret -Parameters 'response_type=code&amp;scope=openid').GetResponseObject()
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteAuthorizationCommand"/>
[Cmdlet(VerbsCommon.Push, "AuthleteAuthorizationRequest")]
[OutputType(typeof(PushedAuthorizationResponse))]
public sealed partial class PushAuthleteAuthorizationRequestCommand : OperationCmdlet;
