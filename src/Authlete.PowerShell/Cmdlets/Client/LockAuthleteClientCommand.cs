using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Locks a client application.</summary>
/// <remarks>
/// <para>POST /client/lock_flag/update/{clientIdentifier}. A locked client can get no tokens, the tokens it has are refused, and it can be neither read nor changed until it is unlocked.</para>
/// <para>A client that is locked already is no error: the answer then has the result code A293203.</para>
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
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <seealso cref="UnlockAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
[Cmdlet(VerbsCommon.Lock, "AuthleteClient", SupportsShouldProcess = true)]
[OutputType(typeof(ClientFlagUpdateResponse))]
public sealed class LockAuthleteClientCommand : ClientLockCmdlet
{
    private protected override bool Locked => true;

    private protected override string CodeWhenDone => "A293203";
}
