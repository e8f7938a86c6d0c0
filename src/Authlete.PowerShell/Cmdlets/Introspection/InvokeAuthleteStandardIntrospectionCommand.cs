using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Processes an introspection request that follows RFC 7662.</summary>
/// <remarks>
/// <para>Sends the form body of a token introspection request to POST /auth/introspection/standard. If the action is OK, <c>ResponseContent</c> is the JSON to return: <c>{"active":false}</c> for a token that is unknown or expired. <c>GetResponseObject()</c> returns it as a dictionary.</para>
/// <para>Check who is asking before you call it: the response is about a user.</para>
/// </remarks>
/// <example>
/// <para>Introspect an access token.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// (Invoke-AuthleteStandardIntrospection @{ token = $token.AccessToken }).GetResponseObject().active
/// </code>
/// </example>
/// <example>
/// <para>A token that does not exist is not active.</para>
/// <code>
/// (Invoke-AuthleteStandardIntrospection 'token=unknown&amp;token_type_hint=access_token').ResponseContent
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
