using System.Management.Automation;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Forgets the default connection of this session.</summary>
/// <remarks>
/// <para>Closes the runspace's default connection and drops its API keys and secrets; wherever the connection object went, it can't be used any more. From then on, until the next Connect-Authlete, a cmdlet without a connection of its own is an error: it does not fall back to the environment variables.</para>
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
/// <outputs>Nothing.</outputs>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso cref="GetAuthleteConnectionCommand"/>
[Cmdlet(VerbsCommunications.Disconnect, "Authlete")]
[OutputType(typeof(void))]
public sealed class DisconnectAuthleteCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => DefaultConnection.Clear();
}
