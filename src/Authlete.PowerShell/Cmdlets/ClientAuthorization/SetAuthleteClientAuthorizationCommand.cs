using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Changes the scopes of the tokens that a client application holds for a user.</summary>
/// <remarks>
/// <para>POST /client/authorization/update/{clientId}: the access tokens that were issued to the client for the user get these scopes. Without <c>-Scopes</c> they keep theirs; <c>@()</c> leaves them none.</para>
/// </remarks>
/// <example>
/// <para>Leave a client no more than openid.</para>
/// <code>
/// Set-AuthleteClientAuthorization -ClientId $clientId -Subject 'user-1' -Scopes openid
/// </code>
/// </example>
/// <example>
/// <para>The same for all clients of the user.</para>
/// <code>
/// Get-AuthleteClientAuthorization 'user-1' | Set-AuthleteClientAuthorization -Subject 'user-1' -Scopes openid -WhatIf
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <seealso cref="GetAuthleteClientAuthorizationCommand"/>
/// <seealso cref="RemoveAuthleteClientAuthorizationCommand"/>
[Cmdlet(VerbsCommon.Set, "AuthleteClientAuthorization", SupportsShouldProcess = true)]
[OutputType(typeof(ClientAuthorizationUpdateResponse))]
public sealed partial class SetAuthleteClientAuthorizationCommand : ThrottledOperationCmdlet;
