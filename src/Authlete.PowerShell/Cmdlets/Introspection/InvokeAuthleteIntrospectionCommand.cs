using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Tells whether an access token is good for a request to a protected resource.</summary>
/// <remarks>
/// <para>What a resource server asks before it answers: POST /auth/introspection. Gives the token's client, subject, scopes and expiry, and checks the scopes and the subject that the resource demands. <c>Usable</c> and <c>Sufficient</c> say the same as the action: OK, else UNAUTHORIZED, FORBIDDEN or BAD_REQUEST, with a value for the WWW-Authenticate header (RFC 6750 section 3) in <c>ResponseContent</c>. Any action is a result of this cmdlet, not an error.</para>
/// <para>The answer as RFC 7662 has it comes from Invoke-AuthleteStandardIntrospection.</para>
/// </remarks>
/// <example>
/// <para>Introspect a token.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// Invoke-AuthleteIntrospection $token.AccessToken
/// </code>
/// </example>
/// <example>
/// <para>Check many tokens, each for a scope.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// $token, $token | Invoke-AuthleteIntrospection -Scopes openid | ForEach-Object { $_.Sufficient }
/// </code>
/// <para>An object with a property AccessToken binds as well as the text of a token.</para>
/// </example>
/// <inputs type="string">An access token, or an object with a property AccessToken.</inputs>
/// <seealso cref="InvokeAuthleteStandardIntrospectionCommand"/>
/// <seealso cref="InvokeAuthleteUserInfoCommand"/>
/// <seealso cref="InvokeAuthleteRevocationCommand"/>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteIntrospection")]
[OutputType(typeof(IntrospectionResponse))]
public sealed partial class InvokeAuthleteIntrospectionCommand : ThrottledOperationCmdlet;
