using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a client application that sent a request to the registration endpoint.</summary>
/// <remarks>
/// <para>Call it from the client registration endpoint (RFC 7591). <c>-Json</c> is the client metadata, the body of the request. <c>ResponseContent</c> is the JSON for the client, with its secret and its registration access token: keep it out of logs. This cmdlet returns any action; none is an error. Calls POST /client/registration.</para>
/// <para>The service must support dynamic registration. To register a client yourself, use New-AuthleteClient.</para>
/// </remarks>
/// <example>
/// <para>Register a client.</para>
/// <code>
/// Register-AuthleteClient -Json @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }
/// </code>
/// </example>
/// <example>
/// <para>Register a client with the metadata as received.</para>
/// <code>
/// (Register-AuthleteClient '{"client_name":"Dynamic","redirect_uris":["https://dynamic.example.com/callback"]}').GetResponseObject()
/// </code>
/// </example>
/// <seealso cref="GetAuthleteClientRegistrationCommand"/>
/// <seealso cref="SetAuthleteClientRegistrationCommand"/>
/// <seealso cref="UnregisterAuthleteClientCommand"/>
/// <seealso cref="NewAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7591">RFC 7591: dynamic client registration</seealso>
[Cmdlet(
    VerbsLifecycle.Register,
    "AuthleteClient",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Register-AuthleteClient.md"
)]
[OutputType(typeof(ClientRegistrationResponse))]
public sealed partial class RegisterAuthleteClientCommand : OperationCmdlet;
