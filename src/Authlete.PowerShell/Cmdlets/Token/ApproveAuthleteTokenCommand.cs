using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues tokens for a user whose password was correct.</summary>
/// <remarks>
/// <para>Call it after Invoke-AuthleteToken returned the action PASSWORD (resource owner password credentials, RFC 6749 section 4.3). <c>-Subject</c> is the user that you authenticated. It never comes from the pipeline. Calls POST /auth/token/issue.</para>
/// </remarks>
/// <example>
/// <para>Issue tokens if the user name and password are correct.</para>
/// <code>
/// $request = Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     grant_type = 'password'
///     username   = 'max'
///     password   = 'a password'
/// }
/// $request | Approve-AuthleteToken -Subject 'user-1'
/// </code>
/// </example>
/// <example>
/// <para>Store properties with the token.</para>
/// <code>
/// $request = Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     grant_type = 'password'
///     username   = 'max'
///     password   = 'a password'
/// }
/// $request | Approve-AuthleteToken -Subject 'user-1' -Properties @{ branch = '42' }
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.TokenResponse">A response of Invoke-AuthleteToken. Only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="DenyAuthleteTokenCommand"/>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749: OAuth 2.0</seealso>
[Cmdlet(
    VerbsLifecycle.Approve,
    "AuthleteToken",
    DefaultParameterSetName = ByName,
    HelpUri = CmdletPage.Folder + "Approve-AuthleteToken.md"
)]
[OutputType(typeof(TokenIssueResponse))]
public sealed partial class ApproveAuthleteTokenCommand : ContinuationCmdlet { }
