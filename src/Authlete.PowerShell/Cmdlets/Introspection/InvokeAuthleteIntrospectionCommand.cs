using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks whether an access token is valid for a request to a protected resource.</summary>
/// <remarks>
/// <para>Call it from a resource server before it responds. It returns the token's client, subject, scopes and expiry, and checks the scopes and the subject that the resource requires. <c>Usable</c> and <c>Sufficient</c> mean the same as the action: OK, or else UNAUTHORIZED, FORBIDDEN or BAD_REQUEST, with a value for the WWW-Authenticate header (RFC 6750 section 3) in <c>ResponseContent</c>. Calls POST /auth/introspection. This cmdlet returns any action; none is an error.</para>
/// <para>For a response that follows RFC 7662, use Invoke-AuthleteStandardIntrospection.</para>
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
/// <para>You can also pipe an object with the property AccessToken.</para>
/// </example>
/// <inputs type="System.String">An access token, or an object with the property AccessToken.</inputs>
/// <seealso cref="InvokeAuthleteStandardIntrospectionCommand"/>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso cref="InvokeAuthleteUserInfoCommand"/>
/// <seealso cref="InvokeAuthleteRevocationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750: bearer tokens</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteIntrospection", HelpUri = CmdletPage.Folder + "Invoke-AuthleteIntrospection.md")]
[OutputType(typeof(IntrospectionResponse))]
public sealed partial class InvokeAuthleteIntrospectionCommand : ThrottledOperationCmdlet;
