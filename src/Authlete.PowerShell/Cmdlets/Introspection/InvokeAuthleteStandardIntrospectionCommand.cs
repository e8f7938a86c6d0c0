using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Processes a request to an introspection endpoint as in RFC 7662.</summary>
/// <remarks>
/// <para>Call this cmdlet from your introspection endpoint, with the body of the request in <c>-Parameters</c>. Authenticate the caller first, because the response contains data about the user. If the action is OK, return the JSON in <c>ResponseContent</c>, which is <c>{"active":false}</c> for an unknown or expired token. Every action is a result and not an error.</para>
/// <para>Calls POST /auth/introspection/standard.</para>
/// </remarks>
/// <example>
/// <para>Check whether a token is active.</para>
/// <code>
/// $response = Invoke-AuthleteStandardIntrospection @{ token = $accessToken }
/// $response.GetResponseObject().active
/// </code>
/// </example>
/// <example>
/// <para>Process the body of a request.</para>
/// <code>
/// $body = 'token=unknown&amp;token_type_hint=access_token'
/// (Invoke-AuthleteStandardIntrospection $body).ResponseContent
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso cref="InvokeAuthleteRevocationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662: token introspection</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteStandardIntrospection", HelpUri = CmdletPage.Folder + "Invoke-AuthleteStandardIntrospection.md")]
[OutputType(typeof(StandardIntrospectionResponse))]
public sealed partial class InvokeAuthleteStandardIntrospectionCommand : OperationCmdlet;
