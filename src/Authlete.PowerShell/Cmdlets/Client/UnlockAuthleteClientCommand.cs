using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Unlocks a client application.</summary>
/// <remarks>
/// <para>POST /client/lock_flag/update/{clientIdentifier}. An unlocked client works again as it did before it was locked.</para>
/// <para>A client that is unlocked already is no error: the answer then has the result code A293204.</para>
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
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <seealso cref="LockAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
[Cmdlet(VerbsCommon.Unlock, "AuthleteClient", SupportsShouldProcess = true)]
[OutputType(typeof(ClientFlagUpdateResponse))]
public sealed class UnlockAuthleteClientCommand : ClientLockCmdlet
{
    private protected override bool Locked => false;

    private protected override string CodeWhenDone => "A293204";
}
