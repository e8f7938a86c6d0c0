using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ExportConfigurationTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "authlete-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public void The_service_and_its_clients_are_files_for_version_control()
    {
        var files = Export("-PassThru").Select(file => ((FileInfo)file.BaseObject).FullName).ToList();

        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        );
        Assert.Contains(Path.Combine(_folder, "service.json"), files);
        Assert.Contains(Path.Combine(_folder, "ids.json"), files);
        Assert.DoesNotContain(files, file => file.EndsWith("secrets.json", StringComparison.Ordinal));
        var texts = string.Concat(files.Select(File.ReadAllText));
        Assert.DoesNotContain(Sandbox.ServiceApiSecret, texts, StringComparison.Ordinal);
        Assert.DoesNotContain(Sandbox.ConfidentialClient.ClientSecret, texts, StringComparison.Ordinal);
        Assert.DoesNotContain("createdAt", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("\"developer\"", texts, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_reads_and_writes_nothing()
    {
        var result = Session.TryRun($"Export-AuthleteConfiguration '{_folder}' -WhatIf");

        Assert.Empty(result.Errors);
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void A_second_export_changes_no_byte()
    {
        Export("");
        var before = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

        Export("");

        Assert.Equal(before, Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText));
    }

    [Fact]
    public void Named_clients_are_exported_alone_also_when_one_is_locked()
    {
        var client = Session.RunSingle("New-AuthleteClient -ClientName 'Locked Shop' -Confirm:$false");
        var id = client.Value("ClientId");
        Session.Run($"Lock-AuthleteClient {id} -Confirm:$false");

        Export($"-ClientsOnly -ClientId {id}, {Sandbox.ConfidentialClient.ClientId} -ThrottleLimit 4");

        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder, "clients")).Length);
        Assert.True(File.Exists(Path.Combine(_folder, "clients", "locked-shop.json")));
        Assert.False(File.Exists(Path.Combine(_folder, "service.json")));
        Assert.DoesNotContain(
            "locked\":",
            File.ReadAllText(Path.Combine(_folder, "clients", "locked-shop.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Secrets_are_in_a_file_of_their_own_that_only_its_owner_can_read()
    {
        var result = Session.TryRun($"Export-AuthleteConfiguration '{_folder}' -IncludeSecret -Confirm:$false");

        Assert.Empty(result.Errors);
        var secrets = Path.Combine(_folder, "secrets.json");
        Assert.Contains(result.Warnings, warning => warning.Contains("Don't commit it to version control.", StringComparison.Ordinal));
        Assert.Contains(Sandbox.ConfidentialClient.ClientSecret, File.ReadAllText(secrets), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(file => file != secrets),
            file => File.ReadAllText(file).Contains(Sandbox.ConfidentialClient.ClientSecret, StringComparison.Ordinal)
        );
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secrets));
        }

        Assert.Equal("StaleSecrets", IdOf($"Export-AuthleteConfiguration '{_folder}' -Confirm:$false"));
    }

    [Fact]
    public void The_pair_of_a_service_alone_exports_the_clients_and_warns()
    {
        var result = Unconnected.TryRun(
            $"Export-AuthleteConfiguration '{_folder}' -Credential $credential -BaseUri $baseUri -Confirm:$false"
        );

        Assert.Empty(result.Errors);
        Assert.Contains(result.Warnings, warning => warning.Contains("only the clients", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_folder, "service.json")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "clients")));
    }

    [Fact]
    public void The_pair_of_an_owner_alone_needs_the_key_of_the_service_and_reads_its_pair()
    {
        Unconnected.Run("$owner = Connect-Authlete -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -SkipTest -PassThru");
        var error = Unconnected.RunError($"Export-AuthleteConfiguration '{_folder}' -Connection $owner -Confirm:$false");
        Assert.StartsWith("ServiceNotNamed", error.FullyQualifiedErrorId, StringComparison.Ordinal);

        Unconnected.Run($"Export-AuthleteConfiguration '{_folder}' -Connection $owner -ServiceApiKey $serviceApiKey -Confirm:$false");

        Assert.True(File.Exists(Path.Combine(_folder, "service.json")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "clients")));
    }

    [Fact]
    public void Placeholders_take_their_values_from_variables()
    {
        Export("");
        var service = Path.Combine(_folder, "service.json");
        var issuer = Session.RunSingle("(Get-AuthleteService $serviceApiKey).Issuer").ToString();
        File.WriteAllText(service, File.ReadAllText(service).Replace("\"" + issuer + "\"", "\"${ISSUER}\"", StringComparison.Ordinal));

        Export($"-Variable @{{ ISSUER = '{issuer}' }}");
        Assert.Contains("\"${ISSUER}\"", File.ReadAllText(service), StringComparison.Ordinal);

        Export("-Variable @{ ISSUER = 'https://other.example.com' }");
        Assert.Contains("\"" + issuer + "\"", File.ReadAllText(service), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_breaks_off_leaves_the_former_export_whole()
    {
        Export("");
        var before = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);
        Session.Run("Set-AuthleteService $serviceApiKey -Description 'changed' -Confirm:$false");
        Sandbox.Faults.Enqueue(Fault.Status(503), "/client/get/list");

        var result = Session.TryRun(Scripts.Rethrowing($"Export-AuthleteConfiguration '{_folder}' -Confirm:$false"));

        Assert.True(result.Terminated);
        Assert.Empty(result.Output);
        Assert.Equal(before, Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText));
    }

    public override void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        base.Dispose();
    }

    private System.Collections.ObjectModel.Collection<PSObject> Export(string parameters) =>
        Session.Run($"Export-AuthleteConfiguration '{_folder}' {parameters} -Confirm:$false");

    private string IdOf(string script) => Session.RunError(script).FullyQualifiedErrorId.Split(',')[0];
}
