using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Replaces the registration of a client application on behalf of the client.</summary>
/// <remarks>
/// <para>Call it from the client configuration endpoint for PUT (RFC 7592 section 2.2). Calls POST /client/registration/update. <c>-Json</c> is all of the new metadata, with client_id; <c>-Token</c> is the registration access token that the client presents. This cmdlet returns any action; none is an error.</para>
/// </remarks>
/// <example>
/// <para>Change the name.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }).GetResponseObject()
/// Set-AuthleteClientRegistration -ClientId $registered.client_id -Token $registered.registration_access_token -Json @{ client_id = $registered.client_id; client_name = 'Renamed'; redirect_uris = @('https://dynamic.example.com/callback') }
/// </code>
/// </example>
/// <example>
/// <para>See what would happen.</para>
/// <code>
/// Set-AuthleteClientRegistration -ClientId $clientId -Token 'a-registration-access-token' -Json @{ client_name = 'Renamed' } -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
/// <seealso cref="GetAuthleteClientRegistrationCommand"/>
/// <seealso cref="RegisterAuthleteClientCommand"/>
/// <seealso cref="UnregisterAuthleteClientCommand"/>
/// <seealso cref="SetAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7592">RFC 7592: management of client registrations</seealso>
[Cmdlet(
    VerbsCommon.Set,
    "AuthleteClientRegistration",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Set-AuthleteClientRegistration.md"
)]
[OutputType(typeof(ClientRegistrationUpdateResponse))]
public sealed partial class SetAuthleteClientRegistrationCommand : ThrottledOperationCmdlet;
