using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Sends parameters to the Authlete server, which returns them.</summary>
/// <remarks>
/// <para>Use this cmdlet to check that the server can be reached, and what arrives there through proxies. The parameters in the response are properties.</para>
/// <para>Calls GET /misc/echo.</para>
/// </remarks>
/// <example>
/// <para>Check that the server can be reached.</para>
/// <code>
/// Invoke-AuthleteEcho -Parameters @{ hello = 'world' }
/// </code>
/// </example>
/// <example>
/// <para>Check that special characters arrive unchanged.</para>
/// <code>
/// (Invoke-AuthleteEcho 'text=%C3%A9').text -eq [string][char]0xE9
/// </code>
/// </example>
/// <outputs type="Authlete.ApiClient.Json.JsonView">The parameters that the server received, as properties.</outputs>
/// <seealso cref="GetAuthleteServerInfoCommand"/>
/// <seealso cref="TestAuthleteCredentialCommand"/>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
/// <seealso href="docs/credentials.md">Credentials</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteEcho", HelpUri = CmdletPage.Folder + "Invoke-AuthleteEcho.md")]
[OutputType(typeof(JsonView))]
public sealed class InvokeAuthleteEchoCommand : OperationCmdlet
{
    /// <summary>The parameters: a query string, a URL with a query, or a dictionary, which is form-encoded.</summary>
    [Parameter(Position = 0)]
    [AllowEmptyString]
    [FormParameters]
    public SecretText? Parameters { get; set; }

    private protected override Operation Operation => Operations.MiscEcho;

    private protected override ApiCall NewCall() => new ApiCall(Operation).WithEncodedQuery(Parameters?.Reveal());
}
