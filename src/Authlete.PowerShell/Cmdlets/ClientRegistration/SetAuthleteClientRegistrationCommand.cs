using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Replaces the registration of a client application for the client itself.</summary>
/// <remarks>
/// <para>What the client configuration endpoint (RFC 7592 section 2.2) asks for PUT: POST /client/registration/update. <c>-Json</c> is the whole new metadata, client_id included; <c>-Token</c> is the registration access token that the client presents. Any action is a result of this cmdlet, not an error.</para>
/// </remarks>
/// <example>
/// <para>Change the name.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }).GetResponseObject()
/// Set-AuthleteClientRegistration -ClientId $registered.client_id -Token $registered.registration_access_token -Json @{ client_id = $registered.client_id; client_name = 'Renamed'; redirect_uris = @('https://dynamic.example.com/callback') }
/// </code>
/// </example>
/// <example>
/// <para>See what would be done.</para>
/// <code>
/// Set-AuthleteClientRegistration -ClientId $clientId -Token 'a-registration-access-token' -Json @{ client_name = 'Renamed' } -WhatIf
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <seealso cref="RegisterAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteClientRegistrationCommand"/>
/// <seealso cref="UnregisterAuthleteClientCommand"/>
[Cmdlet(VerbsCommon.Set, "AuthleteClientRegistration", SupportsShouldProcess = true)]
[OutputType(typeof(ClientRegistrationUpdateResponse))]
public sealed partial class SetAuthleteClientRegistrationCommand : ThrottledOperationCmdlet;
