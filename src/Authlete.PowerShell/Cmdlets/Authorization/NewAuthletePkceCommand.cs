using System.Management.Automation;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates a code verifier and a code challenge for PKCE.</summary>
/// <remarks>
/// <para>The verifier consists of 32 random bytes from a cryptographic generator. The challenge method is S256. Send the challenge with the authorization request, and the verifier with the token request. The cmdlet makes no call.</para>
/// </remarks>
/// <example>
/// <para>Create a verifier and its challenge.</para>
/// <code>
/// New-AuthletePkce
/// </code>
/// </example>
/// <example>
/// <para>Use PKCE in an authorization request.</para>
/// <code>
/// $pkce = New-AuthletePkce
/// Invoke-AuthleteAuthorization -Parameters @{
///     response_type         = 'code'
///     client_id             = $clientId
///     code_challenge        = $pkce.CodeChallenge
///     code_challenge_method = $pkce.CodeChallengeMethod
/// }
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteAuthorizationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636: PKCE</seealso>
[Cmdlet(VerbsCommon.New, "AuthletePkce", HelpUri = CmdletPage.Folder + "New-AuthletePkce.md")]
[OutputType(typeof(AuthletePkce))]
public sealed class NewAuthletePkceCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var pkce = AuthletePkce.Create();
        DefaultProperties.Add(pkce);
        WriteObject(pkce);
    }
}
