using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Changes the scopes of the tokens that a client application holds for a user.</summary>
/// <remarks>
/// <para>The access tokens that the client has for the user get these scopes. Without <c>-Scopes</c>, they keep theirs; with <c>@()</c>, they have none. Calls POST /client/authorization/update/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Leave a client only the scope openid.</para>
/// <code>
/// Set-AuthleteClientAuthorization -ClientId $clientId -Subject 'user-1' -Scopes openid
/// </code>
/// </example>
/// <example>
/// <para>See what would happen for all clients of the user.</para>
/// <code>
/// Get-AuthleteClientAuthorization 'user-1' | Set-AuthleteClientAuthorization -Subject 'user-1' -Scopes openid -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
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
