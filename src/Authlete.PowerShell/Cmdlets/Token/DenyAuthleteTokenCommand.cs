using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the error response for a token request that you refuse.</summary>
/// <remarks>
/// <para>Call it after Invoke-AuthleteToken returned the action PASSWORD. Calls POST /auth/token/fail. The ticket can't be used again.</para>
/// </remarks>
/// <example>
/// <para>Refuse the request because the password was wrong.</para>
/// <code>
/// $request = Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     grant_type = 'password'
///     username   = 'max'
///     password   = 'a password'
/// }
/// $request | Deny-AuthleteToken -Reason INVALID_RESOURCE_OWNER_CREDENTIALS
/// </code>
/// </example>
/// <example>
/// <para>See the error that the client application gets.</para>
/// <code>
/// $request = Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     grant_type = 'password'
///     username   = 'max'
///     password   = 'a password'
/// }
/// ($request | Deny-AuthleteToken -Reason UNKNOWN).GetResponseObject().error
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.TokenResponse">A response of Invoke-AuthleteToken. Only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="ApproveAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749: OAuth 2.0</seealso>
[Cmdlet(VerbsLifecycle.Deny, "AuthleteToken", DefaultParameterSetName = ByName, HelpUri = CmdletPage.Folder + "Deny-AuthleteToken.md")]
[OutputType(typeof(TokenFailResponse))]
public sealed partial class DenyAuthleteTokenCommand : ContinuationCmdlet { }
