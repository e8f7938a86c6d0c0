using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the scopes to which a client application is limited.</summary>
/// <remarks>
/// <para>If <c>RequestableScopes</c> is <c>$null</c>, the client isn't limited and can request all scopes of the service.</para>
/// <para>Calls GET /client/extension/requestable_scopes/get/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Get the scopes that a client can request.</para>
/// <code>
/// (Get-AuthleteRequestableScope -ClientId $clientId).RequestableScopes
/// </code>
/// </example>
/// <example>
/// <para>Get the scopes that each client can request.</para>
/// <code>
/// Get-AuthleteClient | Get-AuthleteRequestableScope
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client ID as a number, or any object with the property ClientId.</inputs>
/// <seealso cref="SetAuthleteRequestableScopeCommand"/>
/// <seealso cref="RemoveAuthleteRequestableScopeCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteRequestableScope", HelpUri = CmdletPage.Folder + "Get-AuthleteRequestableScope.md")]
[OutputType(typeof(ClientExtensionRequestableScopesGetResponse))]
public sealed partial class GetAuthleteRequestableScopeCommand : ThrottledOperationCmdlet;
