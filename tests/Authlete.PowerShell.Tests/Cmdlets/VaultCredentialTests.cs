using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Vault entries, with a fake of the module Microsoft.PowerShell.SecretManagement.</summary>
public sealed class VaultCredentialTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("$credential")]
    [InlineData("\"$($credential.UserName):$($credential.GetNetworkCredential().Password)\"")]
    [InlineData("(ConvertTo-SecureString \"$($credential.UserName):$($credential.GetNetworkCredential().Password)\" -AsPlainText -Force)")]
    [InlineData("@{ ApiKey = $credential.UserName; ApiSecret = $credential.GetNetworkCredential().Password }")]
    [InlineData("@{ ApiKey = (ConvertTo-SecureString $credential.UserName -AsPlainText -Force); ApiSecret = $credential.Password }")]
    [InlineData("@{ apikey = $credential.UserName; APISECRET = $credential.Password }")]
    public void An_entry_of_each_shape_serves_as_a_services_credential(string entry)
    {
        using var session = WithVault(entry);

        session.Run("Get-AuthleteClient -First 1 -SecretName entry -BaseUri $baseUri");
        session.Run("Connect-Authlete -SecretName entry -BaseUri $baseUri; Get-AuthleteClient -First 1");
        Assert.Equal("the vault entry 'entry'", session.RunSingle("Get-AuthleteConnection").Value("Source"));
    }

    [Theory]
    [InlineData("$ownerCredential")]
    [InlineData("\"$($ownerCredential.UserName):$($ownerCredential.GetNetworkCredential().Password)\"")]
    [InlineData("@{ ServiceOwnerApiKey = $ownerCredential.UserName; ServiceOwnerApiSecret = $ownerCredential.Password }")]
    public void An_entry_of_each_shape_serves_as_an_owners_credential_where_that_is_needed(string entry)
    {
        using var session = WithVault(entry);

        session.Run("Get-AuthleteService -First 1 -SecretName entry -BaseUri $baseUri");
        session.Run("Connect-Authlete -ServiceOwnerSecretName entry -BaseUri $baseUri; Get-AuthleteService -First 1");
    }

    [Fact]
    public void An_entry_without_a_base_URI_is_not_sent_to_a_host_that_is_guessed()
    {
        using var session = WithVault("$credential");
        session.Run("Connect-Authlete $credential -BaseUri $baseUri");

        foreach (var script in new[] { "Get-AuthleteClient -SecretName entry", "Connect-Authlete -SecretName entry -SkipTest" })
        {
            var error = session.RunError(script);
            Assert.Equal("BaseUriAmbiguous", error.Id());
            Assert.Contains("the vault entry 'entry' has no base URI", error.Message(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_owners_entry_that_names_a_base_URI_makes_the_default_of_the_services_credential_ambiguous()
    {
        using var session = WithVault(
            "@{ BaseUri = [string]$baseUri; ServiceOwnerApiKey = $ownerCredential.UserName; ServiceOwnerApiSecret = $ownerCredential.Password }"
        );

        Assert.Equal("BaseUriAmbiguous", session.RunError("Connect-Authlete $credential -ServiceOwnerSecretName entry").Id());
        session.Run("Connect-Authlete $credential -ServiceOwnerSecretName entry -BaseUri $baseUri");
    }

    [Theory]
    [InlineData("@{ ApiKey = ' 4711'; ApiSecret = 's' }", "ApiKey in the vault entry 'entry'")]
    [InlineData("@{ ApiKey = '1'; ApiSecret = '\"canary-4711\"' }", "ApiSecret in the vault entry 'entry'")]
    [InlineData("\"1:canary-4711`n\"", "The API secret in the vault entry 'entry'")]
    public void Copied_white_space_is_reported_with_the_part_of_the_entry(string entry, string place)
    {
        using var session = WithVault(entry);

        var error = session.RunError("Get-AuthleteClient -SecretName entry -BaseUri $baseUri");

        Assert.Equal("MalformedCredential", error.Id());
        Assert.StartsWith(place, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Hashtable_may_hold_the_base_URI_and_both_credentials()
    {
        using var session = WithVault(
            "@{ BaseUri = [string]$baseUri; ApiKey = $credential.UserName; ApiSecret = $credential.Password; ServiceOwnerApiKey = $ownerCredential.UserName; ServiceOwnerApiSecret = $ownerCredential.Password }"
        );

        session.Run("Get-AuthleteClient -First 1 -SecretName entry; Get-AuthleteService -First 1 -SecretName entry");
        var connection = session.RunSingle("Connect-Authlete -SecretName entry -PassThru");
        Assert.Equal(Sandbox.BaseUri, connection.Value("BaseUri"));
        Assert.Equal(Sandbox.ServiceOwnerApiKey, connection.Value("ServiceOwnerApiKey"));
    }

    [Fact]
    public void The_base_URI_of_an_entry_as_a_SecureString_is_taken_too()
    {
        using var session = WithVault(
            "@{ BaseUri = (ConvertTo-SecureString ([string]$baseUri) -AsPlainText -Force); ApiKey = (ConvertTo-SecureString $credential.UserName -AsPlainText -Force); ApiSecret = $credential.Password }"
        );

        session.Run("Get-AuthleteClient -First 1 -SecretName entry");
    }

    [Fact]
    public void An_entry_that_names_a_base_URI_refuses_another()
    {
        using var session = WithVault(
            "@{ BaseUri = 'https://api.example.com/api'; ApiKey = $credential.UserName; ApiSecret = $credential.Password }"
        );

        var error = session.RunError("Get-AuthleteClient -SecretName entry -BaseUri $baseUri");

        Assert.Equal("BaseUriConflict", error.Id());
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("'entry'", error.Message(), StringComparison.Ordinal);
        Assert.Equal("BaseUriConflict", session.RunError("Connect-Authlete -SecretName entry -BaseUri $baseUri -SkipTest").Id());
    }

    [Fact]
    public void The_same_base_URI_given_again_is_no_conflict()
    {
        using var session = WithVault("@{ BaseUri = \"$baseUri/\"; ApiKey = $credential.UserName; ApiSecret = $credential.Password }");

        session.Run("Get-AuthleteClient -First 1 -SecretName entry -BaseUri $baseUri");
    }

    [Theory]
    [InlineData("'no-colon-canary-4711'", "SecretOfWrongShape")]
    [InlineData("(ConvertTo-SecureString 'no-colon-canary-4711' -AsPlainText -Force)", "SecretOfWrongShape")]
    [InlineData("@{ User = 'canary-4711'; Password = 'canary-4711' }", "SecretOfWrongShape")]
    [InlineData("@{}", "SecretOfWrongShape")]
    [InlineData("[byte[]](1, 2, 3)", "SecretOfWrongShape")]
    [InlineData("@{ ApiKey = '99'; ApiSecret = @{ Length = 'canary-4711' } }", "SecretOfWrongShape")]
    [InlineData("@{ ApiKey = '99'; ApiSecret = [pscustomobject]@{ Length = 'canary-4711' } }", "SecretOfWrongShape")]
    [InlineData("42", "SecretOfWrongShape")]
    [InlineData("@{ ApiKey = '99' }", "HalfCredential")]
    [InlineData("@{ ApiSecret = 'canary-4711' }", "HalfCredential")]
    [InlineData("@{ ApiKey = '99'; ApiSecret = '' }", "HalfCredential")]
    [InlineData("@{ ApiKey = ''; ApiSecret = 'canary-4711' }", "HalfCredential")]
    [InlineData("'99:'", "HalfCredential")]
    [InlineData("':canary-4711'", "HalfCredential")]
    [InlineData("[pscredential]::new('99', [securestring]::new())", "HalfCredential")]
    [InlineData("@{ BaseUri = 'canary 4711'; ApiKey = '99'; ApiSecret = 'canary-4711' }", "InvalidBaseUri")]
    public void A_wrong_entry_is_an_error_that_names_the_entry_and_shows_nothing_of_it(string entry, string id)
    {
        using var session = WithVault(entry);

        var error = session.RunError("Get-AuthleteClient -SecretName entry");

        Assert.Equal(id, error.Id());
        Assert.Contains("'entry'", error.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.Message() + error.Exception + error.TargetObject, StringComparison.Ordinal);
        Assert.Equal(id, session.RunError("Connect-Authlete -SecretName entry").Id());
    }

    [Fact]
    public void An_entry_without_the_credential_that_is_needed_is_an_error()
    {
        using var session = WithVault("@{ ApiKey = $credential.UserName; ApiSecret = $credential.Password }");

        var error = session.RunError("Get-AuthleteService -SecretName entry -BaseUri $baseUri");

        Assert.Equal("NoKeysInSource", error.Id());
        Assert.Contains("'entry'", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_may_hold_colons()
    {
        using var session = WithVault("'99:a:b:c'");

        Assert.Equal("A003201", session.RunError("Get-AuthleteClient -SecretName entry -BaseUri $baseUri").Id());
    }

    [Fact]
    public void A_name_that_is_not_there_is_an_error_with_the_vaults_reason()
    {
        using var session = WithVault("$credential");

        var error = session.RunError("Get-AuthleteClient -SecretName missing -BaseUri $baseUri");

        Assert.Equal("SecretNotFound", error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("'missing'", error.Message(), StringComparison.Ordinal);
        Assert.Contains("was not found", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Vault")]
    [InlineData("-VaultName")]
    public void The_vault_is_handed_on(string parameter)
    {
        using var session = WithVault("$credential");

        session.Run("Get-AuthleteClient -First 1 -SecretName entry " + parameter + " Safe -BaseUri $baseUri");

        Assert.Equal("Safe", session.RunSingle("$vaultAskedFor").ToString());
    }

    [Fact]
    public void A_vault_without_a_name_is_an_error()
    {
        using var session = WithVault("$credential");

        Assert.Equal("VaultWithoutSecretName", session.RunError("Get-AuthleteClient -Vault Safe").Id());
        Assert.Equal("VaultWithoutSecretName", session.RunError("Connect-Authlete $credential -Vault Safe").Id());
    }

    [Fact]
    public void The_entry_is_read_once_a_pipeline()
    {
        using var session = WithVault("$credential");

        session.Run("1..5 | ForEach-Object { \"token-$_\" } | Invoke-AuthleteIntrospection -SecretName entry -BaseUri $baseUri");

        Assert.Equal(1, session.RunSingle("$timesRead").BaseObject);
    }

    [Fact]
    public void A_wrong_key_is_traced_back_to_its_entry()
    {
        using var session = WithVault("'99:wrong-secret-4711'");

        var error = session.RunError("Get-AuthleteClient -SecretName entry -Vault Safe -BaseUri $baseUri");

        Assert.Contains("the vault entry 'entry' of vault 'Safe'", error.Message(), StringComparison.Ordinal);
        Assert.Contains(
            "the vault entry 'entry'",
            session.RunError("Connect-Authlete -SecretName entry -BaseUri $baseUri").Message(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_verbose_text_of_the_vault_stays_inside()
    {
        using var session = WithVault("'99:canary-4711'");

        var result = session.TryRun(
            "$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; Get-AuthleteClient -SecretName entry -BaseUri $baseUri -Verbose"
        );

        Assert.DoesNotContain(result.Verbose.Concat(result.Debug), line => line.Contains("canary", StringComparison.Ordinal));
        Assert.NotEmpty(result.Verbose);
    }

    [Fact]
    public async Task A_stop_ends_the_wait_for_the_vault()
    {
        using var session = WithVault("$credential");
        using var waiting = new System.Threading.ManualResetEventSlim();
        session.Set("waiting", waiting);
        session.Run("$vault = { param($Name) $waiting.Set(); while ($true) { } }");
        using var engine = session.NewEngine("Get-AuthleteClient -SecretName entry -BaseUri $baseUri");
        var running = engine.BeginInvoke();
        await Task.Run(() => waiting.Wait(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        await Task.Factory.FromAsync(engine.BeginStop(null, null), engine.EndStop);

        Assert.True(running.IsCompleted);
        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.Empty(engine.Streams.Error);
    }

    [Fact]
    public void Without_a_secret_name_the_vault_is_left_alone()
    {
        using var session = WithVault("$credential");

        session.Run("Connect-Authlete $credential -BaseUri $baseUri; Get-AuthleteClient -First 1");

        Assert.Equal(0, session.RunSingle("$timesRead").BaseObject);
    }

    /// <summary>Opens a session with a vault whose only entry is named "entry".</summary>
    private EngineSession WithVault(string entry)
    {
        var session = EngineSession.NotConnected(Sandbox);
        session.Run(
            """
            New-Module -Name Microsoft.PowerShell.SecretManagement {
                function Get-Secret {
                    [CmdletBinding()]
                    param([string] $Name, [string] $Vault)
                    $PSCmdlet.WriteVerbose("The vault hands out canary-4711")
                    $global:timesRead++
                    $global:vaultAskedFor = $Vault
                    & $global:vault $Name
                }
                Export-ModuleMember -Function Get-Secret
            } | Import-Module
            $global:timesRead = 0
            """
        );
        session.Run(
            "$global:vault = { param($Name) if ($Name -ne 'entry') { throw \"The secret $Name was not found.\" }; , (" + entry + ") }"
        );
        return session;
    }
}
