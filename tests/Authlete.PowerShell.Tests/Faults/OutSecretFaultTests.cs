using System;
using System.Collections;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>Failures of each step while a secret is written to a vault.</summary>
public sealed class OutSecretFaultTests : EngineTests
{
    private const string Update = "operation=/client/secret/update/*; ";
    private const string Reset = "Reset-AuthleteClientSecret $id -Confirm:$false -OutVault $vault -OutSecretName shop";

    private readonly TestVault _vault;
    private readonly string _id;
    private readonly string _former;

    public OutSecretFaultTests(SandboxFixture fixture)
        : base(fixture)
    {
        Sandbox.Faults.Clear();
        _vault = TestVault.Register(Session);
        Session.Run("$client = New-AuthleteClient -ClientName Shop -ClientType CONFIDENTIAL; $id = $client.ClientId");
        _id = Session.RunSingle("[string]$id").ToString();
        _former = InForce;
        _vault.Set("shop", TestVault.Credential(_id, _former), new Hashtable { ["Owner"] = "team" });
    }

    private string InForce => Session.RunSingle("(Get-AuthleteClient $id).ClientSecret").ToString();

    public override void Dispose()
    {
        Sandbox.Faults.Clear();
        base.Dispose();
    }

    [Theory]
    [InlineData("Get-SecretInfo", "throw \"The vault`nis locked.\"")]
    [InlineData("Get-Secret", "throw 'The vault asks for a password.'")]
    [InlineData("Set-Secret", "throw 'The vault is read-only.'")]
    [InlineData("Set-Secret", "'Ignore'")]
    [InlineData("Set-Secret", "if (-not $global:late) { $global:late = $true; 'Late' }")]
    public void A_vault_that_refuses_leaves_everything_as_it_was(string command, string fault)
    {
        _vault.Plan($"if ($args[0] -eq '{command}') {{ {fault} }}");

        var error = Session.RunError(Reset);

        _vault.Plan(null);
        Assert.Equal("SecretNotWritten", error.Id());
        Assert.Equal(ErrorCategory.WriteError, error.CategoryInfo.Category);
        Assert.Contains($"The entry 'shop' of the vault '{_vault.Name}'", error.Message(), StringComparison.Ordinal);
        Assert.Contains("nothing was changed at the service", error.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("\\n", error.Message(), StringComparison.Ordinal);
        CheckFormer();
    }

    [Fact]
    public void The_message_of_a_vault_is_in_the_error_and_a_secret_in_it_is_not()
    {
        _vault.Plan(
            "if ($args[0] -eq 'Set-Secret') { $s = (Get-PSCallStack)[2].GetFrameVariables()['value'].Value.GetNetworkCredential().Password; throw \"No room for $s of $($client.ClientSecret).\" }"
        );

        var error = Session.RunError("Set-AuthleteClientSecret $id canary-0123456789 -Confirm:$false -OutVault $vault -OutSecretName shop");

        Assert.Contains("No room for *** of ***.", error.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.Message() + error.Exception, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status=500")]
    [InlineData("status=400; result-code=A149201")]
    [InlineData("connection=reset")]
    public void The_former_entry_is_put_back_if_the_former_secret_is_in_force(string fault)
    {
        Sandbox.Faults.Enqueue(Update + fault);

        var error = Session.RunError(Reset);

        Assert.Contains("is still in force, and the entry 'shop'", error.Message(), StringComparison.Ordinal);
        Assert.Contains("is unchanged", error.Message(), StringComparison.Ordinal);
        Assert.Equal("AuthleteApiException", error.Exception.GetType().Name);
        CheckFormer();
    }

    [Fact]
    public void An_entry_that_was_not_there_is_removed_if_the_former_secret_is_in_force()
    {
        Sandbox.Faults.Enqueue(Update + "status=500");

        Session.RunError(Reset.Replace("shop", "fresh", StringComparison.Ordinal));

        Assert.False(_vault.Has("fresh"));
        Assert.Equal(_former, InForce);
    }

    [Theory]
    [InlineData("connection=reset-after")]
    [InlineData("connection=truncate")]
    public void A_change_whose_answer_was_lost_is_done_if_reading_back_shows_it(string fault)
    {
        Sandbox.Faults.Enqueue(Update + fault);

        var output = Session.RunSingle(Reset);

        Assert.Equal("shop", output.Text("SecretName"));
        CheckNew();
    }

    [Theory]
    [InlineData("connection=reset-after", "it isn't known whether the client")]
    [InlineData("connection=reset", "it isn't known whether the client")]
    [InlineData(null, "The server confirmed the change")]
    public void The_new_entry_is_kept_if_the_valid_secret_is_unknown(string? fault, string state)
    {
        PlanReadBack("status=500", fault);

        var error = Session.RunError(Reset);

        Assert.Contains(state, error.Message(), StringComparison.Ordinal);
        Assert.Contains($"the entry 'shop' of the vault '{_vault.Name}'", error.Message(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"(Get-AuthleteClient -ClientId {_id}).ClientSecret", error.Message(), StringComparison.Ordinal);
        Assert.NotEqual(_former, _vault.Read("shop").Secret);
        Assert.Equal("team", _vault.MetadataOf("shop")["Owner"]);
    }

    [Fact]
    public void A_secret_that_someone_else_set_in_the_meantime_is_an_error_and_the_new_entry_stays()
    {
        var client = Session.RunSingle("(Get-AuthleteClient $id).ToJson()").ToString();
        PlanReadBack("status=200; body=" + client.Replace(_former, "of-somebody-else", StringComparison.Ordinal), null);

        var error = Session.RunError(Reset);

        Assert.Equal("SecretNotConfirmed", error.Id());
        Assert.Contains("now has a different secret", error.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("of-somebody-else", error.Message(), StringComparison.Ordinal);
        CheckNew();
    }

    [Fact]
    public void An_entry_that_can_not_be_restored_is_an_error_that_says_where_the_valid_secret_is()
    {
        Sandbox.Faults.Enqueue(Update + "status=500");
        _vault.Plan("if ($args[0] -eq 'Set-Secret' -and $global:written++) { throw 'The vault is gone.' }");

        var error = Session.RunError(Reset);

        _vault.Plan(null);
        Assert.Equal("SecretNotRestored", error.Id());
        Assert.Contains("The vault is gone.", error.Message(), StringComparison.Ordinal);
        Assert.Contains($"(Get-AuthleteClient -ClientId {_id}).ClientSecret", error.Message(), StringComparison.Ordinal);
        Assert.Equal(_former, InForce);
    }

    [Theory]
    [InlineData("New-AuthleteClient -ClientName Fresh -OutVault $vault -OutSecretName fresh", "Get-AuthleteClient", "ClientSecret")]
    [InlineData(
        "New-AuthleteClient -ClientName Fresh -OutVault $vault -OutSecretName 'fresh{ClientId}'",
        "Get-AuthleteClient",
        "ClientSecret"
    )]
    [InlineData(
        "New-AuthleteService -ServiceName Fresh -Issuer 'https://f.example.com' -SupportedResponseTypes CODE -OutVault $vault -OutSecretName fresh",
        "Get-AuthleteService",
        "ApiSecret"
    )]
    public void A_vault_that_fails_after_an_object_was_created_is_an_error_with_its_id_and_the_way_to_its_secret(
        string script,
        string cmdlet,
        string property
    )
    {
        foreach (var fault in new[] { "throw 'The vault is read-only.'", "'Ignore'", "if (-not $global:late++) { 'Late' }" })
        {
            _vault.Plan($"if ($args[0] -eq 'Set-Secret') {{ {fault} }}");

            var error = Session.RunError("$global:late = 0; " + script);

            _vault.Plan(null);
            Assert.Equal("SecretNotStored", error.Id());
            Assert.Contains("'fresh", error.Message(), StringComparison.Ordinal);
            var way = $"({cmdlet} -{(cmdlet == "Get-AuthleteClient" ? "ClientId" : "ServiceApiKey")} {error.TargetObject}).{property}";
            Assert.Contains(way, error.Message(), StringComparison.Ordinal);
            Assert.DoesNotContain(Session.RunSingle(way).ToString(), error.Message(), StringComparison.Ordinal);
            Assert.False(_vault.Has("fresh"));
        }
    }

    [Theory]
    [InlineData("fresh")]
    [InlineData("fresh{ClientId}")]
    public void No_object_is_created_if_the_vault_is_locked(string name)
    {
        _vault.Plan("throw 'The vault is locked.'");

        var calls = Sandbox.CallsDuring(() =>
            Assert.Equal(
                "SecretNotWritten",
                Session.RunError($"New-AuthleteClient -ClientName Fresh -OutVault $vault -OutSecretName '{name}'").Id()
            )
        );

        Assert.Empty(calls);
    }

    [Fact]
    public void Only_the_objects_whose_step_fails_are_errors()
    {
        Session.Run("$clients = 1..6 | ForEach-Object { New-AuthleteClient -ClientName \"Many $_\" -ClientType CONFIDENTIAL }");
        _vault.Plan("if ($args[0] -eq 'Set-Secret' -and $args[2] -eq \"many $($clients[1].ClientId)\") { throw 'No.' }");
        Sandbox.Faults.Enqueue($"operation=/client/secret/update/{Session.RunSingle("$clients[3].ClientId")}; status=500");

        var result = Session.TryRun(
            "$clients | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName 'many {ClientId}' -ThrottleLimit 3"
        );

        Assert.Equal(2, result.Errors.Count);
        Assert.Equal(4, result.Output.Count);
    }

    [Theory]
    [InlineData(Reset)]
    [InlineData("New-AuthleteClient -ClientName Fresh -OutVault $vault -OutSecretName fresh")]
    public async Task A_stop_ends_the_wait_for_a_vault_that_hangs(string script)
    {
        using var waiting = new ManualResetEventSlim();
        Session.Set("waiting", waiting);
        _vault.Plan("$waiting.Set(); while ($true) { }");
        using var engine = Session.NewEngine(script);
        var running = engine.BeginInvoke();
        await Task.Run(() => waiting.Wait(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        await Task.Factory.FromAsync(engine.BeginStop(null, null), engine.EndStop);

        Assert.True(running.IsCompleted);
        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.Empty(engine.Streams.Error);
        _vault.Plan(null);
        CheckFormer();
    }

    [Fact]
    public void The_old_secret_of_a_change_that_was_repeated_is_not_the_new_one()
    {
        Session.RetryAtOnce();
        Sandbox.Faults.Enqueue(Update + "connection=reset-after");

        var result = Session.TryRun("Set-AuthleteClientSecret $id abc-0123456789 -Confirm:$false");

        Assert.Empty(result.Errors);
        Assert.Null(result.Output[0].Value("OldClientSecret"));
        Assert.Equal("abc-0123456789", result.Output[0].Text("NewClientSecret"));
        Assert.Contains("OldClientSecret", Assert.Single(result.Warnings), StringComparison.Ordinal);

        Sandbox.Faults.Enqueue(Update + "connection=reset");
        result = Session.TryRun("Set-AuthleteClientSecret $id def-0123456789 -Confirm:$false");
        Assert.Equal("abc-0123456789", result.Output[0].Text("OldClientSecret"));
        Assert.Empty(result.Warnings);
    }

    /// <summary>Plans the fault of the read after the change; the read before it succeeds.</summary>
    private void PlanReadBack(string fault, string? updateFault)
    {
        _vault.Plan(
            "if ($args[0] -eq 'Set-Secret') { $faults = $sandbox.Faults; if ($update) { $faults.Enqueue($update) }; $faults.Enqueue($readBack) }"
        );
        Session.Set("sandbox", Sandbox);
        Session.Set("update", updateFault is null ? null : Update + updateFault);
        Session.Set("readBack", "operation=/client/get/*; " + fault);
    }

    private void CheckFormer()
    {
        Assert.Equal(_former, InForce);
        Assert.Equal((_id, _former), _vault.Read("shop"));
        Assert.Equal("team", _vault.MetadataOf("shop")["Owner"]);
    }

    private void CheckNew()
    {
        Assert.NotEqual(_former, InForce);
        Assert.Equal((_id, InForce), _vault.Read("shop"));
        Assert.Equal("team", _vault.MetadataOf("shop")["Owner"]);
    }
}
