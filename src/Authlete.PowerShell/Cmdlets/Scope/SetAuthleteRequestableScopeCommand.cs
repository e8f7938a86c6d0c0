using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Limits a client application to certain scopes.</summary>
/// <remarks>
/// <para>PUT /client/extension/requestable_scopes/update/{clientId}. Scopes that the service does not have are ignored. <c>@()</c> leaves the client none; Remove-AuthleteRequestableScope takes the limit away.</para>
/// </remarks>
/// <example>
/// <para>Limit a client.</para>
/// <code>
/// $client = New-AuthleteClient -ClientName 'Limited'
/// Set-AuthleteRequestableScope -ClientId $client.ClientId -RequestableScopes openid, profile
/// </code>
/// </example>
/// <example>
/// <para>See what would be done.</para>
/// <code>
/// Set-AuthleteRequestableScope $clientId openid -WhatIf
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <seealso cref="GetAuthleteRequestableScopeCommand"/>
/// <seealso cref="RemoveAuthleteRequestableScopeCommand"/>
[Cmdlet(VerbsCommon.Set, "AuthleteRequestableScope", SupportsShouldProcess = true)]
[OutputType(typeof(ClientExtensionRequestableScopesUpdateResponse))]
public sealed partial class SetAuthleteRequestableScopeCommand : ThrottledOperationCmdlet;
