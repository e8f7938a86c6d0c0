using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Verifies a signed or encrypted JWT (JOSE) with the keys of the service or of a client.</summary>
/// <remarks>
/// <para>The response says whether the signature and the claims are valid, and if not, why. A JOSE that isn't valid is a result, not an error. With <c>-Quiet</c>, the cmdlet returns only true or false. Calls POST /jose/verify.</para>
/// <para>Uses the service's API key and secret. With <c>-ServiceOwner</c>, it uses the service owner's.</para>
/// </remarks>
/// <example>
/// <para>Verify a JOSE that a client has signed.</para>
/// <code>
/// Test-AuthleteJose -Jose 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl' -ClientIdentifier $clientId -SignedByClient
/// </code>
/// </example>
/// <example>
/// <para>Return only true or false.</para>
/// <code>
/// Test-AuthleteJose 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl' -MandatoryClaims iss, exp -Quiet
/// </code>
/// </example>
/// <seealso cref="GetAuthleteServiceJwkSetCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7515">RFC 7515: JSON Web Signatures</seealso>
[Cmdlet(VerbsDiagnostic.Test, "AuthleteJose", HelpUri = CmdletPage.Folder + "Test-AuthleteJose.md")]
[OutputType(typeof(JoseVerifyResponse))]
[OutputType(typeof(bool))]
public sealed partial class TestAuthleteJoseCommand : OperationCmdlet
{
    /// <summary>Indicates that the cmdlet returns only true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override PreparedCall Prepare() =>
        base.Prepare() with
        {
            Project = Quiet ? static body => ((JoseVerifyResponse)body).Valid == true : null,
        };
}
