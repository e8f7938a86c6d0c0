using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the JWK Set of a service.</summary>
/// <remarks>
/// <para>Gets the keys (RFC 7517 section 5) that the service signs with, for its JWK Set endpoint, with GET /service/jwks/get. Returns only the public keys. If you specify <c>-IncludePrivateKeys</c>, the output is a secret.</para>
/// <para>If a service has no JWK Set, the cmdlet returns no output and writes a warning.</para>
/// </remarks>
/// <example>
/// <para>Show the ids of the keys.</para>
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
