using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class DefaultConnectionTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void Get_AuthleteConnection_writes_nothing_before_the_first_Connect()
    {
        Assert.Empty(Unconnected.Run("Get-AuthleteConnection"));
    }

    [Fact]
    public void Get_AuthleteConnection_writes_the_default_connection()
    {
        var connection = Session.RunSingle("Get-AuthleteConnection");

        Assert.Equal("Authlete.PowerShell.AuthleteConnection", connection.TypeName());
        Assert.Equal(Sandbox.ServiceApiKey, connection.Value("ApiKey"));
    }

    [Fact]
    public void A_credential_of_the_cmdlet_wins_over_the_default_connection()
    {
        Session.Set("other", EngineSession.Credential("99", "secret"));

        Assert.Equal("A003201", Session.RunError("Get-AuthleteClient -Credential $other -BaseUri $baseUri").Id());
    }

    [Fact]
    public void A_connection_of_the_cmdlet_wins_over_the_default_connection()
    {
        Session.Set("other", EngineSession.Credential("99", "secret"));
        Session.Run("$mine = Get-AuthleteConnection; Connect-Authlete $other -BaseUri $baseUri -SkipTest");

        Assert.Equal("A003201", Session.RunError("Get-AuthleteClient").Id());
        Session.Run("Get-AuthleteClient -First 1 -Connection $mine");
    }

    [Fact]
    public void A_new_connection_leaves_the_old_one_usable()
    {
        Session.Run(
            "$old = Get-AuthleteConnection; Connect-Authlete $credential -BaseUri $baseUri; Get-AuthleteClient -First 1 -Connection $old"
        );
    }

    [Fact]
    public void Disconnect_writes_nothing_and_forgets_the_connection()
    {
        Assert.Empty(Session.Run("Disconnect-Authlete"));

        Assert.Empty(Session.Run("Get-AuthleteConnection"));
        var error = Session.RunError("Get-AuthleteClient");
        Assert.Equal("Disconnected", error.Id());
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("Connect-Authlete", error.Message(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Disconnect_without_a_connection_is_no_error()
    {
        Assert.Empty(Unconnected.Run("Disconnect-Authlete; Disconnect-Authlete"));
        Assert.Equal("Disconnected", Unconnected.RunError("Get-AuthleteClient").Id());
    }

    [Fact]
    public void After_a_Disconnect_a_credential_of_the_cmdlet_and_a_new_Connect_work()
    {
        Session.Run("Disconnect-Authlete; Get-AuthleteClient -First 1 -Credential $credential -BaseUri $baseUri");
        Session.Run("Connect-Authlete $credential -BaseUri $baseUri; Get-AuthleteClient -First 1");
    }

    [Fact]
    public void A_closed_connection_is_closed_wherever_it_went()
    {
        Session.Run("$copy = Get-AuthleteConnection; Disconnect-Authlete");
        var error = Session.RunError("Get-AuthleteClient -Connection $copy");

        Assert.Equal("ConnectionClosed", error.Id());
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.True((bool)Session.RunSingle("$copy.IsClosed").BaseObject);
    }

    [Fact]
    public void A_connection_that_is_closed_under_way_ends_the_pipeline_in_that_error()
    {
        var result = Session.TryRun(
            "'a', 'b' | ForEach-Object { if ($_ -eq 'b') { Disconnect-Authlete }; $_ } | Invoke-AuthleteIntrospection"
        );

        Assert.Single(result.Output);
        Assert.Equal("ConnectionClosed", Assert.Single(result.Errors).Id());
    }

    [Fact]
    public void Each_runspace_has_its_own_default()
    {
        using var one = EngineSession.Connected(Sandbox);
        using var other = EngineSession.NotConnected(Sandbox);

        Assert.Equal("NoCredential", other.RunError("Get-AuthleteClient").Id());
        other.Run("Disconnect-Authlete");
        one.Run("Get-AuthleteClient -First 1");
    }

    [Fact]
    public async Task A_connection_can_be_shared_by_runspaces_that_work_at_once()
    {
        using var one = EngineSession.Connected(Sandbox);
        using var other = EngineSession.NotConnected(Sandbox);
        other.Set("shared", one.RunSingle("Get-AuthleteConnection"));

        var results = await Task.WhenAll(
            Task.Run(() => one.Run("1..20 | ForEach-Object { Get-AuthleteClient -First 1 }").Count, TestContext.Current.CancellationToken),
            Task.Run(
                () => other.Run("1..20 | ForEach-Object { Get-AuthleteClient -First 1 -Connection $shared }").Count,
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal([20, 20], results);
    }
}
