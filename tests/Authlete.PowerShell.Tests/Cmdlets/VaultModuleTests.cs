using System;
using System.IO;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The search for the module Microsoft.PowerShell.SecretManagement, on a module path with and without it.</summary>
[Collection(ProcessState.Name)]
public sealed class VaultModuleTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private readonly EnvironmentScope _environment = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authlete-tests-");

    public override void Dispose()
    {
        base.Dispose();
        _environment.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("All")]
    [InlineData("None")]
    public void If_the_module_is_not_installed_the_error_says_how_to_install_it(string autoLoading)
    {
        using var session = WithAutoLoading(autoLoading);

        var error = session.RunError("Get-AuthleteClient -SecretName entry -BaseUri $baseUri");

        Assert.Equal("SecretManagementMissing", error.Id());
        Assert.Equal(ErrorCategory.NotInstalled, error.CategoryInfo.Category);
        Assert.Contains("Install-Module Microsoft.PowerShell.SecretManagement", error.Message(), StringComparison.Ordinal);
        Assert.Equal("SecretManagementMissing", session.RunError("Connect-Authlete -SecretName entry -BaseUri $baseUri").Id());
    }

    [Fact]
    public void A_missing_module_is_no_error_if_no_entry_is_requested()
    {
        using var session = WithAutoLoading("All");

        session.Run("Connect-Authlete $credential -BaseUri $baseUri; Get-AuthleteClient -First 1");
    }

    [Fact]
    public void The_module_is_loaded_from_the_module_path_when_an_entry_is_requested()
    {
        const string Name = "Microsoft.PowerShell.SecretManagement";
        var module = _folder.CreateSubdirectory(Name);
        File.WriteAllText(
            Path.Combine(module.FullName, Name + ".psd1"),
            $$"""
            @{ RootModule = '{{Name}}.psm1'; ModuleVersion = '1.1.2'; FunctionsToExport = @('Get-Secret'); CmdletsToExport = @(); AliasesToExport = @() }
            """
        );
        File.WriteAllText(
            Path.Combine(module.FullName, Name + ".psm1"),
            """
            function Get-Secret { [CmdletBinding()] param([string] $Name, [string] $Vault) $global:credential }
            """
        );
        using var session = WithAutoLoading("All");

        Assert.Empty(session.Run("Get-Module " + Name));
        session.Run("Get-AuthleteClient -First 1 -SecretName entry -BaseUri $baseUri");
        Assert.Single(session.Run("Get-Module " + Name));
    }

    private EngineSession WithAutoLoading(string autoLoading)
    {
        _environment.Set("PSModulePath", null).Set("PSModuleAnalysisCachePath", Path.Combine(_folder.FullName, "cache"));
        var session = EngineSession.NotConnected(Sandbox);

        // On opening, the engine adds the default folders. Keep only this one.
        _environment.Set("PSModulePath", _folder.FullName);
        session.Set("PSModuleAutoLoadingPreference", autoLoading);
        return session;
    }
}
