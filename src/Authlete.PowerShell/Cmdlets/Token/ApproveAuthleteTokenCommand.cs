using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues tokens to a user whose password is correct.</summary>
/// <remarks>
/// <para>Call this cmdlet after Invoke-AuthleteToken returned the action PASSWORD (resource owner password credentials, RFC 6749 section 4.3). Specify the user that you authenticated with <c>-Subject</c>, which never comes from the pipeline. <c>ResponseContent</c> is the JSON for the client. The ticket can't be used again.</para>
/// <para>Every action is a result and not an error.</para>
/// <para>Calls POST /auth/token/issue.</para>
/// </remarks>
/// <example>
/// <para>Issue tokens for a correct password.</para>
/// <code>
/// $request = Invoke-AuthleteToken -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         grant_type = 'password'
///         username   = 'max'
///         password   = 'a password'
///     }
/// $request | Approve-AuthleteToken -Subject user-1
/// </code>
/// </example>
/// <example>
/// <para>Store properties with the tokens.</para>
/// <code>
/// $request = Invoke-AuthleteToken -ClientId $clientId `
///     -ClientSecret $clientSecret -Parameters @{
///         grant_type = 'password'
///         username   = 'max'
///         password   = 'a password'
///     }
/// $request | Approve-AuthleteToken -Subject user-1 `
///     -Properties @{ branch = '42' }
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.TokenResponse">A response of Invoke-AuthleteToken. The cmdlet uses only its ticket.</inputs>
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
