using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Changes the scopes of a user's access tokens at a client application.</summary>
/// <remarks>
/// <para>All access tokens that the client has for the user get the scopes that you specify. Without <c>-Scopes</c>, the tokens keep their scopes. With <c>@()</c>, they have none.</para>
/// <para>Calls POST /client/authorization/update/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Leave a client only the scope openid.</para>
/// <code>
/// Set-AuthleteClientAuthorization -ClientId $clientId -Subject user-1 `
///     -Scopes openid
/// </code>
/// </example>
/// <example>
/// <para>Show what would change for all clients of a user.</para>
/// <code>
/// Get-AuthleteClientAuthorization user-1 |
///     Set-AuthleteClientAuthorization -Subject user-1 -Scopes openid -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
/// <seealso cref="GetAuthleteClientAuthorizationCommand"/>
/// <seealso cref="RemoveAuthleteClientAuthorizationCommand"/>
/// <seealso cref="SetAuthleteAccessTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Set,
    "AuthleteClientAuthorization",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Set-AuthleteClientAuthorization.md"
)]
[OutputType(typeof(ClientAuthorizationUpdateResponse))]
public sealed partial class SetAuthleteClientAuthorizationCommand : ThrottledOperationCmdlet;
