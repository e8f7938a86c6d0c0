using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the JWK Set of a service.</summary>
/// <remarks>
/// <para>The JWK Set (RFC 7517 section 5) contains the public keys of the service. If you specify <c>-IncludePrivateKeys</c>, it contains the private keys, too. Keep the output out of logs. If the service has no JWK Set, the cmdlet returns no output and writes a warning.</para>
/// <para>Calls GET /service/jwks/get.</para>
/// </remarks>
/// <example>
/// <para>Get the IDs of the keys.</para>
/// <code>
/// (Get-AuthleteServiceJwkSet).Keys | ForEach-Object { $_.kid }
/// </code>
/// </example>
/// <example>
/// <para>Get the document to publish.</para>
/// <code>
/// (Get-AuthleteServiceJwkSet -Pretty).ToJson()
/// </code>
/// </example>
/// <seealso cref="GetAuthleteServiceConfigurationCommand"/>
/// <seealso cref="GetAuthleteServiceCommand"/>
/// <seealso cref="TestAuthleteJoseCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517: JSON Web Keys</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteServiceJwkSet", HelpUri = CmdletPage.Folder + "Get-AuthleteServiceJwkSet.md")]
[OutputType(typeof(ServiceJwksGetResponse))]
public sealed partial class GetAuthleteServiceJwkSetCommand : OperationCmdlet
{
    private protected override PreparedCall Prepare() => base.Prepare() with { WarningWithoutBody = "The service has no JWK Set." };
}
