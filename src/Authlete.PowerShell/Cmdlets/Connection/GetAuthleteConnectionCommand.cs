using System.Management.Automation;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the default connection of the session.</summary>
/// <remarks>
/// <para>Returns the connection that Connect-Authlete set in this runspace, without its secrets. If there is none, the cmdlet returns no output; environment variables don't count as a connection.</para>
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
/// <para>A connection is safe to share. Pass it to a parallel script block with $using:.</para>
/// </example>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso cref="DisconnectAuthleteCommand"/>
/// <seealso cref="TestAuthleteCredentialCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
/// <seealso href="docs/credentials.md">Credentials</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteConnection", HelpUri = CmdletPage.Folder + "Get-AuthleteConnection.md")]
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
