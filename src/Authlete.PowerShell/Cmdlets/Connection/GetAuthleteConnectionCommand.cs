using System.Management.Automation;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the default connection of the session.</summary>
/// <remarks>
/// <para>The cmdlet returns the connection that Connect-Authlete set in this runspace. The view doesn't show its secrets. If there is no connection, the cmdlet returns no output, even if the environment variables are set.</para>
/// </remarks>
/// <example>
/// <para>Show the default connection.</para>
/// <code>
/// Get-AuthleteConnection
/// </code>
/// </example>
/// <example>
/// <para>Pass the connection to a cmdlet.</para>
/// <code>
/// $connection = Get-AuthleteConnection
/// Get-AuthleteServerInfo -Connection $connection
/// </code>
/// <para>Several runspaces can share a connection. In a parallel script block, use $using:connection.</para>
/// </example>
/// <outputs type="Authlete.PowerShell.AuthleteConnection">The default connection. Its properties contain no secrets.</outputs>
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
