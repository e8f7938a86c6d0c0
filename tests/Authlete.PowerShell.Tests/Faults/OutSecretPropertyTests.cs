using System;
using System.Collections;
using System.Linq;
using CsCheck;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>Whichever steps of a change fail, the valid secret is in the vault, or the error says how to get it.</summary>
public sealed class OutSecretPropertyTests(SandboxFixture fixture) : EngineTests(fixture)
{
    // One fault for each command that the cmdlet runs on the vault, and a few more.
    private static readonly Gen<string[]> s_vaultFaults = Gen.OneOf("", "", "", "", "throw", "Ignore", "Late").Array[10];
    private static readonly Gen<string> s_updateFault = Gen.OneOf(
        "",
        "",
        "status=500",
        "status=400",
        "connection=reset",
        "connection=reset-after",
        "connection=truncate"
    );
    private static readonly Gen<string> s_readFault = Gen.OneOf("", "", "", "status=500", "connection=reset", "status=404");
    private static readonly Gen<string> s_before = Gen.OneOf("nothing", "own", "text");
    private static readonly Gen<int> s_limit = Gen.OneOf(1, 3);

    [Fact]
    public void The_valid_secret_is_in_the_vault_or_the_error_says_where_it_is()
    {
        var vault = TestVault.Register(Session);
        Session.Set("sandbox", Sandbox);
        Gen.Select(s_vaultFaults, s_updateFault, s_readFault, s_before, s_limit)
            .Sample((faults, update, read, before, limit) => Check(vault, faults, update, read, before, limit), iter: 60, threads: 1);
    }

    private void Check(TestVault vault, string[] faults, string update, string read, string before, int limit)
    {
        Session.Run("$client = New-AuthleteClient -ClientName Shop -ClientType CONFIDENTIAL");
        var id = Session.RunSingle("[string]$client.ClientId").ToString();
        var former = Session.RunSingle("$client.ClientSecret").ToString();
        var entry = "entry " + id;
        var metadata = new Hashtable { ["Owner"] = "team" };
        if (before != "nothing")
        {
            vault.Set(entry, before == "own" ? TestVault.Credential(id, former) : "a text that was there", metadata);
        }

        Plan(vault, faults, update, read);
        var result = Session.TryRun(
            $"$client.ClientId | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName 'entry {{ClientId}}' -ThrottleLimit {limit}"
        );
        vault.Plan(null);
        Sandbox.Faults.Clear();

        var inForce = Session.RunSingle("(Get-AuthleteClient $client.ClientId).ClientSecret").ToString();
        var stored = vault.Has(entry) ? vault.Read(entry) : (null, null);
        Assert.Equal(1, result.Output.Count + result.Errors.Count);
        CheckShowsNoSecret(result, former, inForce, stored.Secret);

        // The valid secret was written to the vault before it became valid.
        if (inForce != former)
        {
            Assert.Equal((id, inForce), stored);
        }

        if (vault.Has(entry) && before != "nothing")
        {
            Assert.Equal("team", vault.MetadataOf(entry)["Owner"]);
        }

        if (result.Output.Count == 1)
        {
            Assert.NotEqual(former, inForce);
            return;
        }

        var message = result.Errors[0].Message();
        Assert.Contains(entry, message, StringComparison.Ordinal);
        var isAsBefore =
            stored
            == before switch
            {
                "own" => (id, former),
                "text" => (null, "a text that was there"),
                _ => (null, null),
            };
        if (inForce == former && isAsBefore)
        {
            return;
        }

        // In any case, the message says how to read the valid secret.
        Assert.Contains($"(Get-AuthleteClient -ClientId {id}).ClientSecret", message, StringComparison.Ordinal);
    }

    /// <summary>Plans a fault for each step on the vault. Faults of the service are planned once the secret is in the vault.</summary>
    private void Plan(TestVault vault, string[] faults, string update, string read)
    {
        Session.Set("faults", faults);
        Session.Set(
            "serviceFaults",
            new[] { ("/client/secret/update/*", update), ("/client/get/*", read) }
                .Where(fault => fault.Item2.Length > 0)
                .Select(fault => "operation=" + fault.Item1 + "; " + fault.Item2)
                .ToArray()
        );
        Session.Set("step", 0);
        vault.Plan(
            """
            $fault = $faults[$global:step++ % 10]
            if ($args[0] -eq 'Set-Secret' -and $serviceFaults) { $serviceFaults | ForEach-Object { $sandbox.Faults.Enqueue($_) }; $global:serviceFaults = $null }
            # The metadata of an entry that the vault conceals can't be kept.
            if ($fault -eq 'throw' -or ($fault -eq 'Ignore' -and $args[0] -eq 'Get-SecretInfo')) { throw 'The vault fails.' }
            $fault
            """
        );
    }

    private static void CheckShowsNoSecret(RunResult result, params string?[] secrets)
    {
        var shown = result
            .Errors.Select(error => error.Message() + error.Exception + error.CategoryInfo)
            .Concat(result.Warnings)
            .Concat(result.Output.Select(output => string.Join(' ', output.Properties.Select(property => property.Value))))
            .ToList();
        foreach (var secret in secrets.OfType<string>().Where(secret => secret.Length == 86))
        {
            Assert.All(shown, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }
}
