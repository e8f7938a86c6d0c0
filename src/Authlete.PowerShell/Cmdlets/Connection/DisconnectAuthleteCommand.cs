using System.Management.Automation;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Closes the default connection of the session.</summary>
/// <remarks>
/// <para>Closes the runspace's default connection and drops its API keys and secrets. The connection object doesn't work anymore, wherever it is. Until the next Connect-Authlete, cmdlets that need the default connection fail. They don't fall back to the environment variables.</para>
/// </remarks>
/// <example>
/// <para>Disconnect.</para>
/// <code>
/// Disconnect-Authlete
/// </code>
/// </example>
/// <example>
/// <para>Work with a service for a while.</para>
/// <code>
/// Connect-Authlete -Credential $credential -BaseUri $baseUri
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
