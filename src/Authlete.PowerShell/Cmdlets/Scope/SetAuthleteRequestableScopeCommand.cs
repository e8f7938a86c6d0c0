using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Limits the scopes that a client application can request.</summary>
/// <remarks>
/// <para>The server ignores scopes that the service doesn't have. With <c>@()</c>, the client can't request any scope. To remove the limit, use Remove-AuthleteRequestableScope.</para>
/// <para>Calls PUT /client/extension/requestable_scopes/update/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Limit a client to two scopes.</para>
/// <code>
/// Set-AuthleteRequestableScope -ClientId $clientId `
///     -RequestableScopes openid, profile
/// </code>
/// </example>
/// <example>
/// <para>Show what would change for all clients.</para>
/// <code>
/// Get-AuthleteClient |
///     Set-AuthleteRequestableScope -RequestableScopes openid -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
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
