using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks whether an access token is valid for a request to a protected resource.</summary>
/// <remarks>
/// <para>Call this cmdlet from your resource server. The response contains the client, the user, the scopes and the expiration of the token. Specify the scopes and the user that the resource requires with <c>-Scopes</c> and <c>-Subject</c>.</para>
/// <para>If the action is OK, the token is valid and sufficient. If it is BAD_REQUEST, UNAUTHORIZED or FORBIDDEN, reject the request with <c>ResponseContent</c> as the WWW-Authenticate header (RFC 6750 section 3). Every action is a result and not an error.</para>
/// <para>For a response as in RFC 7662, use Invoke-AuthleteStandardIntrospection.</para>
/// <para>Calls POST /auth/introspection.</para>
/// </remarks>
/// <example>
/// <para>Check a token.</para>
/// <code>
/// Invoke-AuthleteIntrospection $accessToken
/// </code>
/// </example>
/// <example>
/// <para>Check whether tokens have a scope.</para>
/// <code>
/// $accessToken, 'unknown-token' |
///     Invoke-AuthleteIntrospection -Scopes openid |
///     ForEach-Object { $_.Sufficient }
/// </code>
/// </example>
/// <inputs type="System.String">An access token, or any object with the property AccessToken.</inputs>
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
