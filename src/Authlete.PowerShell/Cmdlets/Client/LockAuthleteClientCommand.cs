using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Locks a client application.</summary>
/// <remarks>
/// <para>A locked client gets no tokens, and its existing tokens are rejected. You can't read or change the client until you unlock it. To lock a client that is locked already isn't an error: the response has the result code A293203.</para>
/// <para>Calls POST /client/lock_flag/update/{clientIdentifier}.</para>
/// </remarks>
/// <example>
/// <para>Lock a client.</para>
/// <code>
/// Lock-AuthleteClient -ClientId $clientId
/// </code>
/// </example>
/// <example>
/// <para>Lock all clients of a developer.</para>
/// <code>
/// Get-AuthleteClient -Developer former-partner | Lock-AuthleteClient
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
/// <seealso cref="UnlockAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="RevokeAuthleteAccessTokenCommand"/>
/// <seealso cref="RemoveAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.Lock, "AuthleteClient", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "Lock-AuthleteClient.md")]
[OutputType(typeof(ClientFlagUpdateResponse))]
public sealed class LockAuthleteClientCommand : ClientLockCmdlet
{
    private protected override bool Locked => true;

    private protected override string CodeWhenDone => "A293203";
}
