using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes the registration of a client application on behalf of the client.</summary>
/// <remarks>
/// <para>Call it from the client configuration endpoint for DELETE (RFC 7592 section 2.3). Calls POST /client/registration/delete. <c>-Token</c> is the registration access token that the client presents. Prompts for confirmation; in a script or in CI, specify <c>-Confirm:$false</c>. This cmdlet returns any action; none is an error.</para>
/// </remarks>
/// <example>
/// <para>Delete a registration.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }).GetResponseObject()
/// Unregister-AuthleteClient -ClientId $registered.client_id -Token $registered.registration_access_token -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>See what would happen.</para>
/// <code>
/// Unregister-AuthleteClient $clientId 'a-registration-access-token' -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
/// <seealso cref="RegisterAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteClientRegistrationCommand"/>
/// <seealso cref="SetAuthleteClientRegistrationCommand"/>
/// <seealso cref="RemoveAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7592">RFC 7592: management of client registrations</seealso>
[Cmdlet(
    VerbsLifecycle.Unregister,
    "AuthleteClient",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = CmdletPage.Folder + "Unregister-AuthleteClient.md"
)]
[OutputType(typeof(ClientRegistrationDeleteResponse))]
public sealed partial class UnregisterAuthleteClientCommand : ThrottledOperationCmdlet;
