using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Reads the registration of a client application for the client itself.</summary>
/// <remarks>
/// <para>What the client configuration endpoint (RFC 7592 section 2.1) asks for GET: POST /client/registration/get. <c>-Token</c> is the registration access token that the client presents. Any action is a result of this cmdlet, not an error.</para>
/// </remarks>
/// <example>
/// <para>Read a registration.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }).GetResponseObject()
/// Get-AuthleteClientRegistration -ClientId $registered.client_id -Token $registered.registration_access_token
/// </code>
/// </example>
/// <example>
/// <para>Look at what the client gets.</para>
/// <code>
/// $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }).GetResponseObject()
/// (Get-AuthleteClientRegistration $registered.client_id $registered.registration_access_token).GetResponseObject().client_name
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, or an object with a property ClientId.</inputs>
/// <seealso cref="RegisterAuthleteClientCommand"/>
/// <seealso cref="SetAuthleteClientRegistrationCommand"/>
/// <seealso cref="UnregisterAuthleteClientCommand"/>
[Cmdlet(VerbsCommon.Get, "AuthleteClientRegistration")]
[OutputType(typeof(ClientRegistrationGetResponse))]
public sealed partial class GetAuthleteClientRegistrationCommand : ThrottledOperationCmdlet;
