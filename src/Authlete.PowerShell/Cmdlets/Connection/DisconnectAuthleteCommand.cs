using System.Management.Automation;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Closes the default connection of the session.</summary>
/// <remarks>
/// <para>The cmdlet closes the runspace's default connection and discards its API keys and secrets. The connection object no longer works, even in other variables. Until the next Connect-Authlete, cmdlets that need the default connection fail. They don't use the environment variables.</para>
/// </remarks>
/// <example>
/// <para>Close the connection.</para>
/// <code>
/// Disconnect-Authlete
/// </code>
/// </example>
/// <example>
/// <para>Connect for one task.</para>
/// <code>
/// Connect-Authlete -SecretName authlete-service
/// Get-AuthleteServerInfo
/// Disconnect-Authlete
/// </code>
/// </example>
/// <outputs>None. This cmdlet returns no output.</outputs>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso cref="GetAuthleteConnectionCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
/// <seealso href="docs/credentials.md">Credentials</seealso>
[Cmdlet(VerbsCommunications.Disconnect, "Authlete", HelpUri = CmdletPage.Folder + "Disconnect-Authlete.md")]
[OutputType(typeof(void))]
public sealed class DisconnectAuthleteCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => DefaultConnection.Clear();
}
