using System;
using System.Linq;
using System.Threading;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Completions from vaults, without a password prompt.</summary>
public sealed class VaultCompletionTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("Get-AuthleteClient -Vault {0} -SecretName en")]
    [InlineData("Connect-Authlete -VaultName {0} -ServiceOwnerSecretName en")]
    [InlineData("New-AuthleteClient -OutVault {0} -OutSecretName en")]
    public void The_entries_of_the_vault_are_offered(string line)
    {
        var vault = TestVault.Register(Unconnected);
        vault.Set("entry", "x");
        vault.Set("other", "x");

        Assert.Equal("entry", CompleteAtLast(Unconnected, string.Format(null, line, vault.Name)));
    }

    [Theory]
    [InlineData("Get-AuthleteClient -SecretName entry -Vault ")]
    [InlineData("Reset-AuthleteClientSecret 1 -OutSecretName entry -OutVault ")]
    public void Vaults_are_offered(string line)
    {
        var vault = TestVault.Register(Unconnected);

        Assert.Equal(vault.Name, CompleteAtLast(Unconnected, line + vault.Name[..20]));
    }

    [Fact]
    public void A_vault_that_asks_for_a_password_offers_nothing_and_does_not_ask()
    {
        var host = new CapturingHost();
        using var session = EngineSession.NotConnected(Sandbox, host);
        var vault = TestVault.Register(session);
        vault.Set("entry", "x");
        session.Run("(Get-SecretVault $vault).VaultParameters.AsksForPassword = $true");
        Assert.NotEmpty(session.TryRun("Get-SecretInfo -Vault $vault").Errors);
        Assert.Contains("The vault's password", host.Text, StringComparison.Ordinal);
        var before = host.Text.Length;
        session.Run("$Error.Clear()");

        Assert.Empty(Complete(session, $"Get-AuthleteClient -Vault {vault.Name} -SecretName "));
        Assert.DoesNotContain("The vault's password", host.Text[before..], StringComparison.Ordinal);
        Assert.Empty(session.Run("$Error"));
    }

    [Fact]
    public void Without_SecretManagement_nothing_is_offered()
    {
        Assert.Empty(Complete(Unconnected, "Get-AuthleteClient -SecretName "));
        Assert.Empty(Complete(Unconnected, "Get-AuthleteClient -SecretName entry -Vault "));
    }

    /// <summary>Completes repeatedly. On a busy machine, reading takes longer than completion waits, and the names are available only afterwards.</summary>
    private static string CompleteAtLast(EngineSession session, string line)
    {
        string[] found = [];
        Assert.True(SpinWait.SpinUntil(() => (found = Complete(session, line)).Length > 0, TimeSpan.FromSeconds(30)));
        return Assert.Single(found);
    }

    private static string[] Complete(EngineSession session, string line)
    {
        session.Set("line", line);
        return
        [
            .. session
                .Run("(TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object CompletionText")
                .Select(text => text.ToString()),
        ];
    }
}
