using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the registration of a client application on behalf of the client.</summary>
/// <remarks>
/// <para>Call it from the client configuration endpoint for GET (RFC 7592 section 2.1). Calls POST /client/registration/get. <c>-Token</c> is the registration access token that the client presents. This cmdlet returns any action; none is an error.</para>
/// </remarks>
/// <example>
/// <para>Read a registration.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }).GetResponseObject()
/// Get-AuthleteClientRegistration -ClientId $registered.client_id -Token $registered.registration_access_token
/// </code>
/// </example>
/// <example>
/// <para>See what the client gets.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }).GetResponseObject()
/// (Get-AuthleteClientRegistration $registered.client_id $registered.registration_access_token).GetResponseObject().client_name
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client ID as a number, or an object with the property ClientId.</inputs>
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
