using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Verifies a signed JWT (JOSE) with the keys of a service or a client.</summary>
/// <remarks>
/// <para>The response says whether the signature and the claims are valid, and if not, why. An invalid JOSE is a result and not an error. With <c>-Quiet</c>, the cmdlet returns only <c>$true</c> or <c>$false</c>.</para>
/// <para>The cmdlet uses the service's credential, or with <c>-ServiceOwner</c> the service owner's.</para>
/// <para>Calls POST /jose/verify.</para>
/// </remarks>
/// <example>
/// <para>Verify a JOSE that a client signed.</para>
/// <code>
/// $jose = 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl'
/// Test-AuthleteJose -Jose $jose -ClientIdentifier $clientId -SignedByClient
/// </code>
/// </example>
/// <example>
/// <para>Check a JOSE and its claims.</para>
/// <code>
/// $jose = 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl'
/// Test-AuthleteJose $jose -MandatoryClaims iss, exp -Quiet
/// </code>
/// </example>
/// <outputs type="Authlete.ApiClient.Models.JoseVerifyResponse">The result, with the errors that were found.</outputs>
/// <outputs type="System.Boolean">Whether the JOSE is valid, if you specify <c>-Quiet</c>.</outputs>
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
    /// <summary>Indicates that the cmdlet returns only <c>$true</c> or <c>$false</c>.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override PreparedCall Prepare() =>
        base.Prepare() with
        {
            Project = Quiet ? static body => ((JoseVerifyResponse)body).Valid == true : null,
        };
}
