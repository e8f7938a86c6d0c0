using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Names and vaults that can't be used are rejected before anything changes.</summary>
public sealed class OutSecretInputTests : EngineTests
{
    private readonly TestVault _vault;

    public OutSecretInputTests(SandboxFixture fixture)
        : base(fixture)
    {
        _vault = TestVault.Register(Session);
        Session.Run("$clients = 1..3 | ForEach-Object { New-AuthleteClient -ClientName \"Name $_\" -ClientType CONFIDENTIAL }");
        Session.Run("$twins = 1..2 | ForEach-Object { New-AuthleteClient -ClientName Twin -ClientType CONFIDENTIAL }");
        Session.Run("$nameless = New-AuthleteClient -ClientType CONFIDENTIAL");
    }

    [Theory]
    [InlineData("$clients | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName same", "same")]
    [InlineData("$clients | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName same -ThrottleLimit 3", "same")]
    [InlineData("$clients | Set-AuthleteClientSecret -ClientSecret abc -Confirm:$false -OutVault $vault -OutSecretName same", "same")]
    [InlineData(
        "@($clients) + $twins | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName 'of {ClientName}'",
        "of Twin"
    )]
    [InlineData(
        "@($clients) + $twins | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName 'of {ClientName}' -ThrottleLimit 4",
        "of Twin"
    )]
    [InlineData("@{ clientName = 'a' }, @{ clientName = 'b' } | New-AuthleteClient -OutVault $vault -OutSecretName same", "same")]
    [InlineData("@{ clientName = 'a' }, @{ clientName = 'A' } | New-AuthleteClient -OutVault $vault -OutSecretName 'x{ClientName}'", "xA")]
    public void A_name_that_two_have_is_refused_before_anything_is_changed(string script, string entry)
    {
        var error = CheckUnchanged(script);

        Assert.Equal("SecretNameTaken", error.Id());
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Contains("'" + entry + "'", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_is_piped_twice_is_changed_once()
    {
        var result = Session.TryRun(
            "$clients[0], $clients[1], $clients[0] | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName 'id {ClientId}' -ThrottleLimit 3"
        );

        Assert.Equal("SecretNameTaken", Assert.Single(result.Errors).Id());
        Assert.Equal(2, result.Output.Count);
    }

    [Fact]
    public void Names_that_are_different_go_on_once_all_are_known()
    {
        var output = Session.Run(
            "$clients | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName 'of {ClientName}' -ThrottleLimit 2"
        );

        Assert.Equal(["of Name 1", "of Name 2", "of Name 3"], output.Select(answer => answer.Text("SecretName")));
        Assert.Equal(
            ["of New 1", "of New 2"],
            Session
                .Run(
                    "@{ clientName = 'New 1' }, @{ clientName = 'New 2' } | New-AuthleteClient -OutVault $vault -OutSecretName 'of {ClientName}' -ThrottleLimit 2"
                )
                .Select(client => client.Text("SecretName"))
        );
    }

    [Theory]
    [InlineData("Reset-AuthleteClientSecret $clients[0].ClientId -Confirm:$false -OutVault $vault -OutSecretName other")]
    [InlineData("New-AuthleteClient -ClientName Fresh -OutVault $vault -OutSecretName other")]
    public void An_entry_of_another_client_is_refused_and_kept(string script)
    {
        _vault.Set("other", TestVault.Credential("4711", "the-secret-of-the-other"));

        var error = CheckUnchanged(script);

        Assert.Equal("SecretNameTaken", error.Id());
        Assert.Contains("4711", error.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret-of-the-other", error.Message(), StringComparison.Ordinal);
        Assert.Equal(("4711", "the-secret-of-the-other"), _vault.Read("other"));
    }

    [Theory]
    [InlineData("-OutSecretName 'a{Client}'", "InvalidSecretName", "{ClientId} and {ClientName}")]
    [InlineData("-OutSecretName 'a{ClientId'", "InvalidSecretName", "{ClientId} and {ClientName}")]
    [InlineData("-OutSecretName 'a{ServiceApiKey}'", "InvalidSecretName", "{ClientId} and {ClientName}")]
    [InlineData("-OutSecretName a -OutVault no-such-vault", "VaultNotFound", "Get-SecretVault")]
    [InlineData("-OutVault no-such-vault", "VaultWithoutSecretName", "-OutSecretName")]
    public void A_name_that_is_no_entry_is_rejected(string parameters, string id, string advice)
    {
        foreach (var command in new[] { "$clients | Reset-AuthleteClientSecret -Confirm:$false ", "New-AuthleteClient -ClientName Fresh " })
        {
            var error = CheckUnchanged(command + parameters);

            Assert.Equal(id, error.Id());
            Assert.Contains(advice, error.Message(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("$nameless | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName 'a {ClientName}'")]
    [InlineData("New-AuthleteClient -Description x -OutVault $vault -OutSecretName 'a {ClientName}'")]
    public void A_client_without_a_name_has_none_for_its_entry(string script) =>
        Assert.Equal("InvalidSecretName", CheckUnchanged(script).Id());

    [Fact]
    public void Without_SecretManagement_nothing_is_changed()
    {
        Session.Run("Remove-Module Microsoft.PowerShell.SecretManagement");

        var error = Session.RunError("$clients | Reset-AuthleteClientSecret -Confirm:$false -OutSecretName '{ClientId}'");

        Assert.Equal("SecretManagementMissing", error.Id());
        Assert.Contains("Install-Module", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_is_not_there_is_an_error_of_its_own_at_its_place()
    {
        var result = Session.TryRun(
            "$clients[0].ClientId, 1, $clients[1].ClientId | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName 'id {ClientId}' -ThrottleLimit 3"
        );

        Assert.Equal(2, result.Output.Count);
        Assert.Equal(ErrorCategory.ObjectNotFound, Assert.Single(result.Errors).CategoryInfo.Category);
        Assert.False(_vault.Has("id 1"));
    }

    [Fact]
    public void Names_with_wildcards_are_taken_literally()
    {
        _vault.Set("[abc]*", "before");
        _vault.Set("a", "another");

        Session.Run("$clients[0] | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName '[abc]*'");

        Assert.Equal(Session.RunSingle("[string]$clients[0].ClientId").ToString(), _vault.Read("[abc]*").User);
        Assert.Equal((null, "another"), _vault.Read("a"));
    }

    /// <summary>Returns the only error of a script, and asserts that nothing changed on the server.</summary>
    private ErrorRecord CheckUnchanged(string script)
    {
        ErrorRecord? error = null;
        var calls = Sandbox.CallsDuring(() => error = Session.RunError(script));
        Assert.All(calls, call => Assert.Equal("GET", call.Method));
        return error!;
    }
}
