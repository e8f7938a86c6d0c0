using System;
using System.IO;
using System.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class CompareConfigurationTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "authlete-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public void An_export_has_no_difference_to_what_was_exported()
    {
        Export();

        Assert.Empty(Session.Run($"Compare-AuthleteConfiguration '{_folder}'"));
        Assert.Equal(true, Session.RunSingle($"Compare-AuthleteConfiguration '{_folder}' -Quiet").BaseObject);
    }

    [Fact]
    public void A_difference_says_where_it_is_and_what_both_sides_have()
    {
        var client = NewClient();
        Export();
        Session.Run($"Set-AuthleteClient {client} -Contacts 'b@example.com', 'a@example.com' -Description 'new' -Confirm:$false");

        var differences = Session.Run($"Compare-AuthleteConfiguration '{_folder}'");

        Assert.Equal(["contacts", "description"], differences.Select(difference => difference.Text("Property")));
        Assert.All(differences, difference => Assert.Equal("Client", difference.Text("Kind")));
        Assert.All(differences, difference => Assert.Equal("=>", difference.Text("SideIndicator")));
        Assert.Equal(["a@example.com", "b@example.com"], (string[])differences[0].Value("Difference")!);
        Assert.Equal(false, Session.RunSingle($"Compare-AuthleteConfiguration '{_folder}' -Quiet").BaseObject);
        Assert.Empty(Session.Run($"Compare-AuthleteConfiguration '{_folder}' -DeclaredOnly"));
    }

    [Fact]
    public void Secrets_are_compared_and_not_shown()
    {
        var client = NewClient();
        Session.Run($"Export-AuthleteConfiguration '{_folder}' -IncludeSecret -Confirm:$false 3>$null");
        var before = Session.RunSingle($"(Get-AuthleteClient {client}).ClientSecret").ToString();
        Session.Run($"$null = Reset-AuthleteClientSecret {client} -Confirm:$false");
        var after = Session.RunSingle($"(Get-AuthleteClient {client}).ClientSecret").ToString();

        var difference = Session.RunSingle($"Compare-AuthleteConfiguration '{_folder}' -IncludeSecret");

        Assert.Equal("clientSecret", difference.Text("Property"));
        Assert.Equal("***", difference.Text("Reference"));
        Assert.Equal("***", difference.Text("Difference"));
        var output = string.Concat(
            Session.Run(
                $"$VerbosePreference = 'Continue'; Compare-AuthleteConfiguration '{_folder}' -IncludeSecret *>&1 | Format-List * | Out-String"
            )
        );
        Assert.DoesNotContain(before, output, StringComparison.Ordinal);
        Assert.DoesNotContain(after, output, StringComparison.Ordinal);
        Assert.Empty(Session.Run($"Compare-AuthleteConfiguration '{_folder}'"));
    }

    [Fact]
    public void Two_services_are_compared_by_alias_and_name()
    {
        var source = Session.RunSingle("Get-AuthleteService $serviceApiKey");
        Session.Set("source", source);
        var other = Session.RunSingle("$source | New-AuthleteService -ServiceName 'Other' -Confirm:$false").Value("ApiKey");
        var here = "$(Connect-Authlete -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -SkipTest -PassThru)";
        Session.Run($"$here = {here[1..]}");
        Session.Run(
            "Connect-Authlete -Credential $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -MaximumRetryCount 0 -SkipTest"
        );

        var differences = Session.Run(
            $"Compare-AuthleteConfiguration -ReferenceConnection $here -ServiceApiKey $serviceApiKey -DifferenceConnection $here -DifferenceServiceApiKey {other}"
        );

        Assert.Contains(differences, difference => difference.Text("Kind") == "Service" && difference.Text("Property") == "serviceName");
        Assert.Contains(differences, difference => difference.Text("Kind") == "Client" && difference.Text("SideIndicator") == "<=");
    }

    [Fact]
    public void A_side_that_can_not_be_read_ends_the_command_and_is_no_empty_result()
    {
        Export();
        Sandbox.Faults.Enqueue(Fault.Status(503), "/client/get/list");
        var result = Session.TryRun(Scripts.Rethrowing($"Compare-AuthleteConfiguration '{_folder}' -Quiet"));
        Assert.True(result.Terminated);
        Assert.Empty(result.Output);

        File.WriteAllText(Path.Combine(_folder, "ids.json"), "{\n<<<<<<< HEAD\n");
        var error = Session.RunError($"Compare-AuthleteConfiguration '{_folder}'");
        Assert.StartsWith("InvalidConfiguration", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("line 2", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"serviceName\": \"${NOT_THERE}\"", "PlaceholderUnresolved", "service.json: serviceName contains ${NOT_THERE}")]
    [InlineData("\"apiSecret\": \"plain-text-4711\"", "SecretExposed", "service.json: apiSecret")]
    [InlineData("\"serviceNam\": \"x\"", "InvalidConfiguration", "Did you mean serviceName?")]
    [InlineData("\"supportedGrantTypes\": [\"AUTHORISATION_CODE\"]", "InvalidConfiguration", "Did you mean AUTHORIZATION_CODE?")]
    [InlineData("\"accessTokenDuration\": \"long\"", "InvalidConfiguration", "accessTokenDuration: a number is expected")]
    public void Problems_of_a_file_are_listed(string member, string id, string message)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "service.json"), "{" + member + "}");

        var error = Session.RunError($"Compare-AuthleteConfiguration '{_folder}'");

        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_ways_to_name_the_reference_are_an_error()
    {
        var error = Session.RunError(
            "$c = Get-AuthleteConnection; Compare-AuthleteConfiguration -ReferenceConnection $c -DifferenceConnection $c -Connection $c"
        );

        Assert.StartsWith("CredentialConflict", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    public override void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        base.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Export() => Session.Run($"Export-AuthleteConfiguration '{_folder}' -Confirm:$false");

    private object? NewClient() =>
        Session.RunSingle($"New-AuthleteClient -ClientName 'Shop {Guid.NewGuid():N}' -Confirm:$false").Value("ClientId");
}
