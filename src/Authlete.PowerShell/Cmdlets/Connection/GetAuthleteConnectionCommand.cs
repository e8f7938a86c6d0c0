using System.Management.Automation;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the default connection of this session.</summary>
/// <remarks>
/// <para>The connection that Connect-Authlete has set in this runspace, without its secrets. Nothing if there is none; the environment variables are no connection.</para>
/// </remarks>
/// <example>
/// <para>Show the default connection.</para>
/// <code>
/// Get-AuthleteConnection
/// </code>
/// </example>
/// <example>
/// <para>Pass it to a cmdlet by name.</para>
/// <code>
/// $connection = Get-AuthleteConnection
/// Get-AuthleteServerInfo -Connection $connection
/// </code>
/// <para>A connection is safe to share: the same way it goes into a parallel script block with $using:.</para>
/// </example>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso cref="DisconnectAuthleteCommand"/>
[Cmdlet(VerbsCommon.Get, "AuthleteConnection")]
[OutputType(typeof(AuthleteConnection))]
public sealed class GetAuthleteConnectionCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (DefaultConnection.Current is { } connection)
        {
            WriteObject(connection);
        }
    }
}
