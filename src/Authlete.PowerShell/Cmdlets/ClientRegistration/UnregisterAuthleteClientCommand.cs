using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes the registration of a client application at the client's request.</summary>
/// <remarks>
/// <para>Call this cmdlet from your client configuration endpoint for DELETE requests (RFC 7592 section 2.3), with the registration access token from the request in <c>-Token</c>. Every action is a result and not an error.</para>
/// <para>The cmdlet prompts for confirmation. In scripts, specify <c>-Confirm:$false</c>. To delete a client yourself, use Remove-AuthleteClient.</para>
/// <para>Calls POST /client/registration/delete.</para>
/// </remarks>
/// <example>
/// <para>Delete a registration.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{
///         redirect_uris = @('https://dynamic.example.com/callback')
///     }).GetResponseObject()
/// Unregister-AuthleteClient -ClientId $registered.client_id `
///     -Token $registered.registration_access_token -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Show what would be deleted.</para>
/// <code>
/// Unregister-AuthleteClient -ClientId $clientId -Token 'a-token' -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
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
