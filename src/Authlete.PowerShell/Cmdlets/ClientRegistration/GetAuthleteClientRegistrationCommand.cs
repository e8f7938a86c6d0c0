using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the registration of a client application at the client's request.</summary>
/// <remarks>
/// <para>Call this cmdlet from your client configuration endpoint for GET requests (RFC 7592 section 2.1), with the registration access token from the request in <c>-Token</c>. <c>ResponseContent</c> is the JSON for the client. Every action is a result and not an error.</para>
/// <para>Calls POST /client/registration/get.</para>
/// </remarks>
/// <example>
/// <para>Get a registration.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{
///         redirect_uris = @('https://dynamic.example.com/callback')
///     }).GetResponseObject()
/// Get-AuthleteClientRegistration -ClientId $registered.client_id `
///     -Token $registered.registration_access_token
/// </code>
/// </example>
/// <example>
/// <para>Show why a token is rejected.</para>
/// <code>
/// $response = Get-AuthleteClientRegistration $clientId 'unknown-token'
/// $response | Get-AuthleteResultCode
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client ID as a number, or any object with the property ClientId.</inputs>
/// <seealso cref="RegisterAuthleteClientCommand"/>
/// <seealso cref="SetAuthleteClientRegistrationCommand"/>
/// <seealso cref="UnregisterAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7592">RFC 7592: management of client registrations</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteClientRegistration", HelpUri = CmdletPage.Folder + "Get-AuthleteClientRegistration.md")]
[OutputType(typeof(ClientRegistrationGetResponse))]
public sealed partial class GetAuthleteClientRegistrationCommand : ThrottledOperationCmdlet;
