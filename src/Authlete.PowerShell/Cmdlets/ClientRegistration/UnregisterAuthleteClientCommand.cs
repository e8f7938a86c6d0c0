using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes the registration of a client application for the client itself.</summary>
/// <remarks>
/// <para>What the client configuration endpoint (RFC 7592 section 2.3) asks for DELETE: POST /client/registration/delete. <c>-Token</c> is the registration access token that the client presents. Asks before it deletes; in a script say <c>-Confirm:$false</c>. Any action is a result of this cmdlet, not an error.</para>
/// </remarks>
/// <example>
/// <para>Delete a registration.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }).GetResponseObject()
/// Unregister-AuthleteClient -ClientId $registered.client_id -Token $registered.registration_access_token -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>See what would be done.</para>
/// <code>
/// Unregister-AuthleteClient $clientId 'a-registration-access-token' -WhatIf
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <seealso cref="RegisterAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteClientRegistrationCommand"/>
/// <seealso cref="SetAuthleteClientRegistrationCommand"/>
/// <seealso cref="RemoveAuthleteClientCommand"/>
[Cmdlet(VerbsLifecycle.Unregister, "AuthleteClient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientRegistrationDeleteResponse))]
public sealed partial class UnregisterAuthleteClientCommand : ThrottledOperationCmdlet;
