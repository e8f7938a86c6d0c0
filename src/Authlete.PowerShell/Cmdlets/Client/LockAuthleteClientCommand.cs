using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Locks a client application.</summary>
/// <remarks>
/// <para>A locked client gets no tokens, and those that it has are refused. It can be neither read nor changed until you unlock it. Calls POST /client/lock_flag/update/{clientIdentifier}.</para>
/// <para>A client that is already locked isn't an error: the response has the result code A293203.</para>
/// </remarks>
/// <example>
/// <para>Lock a client.</para>
/// <code>
/// $client = New-AuthleteClient -ClientName 'Suspect'
/// Lock-AuthleteClient -ClientId $client.ClientId
/// </code>
/// </example>
/// <example>
/// <para>Lock all clients of a developer.</para>
/// <code>
/// Get-AuthleteClient -Developer 'former-partner' | Lock-AuthleteClient
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
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
