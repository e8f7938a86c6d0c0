using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ManyAtOnceTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void A_thousand_tokens_go_through_one_pipeline_in_their_order()
    {
        Session.Run("$token = (" + Scripts.NewToken + ").AccessToken");

        var actions = Session.Run(
            "0..999 | ForEach-Object { if ($_ % 10) { $token } else { \"unknown-$_\" } } | Invoke-AuthleteIntrospection | ForEach-Object { $_.Action }"
        );

        Assert.Equal(1000, actions.Count);
        Assert.Equal(
            Enumerable.Range(0, 1000).Select(number => number % 10 == 0 ? "UNAUTHORIZED" : "OK"),
            actions.Select(action => action.ToString())
        );
    }

    [Fact]
    public async Task Two_runspaces_work_at_once_without_mixing_their_connections()
    {
        using var one = EngineSession.Connected(Sandbox);
        using var other = EngineSession.NotConnected(Sandbox);
        other.Run(
            "Connect-Authlete $credential -BaseUri $baseUri; $service = Invoke-AuthleteApi /service/create POST -Credential $ownerCredential -BaseUri $baseUri -ServiceOwner -Body @{ serviceName = 'Other'; issuer = 'https://other.example.com'; supportedResponseTypes = @('CODE') }"
        );
        other.Run(
            "Connect-Authlete ([pscredential]::new([string]$service.apiKey, (ConvertTo-SecureString $service.apiSecret -AsPlainText -Force))) -BaseUri $baseUri"
        );
        const string Script = "1..50 | ForEach-Object { (Get-AuthleteServiceConfiguration).issuer }";

        var issuers = await Task.WhenAll(
            Task.Run(() => one.Run(Script), TestContext.Current.CancellationToken),
            Task.Run(() => other.Run(Script), TestContext.Current.CancellationToken)
        );

        Assert.All(issuers[0], issuer => Assert.Equal("https://as.example.com", issuer.ToString()));
        Assert.All(issuers[1], issuer => Assert.Equal("https://other.example.com", issuer.ToString()));
        Assert.Equal([50, 50], issuers.Select(list => list.Count));
    }

    [Fact]
    public void Script_blocks_in_parallel_take_the_connection_along()
    {
        Session.Set("manifest", StagedModule.Manifest);

        var names = Session.Run(
            """
            $connection = Get-AuthleteConnection
            1..8 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                if (Get-AuthleteConnection) { throw 'The default connection belongs to one runspace.' }
                (Get-AuthleteServiceConfiguration -Connection $using:connection).issuer
            } -ThrottleLimit 2
            """
        );

        Assert.Equal(8, names.Count);
    }
}
