using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>Every example of the help does what it says: it runs against a sandbox of its own and ends without an error.</summary>
public sealed class HelpExampleTests : IAsyncLifetime
{
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XDocument s_help = XDocument.Load(Path.Combine(StagedModule.Folder, "en-US", "Authlete.PowerShell.dll-Help.xml"));

    private SandboxServer _sandbox = null!;

    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach (var (cmdlet, codes) in Codes())
            {
                for (var number = 1; number <= codes.Count; number++)
                {
                    examples.Add(cmdlet, number);
                }
            }

            return examples;
        }
    }

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Theory]
    [MemberData(nameof(Examples))]
    public void Runs(string cmdlet, int number)
    {
        using var session = EngineSession.Connected(_sandbox);
        AddVault(session, _sandbox);
        AddFiles(session);
        if (cmdlet == "Get-AuthleteFederationConfiguration")
        {
            session.Run("Set-AuthleteService $serviceApiKey -FederationEnabled $true -FederationJwks (Get-AuthleteServiceJwkSet -IncludePrivateKeys).ToJson()");
        }

        var result = session.TryRun(Codes().Single(entry => entry.Cmdlet == cmdlet).Codes[number - 1]);
        Assert.Empty(result.Errors.Select(error => error.FullyQualifiedErrorId + ": " + error));
    }

    /// <summary>Get-Content, which is not in this engine, and the file that the examples read.</summary>
    private static void AddFiles(EngineSession session) => session.Run("""
        function Get-Content {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [ValidateSet('service.json')] [string] $Path, [Parameter(Mandatory)] [switch] $Raw)
            '{"serviceName":"From a file","supportedResponseTypes":["CODE"]}'
        }
        """);

    /// <summary>What stands in for SecretManagement: one entry of all that there may be in one, whatever its name.</summary>
    private static void AddVault(EngineSession session, SandboxServer sandbox)
    {
        session.Set("vaultEntry", new System.Collections.Hashtable
        {
            ["ApiKey"] = sandbox.ServiceApiKey,
            ["ApiSecret"] = sandbox.ServiceApiSecret,
            ["ServiceOwnerApiKey"] = sandbox.ServiceOwnerApiKey,
            ["ServiceOwnerApiSecret"] = sandbox.ServiceOwnerApiSecret,
            ["BaseUri"] = sandbox.BaseUri.AbsoluteUri,
        });
        session.Run("""
            New-Module -Name Microsoft.PowerShell.SecretManagement -ArgumentList $vaultEntry -ScriptBlock {
                param($entry)
                function Get-Secret {
                    [CmdletBinding()]
                    param([Parameter(Mandatory)] [string] $Name, [string] $Vault, [switch] $AsPlainText)
                    $entry
                }
                Export-ModuleMember -Function Get-Secret
            } | Import-Module
            """);
    }

    private static IEnumerable<(string Cmdlet, List<string> Codes)> Codes() => s_help.Descendants(s_command + "command").Select(command => (
        command.Element(s_command + "details")!.Element(s_command + "name")!.Value,
        command.Descendants(s_dev + "code").Select(code => code.Value).ToList()));
}
