using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Unlocks a client application.</summary>
/// <remarks>
/// <para>The client then works as before it was locked. To unlock a client that isn't locked isn't an error: the response has the result code A293204.</para>
/// <para>Calls POST /client/lock_flag/update/{clientIdentifier}.</para>
/// </remarks>
/// <example>
/// <para>Unlock a client.</para>
/// <code>
/// Unlock-AuthleteClient -ClientId $clientId
/// </code>
/// </example>
/// <example>
/// <para>Lock clients during an investigation, then unlock them.</para>
/// <code>
/// $clients = Get-AuthleteClient -Developer former-partner
/// $clients | Lock-AuthleteClient
/// $clients | Unlock-AuthleteClient
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
/// <seealso cref="LockAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="SetAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.Unlock, "AuthleteClient", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "Unlock-AuthleteClient.md")]
[OutputType(typeof(ClientFlagUpdateResponse))]
public sealed class UnlockAuthleteClientCommand : ClientLockCmdlet
{
    private protected override bool Locked => false;

    private protected override string CodeWhenDone => "A293204";
}
