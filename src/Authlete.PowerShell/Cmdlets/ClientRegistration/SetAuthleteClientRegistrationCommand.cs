using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Replaces the registration of a client application at the client's request.</summary>
/// <remarks>
/// <para>Call this cmdlet from your client configuration endpoint for PUT requests (RFC 7592 section 2.2). <c>-Token</c> is the registration access token from the request. <c>-Json</c> is the complete new metadata, including client_id. Every action is a result and not an error.</para>
/// <para>Calls POST /client/registration/update.</para>
/// </remarks>
/// <example>
/// <para>Change the name of a client.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{
///         redirect_uris = @('https://dynamic.example.com/callback')
///     }).GetResponseObject()
/// Set-AuthleteClientRegistration -ClientId $registered.client_id `
///     -Token $registered.registration_access_token -Json @{
///         client_id     = $registered.client_id
///         client_name   = 'Renamed'
///         redirect_uris = @('https://dynamic.example.com/callback')
///     }
/// </code>
/// </example>
/// <example>
/// <para>Show what would be sent.</para>
/// <code>
/// Set-AuthleteClientRegistration -ClientId $clientId -Token 'a-token' `
///     -Json @{ client_name = 'Renamed' } -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
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
