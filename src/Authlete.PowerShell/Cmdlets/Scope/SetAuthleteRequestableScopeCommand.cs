using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Limits the scopes that a client application can request.</summary>
/// <remarks>
/// <para>Scopes that the service doesn't have are ignored. With <c>@()</c>, the client can request none. To remove the limit, use Remove-AuthleteRequestableScope. Calls PUT /client/extension/requestable_scopes/update/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Limit a client.</para>
/// <code>
/// $client = New-AuthleteClient -ClientName 'Limited'
/// Set-AuthleteRequestableScope -ClientId $client.ClientId -RequestableScopes openid, profile
/// </code>
/// </example>
/// <example>
/// <para>See what would happen.</para>
/// <code>
/// Set-AuthleteRequestableScope $clientId openid -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
/// <seealso cref="GetAuthleteRequestableScopeCommand"/>
/// <seealso cref="RemoveAuthleteRequestableScopeCommand"/>
/// <seealso cref="SetAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Set,
    "AuthleteRequestableScope",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Set-AuthleteRequestableScope.md"
)]
[OutputType(typeof(ClientExtensionRequestableScopesUpdateResponse))]
public sealed partial class SetAuthleteRequestableScopeCommand : ThrottledOperationCmdlet;
