using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a client application that sent a request to the registration endpoint.</summary>
/// <remarks>
/// <para>Call this cmdlet from your client registration endpoint (RFC 7591), with the body of the request in <c>-Json</c>. <c>ResponseContent</c> is the JSON for the client. It contains the client secret and the registration access token. Keep it out of logs. Every action is a result and not an error.</para>
/// <para>The service must support dynamic registration. To create a client yourself, use New-AuthleteClient.</para>
/// <para>Calls POST /client/registration.</para>
/// </remarks>
/// <example>
/// <para>Register a client.</para>
/// <code>
/// Register-AuthleteClient -Json @{
///     client_name   = 'Dynamic'
///     redirect_uris = @('https://dynamic.example.com/callback')
/// }
/// </code>
/// </example>
/// <example>
/// <para>Register a client with the body as received.</para>
/// <code>
/// $body = '{"redirect_uris":["https://dynamic.example.com/callback"]}'
/// (Register-AuthleteClient $body).Action
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
