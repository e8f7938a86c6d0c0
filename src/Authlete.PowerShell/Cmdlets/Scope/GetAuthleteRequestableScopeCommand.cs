using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the scopes to which a client application is limited.</summary>
/// <remarks>
/// <para>GET /client/extension/requestable_scopes/get/{clientId}. Absent: the client is not limited, and may ask for all scopes of the service.</para>
/// </remarks>
/// <example>
/// <para>Which scopes may a client ask for?</para>
/// <code>
/// (Get-AuthleteRequestableScope -ClientId $clientId).RequestableScopes
/// </code>
/// </example>
/// <example>
/// <para>Of all clients.</para>
/// <code>
/// Get-AuthleteClient | Get-AuthleteRequestableScope
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, or an object with a property ClientId.</inputs>
/// <seealso cref="SetAuthleteRequestableScopeCommand"/>
/// <seealso cref="RemoveAuthleteRequestableScopeCommand"/>
[Cmdlet(VerbsCommon.Get, "AuthleteRequestableScope")]
[OutputType(typeof(ClientExtensionRequestableScopesGetResponse))]
public sealed partial class GetAuthleteRequestableScopeCommand : ThrottledOperationCmdlet;
