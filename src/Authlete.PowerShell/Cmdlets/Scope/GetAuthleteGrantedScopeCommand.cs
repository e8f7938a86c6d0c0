using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the scopes that a user has granted to a client application.</summary>
/// <remarks>
/// <para>GET /client/granted_scopes/get/{clientId}. <c>LatestGrantedScopes</c> are those of the latest decision, <c>MergedGrantedScopes</c> those of all; both are absent where there is no record.</para>
/// </remarks>
/// <example>
/// <para>What has the user granted?</para>
/// <code>
/// (Get-AuthleteGrantedScope -ClientId $clientId -Subject 'user-1').MergedGrantedScopes
/// </code>
/// </example>
/// <example>
/// <para>To each client that the user has authorized.</para>
/// <code>
/// Get-AuthleteClientAuthorization 'user-1' | Get-AuthleteGrantedScope -Subject 'user-1'
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, or an object with a property ClientId.</inputs>
/// <seealso cref="RemoveAuthleteGrantedScopeCommand"/>
/// <seealso cref="GetAuthleteClientAuthorizationCommand"/>
[Cmdlet(VerbsCommon.Get, "AuthleteGrantedScope")]
[OutputType(typeof(ClientGrantedScopesGetResponse))]
public sealed partial class GetAuthleteGrantedScopeCommand : ThrottledOperationCmdlet;
