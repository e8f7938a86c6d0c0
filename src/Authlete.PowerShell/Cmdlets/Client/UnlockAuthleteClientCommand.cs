using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Unlocks a client application.</summary>
/// <remarks>
/// <para>An unlocked client works as it did before it was locked. Calls POST /client/lock_flag/update/{clientIdentifier}.</para>
/// <para>A client that isn't locked isn't an error: the response has the result code A293204.</para>
/// </remarks>
/// <example>
/// <para>Unlock a client.</para>
/// <code>
/// Unlock-AuthleteClient -ClientId $clientId
/// </code>
/// </example>
/// <example>
/// <para>Lock a client, then unlock it.</para>
/// <code>
/// $client = New-AuthleteClient -ClientName 'Suspect'
/// $client | Lock-AuthleteClient
/// $client | Unlock-AuthleteClient
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
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
