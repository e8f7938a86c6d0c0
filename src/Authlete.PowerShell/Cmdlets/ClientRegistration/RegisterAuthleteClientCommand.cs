using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a client application that asks for it at the registration endpoint.</summary>
/// <remarks>
/// <para>What the client registration endpoint (RFC 7591) asks: POST /client/registration. <c>-Json</c> is the client metadata, the body of the request. Any action is a result of this cmdlet, not an error; <c>ResponseContent</c> is the JSON for the client, with its secret and its registration access token: keep it out of logs.</para>
/// <para>The service has to support dynamic registration. To register a client yourself, use New-AuthleteClient.</para>
/// </remarks>
/// <example>
/// <para>Register a client.</para>
/// <code>
/// Register-AuthleteClient -Json @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }
/// </code>
/// </example>
/// <example>
/// <para>Register a client with the metadata as they came.</para>
/// <code>
/// (Register-AuthleteClient '{"client_name":"Dynamic","redirect_uris":["https://dynamic.example.com/callback"]}').GetResponseObject()
/// </code>
/// </example>
/// <seealso cref="GetAuthleteClientRegistrationCommand"/>
/// <seealso cref="SetAuthleteClientRegistrationCommand"/>
/// <seealso cref="UnregisterAuthleteClientCommand"/>
/// <seealso cref="NewAuthleteClientCommand"/>
[Cmdlet(VerbsLifecycle.Register, "AuthleteClient", SupportsShouldProcess = true)]
[OutputType(typeof(ClientRegistrationResponse))]
public sealed partial class RegisterAuthleteClientCommand : OperationCmdlet;
