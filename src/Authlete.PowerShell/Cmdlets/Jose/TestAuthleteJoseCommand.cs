using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Verifies a signed or encrypted JWT (JOSE) with the keys of the service or of a client.</summary>
/// <remarks>
/// <para>POST /jose/verify. The answer says whether the signature and the claims are good, and what is wrong otherwise; a JOSE that is not valid is a result, not an error. <c>-Quiet</c> gives the bare Boolean.</para>
/// <para>Called with the service's key and secret; <c>-ServiceOwner</c> calls with the service owner's.</para>
/// </remarks>
/// <example>
/// <para>Verify a JOSE that a client has signed.</para>
/// <code>
/// Test-AuthleteJose -Jose 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl' -ClientIdentifier $clientId -SignedByClient
/// </code>
/// </example>
/// <example>
/// <para>Just yes or no.</para>
/// <code>
/// Test-AuthleteJose 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl' -MandatoryClaims iss, exp -Quiet
/// </code>
/// </example>
/// <seealso cref="GetAuthleteServiceJwkSetCommand"/>
[Cmdlet(VerbsDiagnostic.Test, "AuthleteJose")]
[OutputType(typeof(JoseVerifyResponse))]
[OutputType(typeof(bool))]
public sealed partial class TestAuthleteJoseCommand : OperationCmdlet
{
    /// <summary>Whether just true or false is written.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override PreparedCall Prepare() =>
        base.Prepare() with
        {
            Project = Quiet ? static body => ((JoseVerifyResponse)body).Valid == true : null,
        };
}
