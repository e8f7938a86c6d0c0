using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the error response to a token request.</summary>
/// <remarks>
/// <para>Call this cmdlet after Invoke-AuthleteToken returned the action PASSWORD, if the password is wrong. <c>ResponseContent</c> is the JSON for the client. The ticket can't be used again.</para>
/// <para>Every action is a result and not an error.</para>
/// <para>Calls POST /auth/token/fail.</para>
/// </remarks>
/// <example>
/// <para>Return the error for a wrong password.</para>
/// <code>
/// $request = Invoke-AuthleteToken -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         grant_type = 'password'
///         username   = 'max'
///         password   = 'a password'
///     }
/// $request |
///     Deny-AuthleteToken -Reason INVALID_RESOURCE_OWNER_CREDENTIALS
/// </code>
/// </example>
/// <example>
/// <para>Show the error code that the client receives.</para>
/// <code>
/// $request = Invoke-AuthleteToken -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         grant_type = 'password'
///         username   = 'max'
///         password   = 'a password'
///     }
/// $response = $request | Deny-AuthleteToken -Reason UNKNOWN
/// $response.GetResponseObject().error
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.TokenResponse">A response of Invoke-AuthleteToken. The cmdlet uses only its ticket.</inputs>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="ApproveAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749: OAuth 2.0</seealso>
[Cmdlet(VerbsLifecycle.Deny, "AuthleteToken", DefaultParameterSetName = ByName, HelpUri = CmdletPage.Folder + "Deny-AuthleteToken.md")]
[OutputType(typeof(TokenFailResponse))]
public sealed partial class DenyAuthleteTokenCommand : ContinuationCmdlet { }
