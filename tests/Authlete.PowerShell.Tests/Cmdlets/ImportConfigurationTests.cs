using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ImportConfigurationTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "authlete-" + Guid.NewGuid().ToString("N"));

    // The tests of a class share a sandbox.
    private readonly string _name = "c" + Guid.NewGuid().ToString("N")[..8];

    private string Import => $"Import-AuthleteConfiguration '{_folder}' -Confirm:$false";

    [Fact]
    public void The_live_service_gets_the_settings_of_the_folder()
    {
        var client = NewClient();
        Export();
        Session.Run($"$null = Set-AuthleteClient {client} -Description 'changed' -Contacts 'a@example.com' -Confirm:$false");
        Edit(client, $"\"clientName\": \"{_name}\"", $"\"clientName\": \"{_name}\",\n  \"contacts\": [],\n  \"description\": null");
        WriteFile("new-one", $$"""{"clientName":"{{_name}} new","redirectUris":["https://new.example.com/cb"]}""");

        var results = Session.Run(Import);

        Assert.All(results, result => Assert.Equal("Done", result.Text("Status")));
        var update = results.Single(result => result.Text("Action") == "Update");
        Assert.Equal(client, update.Value("Id")!.ToString());
        Assert.Equal(
            [("contacts", "a@example.com", ""), ("description", "changed", null)],
            ((System.Collections.IEnumerable)update.Value("Properties")!)
                .Cast<object>()
                .Select(PSObject.AsPSObject)
                .Select(change => (change.Text("Name")!, Shown(change.Value("Old")), Shown(change.Value("New"))))
        );
        var created = results.Single(result => result.Text("Action") == "Create");
        Assert.Equal("new-one", created.Text("Label"));
        Assert.Contains(
            $"\"new-one\": {created.Value("Id")}",
            File.ReadAllText(Path.Combine(_folder, "ids.json")),
            StringComparison.Ordinal
        );
        Assert.Empty(Session.Run($"Compare-AuthleteConfiguration '{_folder}' -DeclaredOnly"));
        Assert.All(Session.Run(Import), result => Assert.Equal("None", result.Text("Action")));
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-Confirm:$false", "$WhatIfPreference = $true; ")]
    public void What_if_writes_the_plan_and_changes_nothing(string parameters, string before = "")
    {
        var client = NewClient();
        Export();
        Edit(client, $"\"clientName\": \"{_name}\"", "\"clientName\": \"other\"");
        var ids = File.ReadAllText(Path.Combine(_folder, "ids.json"));
        WriteFile("new-one", $$"""{"clientName":"{{_name}} new"}""");

        var result = Session.TryRun($"{before}Import-AuthleteConfiguration '{_folder}' {parameters} -Verbose");

        Assert.All(result.Output, planned => Assert.Equal("Planned", planned.Text("Status")));
        Assert.Equal("Create", result.Output[0].Text("Action"));
        Assert.Equal("Update", result.Output[1].Text("Action"));
        Assert.DoesNotContain(result.Verbose, line => line.Contains("POST", StringComparison.Ordinal));
        Assert.Equal(_name, Session.RunSingle($"(Get-AuthleteClient {client}).ClientName").ToString());
        Assert.Equal(ids, File.ReadAllText(Path.Combine(_folder, "ids.json")));
    }

    [Fact]
    public void A_plan_is_grouped_by_action_with_counts_and_shows_old_and_new_values()
    {
        var client = NewClient();
        Export();
        Edit(client, $"\"clientName\": \"{_name}\"", "\"clientName\": \"other\"");

        var text = string.Concat(Session.Run($"Import-AuthleteConfiguration '{_folder}' -WhatIf | Out-String -Width 120"));

        Assert.Contains("Action: Update (1)", text, StringComparison.Ordinal);
        Assert.Contains($"clientName: {_name} -> other", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-ErrorAction Stop")]
    public void A_target_that_fails_does_not_stop_the_others(string parameters)
    {
        var (first, second) = (NewClient("-a"), NewClient("-b"));
        Export();
        Edit(first, $"\"clientName\": \"{_name}-a\"", $"\"clientName\": \"{_name}-a2\"", "-a");
        Edit(second, $"\"clientName\": \"{_name}-b\"", $"\"clientName\": \"{_name}-b2\"", "-b");
        Session.Run($"$null = Lock-AuthleteClient {first} -Confirm:$false");

        var result = Session.TryRun($"try {{ {Import} {parameters} }} catch {{ Write-Error -ErrorRecord $_ }}");

        Assert.Equal(
            ["Failed", "Done"],
            result.Output.Where(target => target.Text("Action") == "Update").Select(target => target.Text("Status"))
        );
        Assert.StartsWith("ImportIncomplete", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(_name + "-b2", Session.RunSingle($"(Get-AuthleteClient {second}).ClientName").ToString());
        Session.Run($"$null = Unlock-AuthleteClient {first} -Confirm:$false");
        Assert.Empty(Session.TryRun(Import).Errors);
    }

    [Fact]
    public void Many_are_changed_at_once()
    {
        Session.Run("1..30 | ForEach-Object { New-AuthleteClient -ClientName \"many $_\" -Confirm:$false } | Out-Null");
        Export();
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "clients"), "many-*.json"))
        {
            File.WriteAllText(file, """{"description":"one of many"}""");
        }

        var results = Session.Run(Import + " -ThrottleLimit 16");

        Assert.Equal(30, results.Count(result => result.Text("Action") == "Update" && result.Text("Status") == "Done"));
        Assert.Equal(30, Session.RunSingle("@(Get-AuthleteClient | Where-Object Description -eq 'one of many').Count").BaseObject);
    }

    [Fact]
    public void A_folder_with_an_error_is_refused_before_a_call()
    {
        Export();
        WriteFile("new-one", """{"clientName":"new one","grantTypes":["AUTHORISATION_CODE"]}""");

        var error = Session.RunError(Import);

        Assert.StartsWith("InvalidConfiguration", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("AUTHORIZATION_CODE", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Clients_are_imported_without_an_owner_and_their_scopes_are_checked_against_the_discovery_document()
    {
        var client = NewClient();
        Export();
        Edit(client, $"\"clientName\": \"{_name}\"", "\"clientName\": \"other\"");
        const string Service = "$service = Connect-Authlete -Credential $credential -BaseUri $baseUri -SkipTest -PassThru; ";

        var result = Session.TryRun(Service + Import + " -Connection $service");

        Assert.Contains(result.Warnings, warning => warning.Contains("service owner", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Output, target => target.Text("Kind") == "Service");
        Assert.Contains(result.Output, target => target.Text("Status") == "Done" && target.Text("Action") == "Update");
        Edit(client, "\"requestableScopesEnabled\": false", "\"requestableScopes\": [\"emai\"],\n    \"requestableScopesEnabled\": true");
        var error = Session.RunError(Service + Import + " -Connection $service 3>$null");
        Assert.Contains("email", error.Exception.Message, StringComparison.Ordinal);
    }

    public override void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        base.Dispose();
    }

    private static string? Shown(object? value) => value is string[] items ? string.Join(",", items) : value?.ToString();

    private void Export() => Session.Run($"Export-AuthleteConfiguration '{_folder}' -Confirm:$false");

    private string NewClient(string suffix = "") =>
        Session.RunSingle($"(New-AuthleteClient -ClientName '{_name}{suffix}' -Confirm:$false).ClientId").ToString()!;

    private void WriteFile(string label, string text) => File.WriteAllText(Path.Combine(_folder, "clients", label + ".json"), text);

    private void Edit(string client, string text, string replacement, string suffix = "")
    {
        Assert.NotEmpty(client);
        var file = Path.Combine(_folder, "clients", _name + suffix + ".json");
        var content = File.ReadAllText(file);
        Assert.Contains(text, content, StringComparison.Ordinal);
        File.WriteAllText(file, content.Replace(text, replacement, StringComparison.Ordinal));
    }
}
