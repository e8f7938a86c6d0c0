using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues tokens for a user whose password was right.</summary>
/// <remarks>
/// <para>Goes on with a token request whose answer had the action PASSWORD (resource owner password credentials, RFC 6749 section 4.3): POST /auth/token/issue. <c>-Subject</c> is the identifier of the user whom you authenticated; it is never taken from the pipeline.</para>
/// </remarks>
/// <example>
/// <para>The user name and password were right.</para>
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
/// <inputs type="TokenResponse">The answer of Invoke-AuthleteToken; only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="DenyAuthleteTokenCommand"/>
[Cmdlet(VerbsLifecycle.Approve, "AuthleteToken", DefaultParameterSetName = ByName)]
[OutputType(typeof(TokenIssueResponse))]
public sealed partial class ApproveAuthleteTokenCommand : ContinuationCmdlet { }
