using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Makes the error response for a token request that is refused.</summary>
/// <remarks>
/// <para>Ends a token request whose answer had the action PASSWORD: POST /auth/token/fail. The ticket is used up by it.</para>
/// </remarks>
/// <example>
/// <para>The password was wrong.</para>
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
/// <para>Look at the error that the client application gets.</para>
/// <code>
/// $request = Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     grant_type = 'password'
///     username   = 'max'
///     password   = 'a password'
/// }
/// ($request | Deny-AuthleteToken -Reason UNKNOWN).GetResponseObject().error
/// </code>
/// </example>
/// <inputs type="TokenResponse">The answer of Invoke-AuthleteToken; only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="ApproveAuthleteTokenCommand"/>
[Cmdlet(VerbsLifecycle.Deny, "AuthleteToken", DefaultParameterSetName = ByName)]
[OutputType(typeof(TokenFailResponse))]
public sealed partial class DenyAuthleteTokenCommand : ContinuationCmdlet { }
