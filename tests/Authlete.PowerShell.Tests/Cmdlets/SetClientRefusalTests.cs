using System;
using System.Management.Automation;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Changes of a complete object that the module or the server rejects.</summary>
public sealed class SetClientRefusalTests(NewerServerFixture fixture) : EngineTests<NewerServerFixture>(fixture)
{
    [Fact]
    public async Task An_object_that_changed_in_the_meantime_is_rejected_unless_forced()
    {
        var clock = new ManualClock();
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { TimeProvider = clock },
            TestContext.Current.CancellationToken
        );
        using var session = EngineSession.Connected(sandbox);
        session.Run("$mine = Get-AuthleteClient $clientId; $mine.Description = 'mine'");
        clock.Advance();
        session.Run("$null = Set-AuthleteClient $clientId -Description theirs");

        var error = session.RunError("$mine | Set-AuthleteClient");

        Assert.Equal("ConcurrentChange", error.Id());
        Assert.Equal(sandbox.ConfidentialClient.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture), error.TargetObject);
        Assert.Equal("theirs", session.RunSingle("(Get-AuthleteClient $clientId).Description").ToString());
        Assert.Equal("ConcurrentChange", session.RunError("$mine | Set-AuthleteClient -WhatIf").Id());
        Assert.Equal("mine", session.RunSingle("($mine | Set-AuthleteClient -Force).Description").ToString());
    }

    [Theory]
    [InlineData("[string]$client.ClientId | Set-AuthleteClient -Description x", "-ClientId")]
    [InlineData("'alias-of-client' | Set-AuthleteClient -Description x", "-ClientId")]
    [InlineData("$client.ClientId | Set-AuthleteClient -Description x", "-ClientId")]
    [InlineData("$serviceApiKey | Set-AuthleteService -Description x", "-ServiceApiKey")]
    public void An_id_instead_of_an_object_is_refused_with_the_parameter_for_it(string script, string parameter)
    {
        Session.Run(Scripts.NewClient);

        Assert.Contains("specify " + parameter + ".", Session.RunError(script).Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("specify -", Session.RunError("'{' | Set-AuthleteClient").Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "$client | ForEach-Object { [pscustomobject]@{ ClientId = $_.ClientId; Description = 'x' } } | Set-AuthleteClient",
        "PartialObject"
    )]
    [InlineData("@{ clientId = $client.ClientId } | Set-AuthleteClient", "PartialObject")]
    [InlineData("'{\"clientId\":' + $client.ClientId + ',\"description\":\"x\"}' | Set-AuthleteClient", "PartialObject")]
    [InlineData("'{\"clientId\":' + $client.ClientId + ',\"description\":\"x\"}' | Set-AuthleteClient -Force", "PartialObject")]
    [InlineData("'{\"description\":\"x\"}' | Set-AuthleteClient", "PartialObject")]
    [InlineData("$client.ClientId | Set-AuthleteClient -Description x", "PartialObject")]
    [InlineData("'{\"clientId\":' + $client.ClientId + ',\"modifiedAt\":1}' | Set-AuthleteClient -Force", "PartialObject")]
    [InlineData(
        "[Authlete.ApiClient.Models.Client]::new() | ForEach-Object { $_.SetMember('clientId', $client.ClientId); $_.SetMember('modifiedAt', (Invoke-AuthleteApi \"/client/get/$($client.ClientId)\").modifiedAt); $_ } | Set-AuthleteClient -Force",
        "PartialObject"
    )]
    [InlineData("Get-AuthleteService -First 1 | Set-AuthleteClient", "WrongObject")]
    [InlineData("$client | Set-AuthleteService", "WrongObject")]
    [InlineData("'not JSON' | Set-AuthleteClient", "InputNotJson")]
    [InlineData("'{' | Set-AuthleteClient", "InputNotJson")]
    [InlineData("'[]' | Set-AuthleteClient", "WrongJsonType")]
    [InlineData("$client.ToJson().Replace('\"before\"', '7') | Set-AuthleteClient", "WrongJsonType")]
    public void An_object_that_would_clear_a_client_is_rejected(string script, string id)
    {
        Session.Run(Scripts.NewClient);

        var calls = Sandbox.CallsDuring(() => Assert.Equal(id, Session.RunError(script).Id()));

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }

    [Theory]
    [InlineData("'{\"redirectUris\":\"https://a.example/\"}'", "redirectUris: an array is expected, but it is a string.")]
    [InlineData("'{\"clientNames\":[{\"tag\":\"ja\",\"value\":3}]}'", "clientNames[0].value: a string is expected, but it is a number.")]
    [InlineData(
        "'{\"extension\":{\"accessTokenDuration\":\"60\"}}'",
        "extension.accessTokenDuration: a number is expected, but it is a string."
    )]
    [InlineData("'{\"pkceRequired\":1}'", "pkceRequired: true or false is expected, but it is a number.")]
    [InlineData("'{\"ClientName\":\"x\"}'", "in the API's JSON this is clientName")]
    [InlineData("'[{}]'", "not an object")]
    public void JSON_of_a_wrong_type_says_which_field_what_was_expected_and_what_came(string json, string message)
    {
        var error = Session.RunError("New-AuthleteClient -InputObject " + json);

        Assert.Equal("WrongJsonType", error.Id());
        Assert.Contains(message, error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_without_server_assigned_members_is_complete_but_is_not_known_to_be_the_latest()
    {
        Session.Run(
            Scripts.NewClient
                + "foreach ($name in 'number', 'serviceNumber', 'createdAt', 'modifiedAt') { $client.RemoveMember($name) }; $client.Description = 'from a file'; $json = $client.ToJson()"
        );

        Assert.Equal("ConcurrentChange", Session.RunError("$json | Set-AuthleteClient").Id());
        Assert.Equal("from a file", Session.RunSingle("($json | Set-AuthleteClient -Force).Description").ToString());
    }

    [Theory]
    [InlineData("Set-AuthleteClient 99 -Description x", "A027201", ErrorCategory.ObjectNotFound, "99")]
    [InlineData("Set-AuthleteService 99 -Description x", "A035201", ErrorCategory.ObjectNotFound, "99")]
    public void One_that_is_not_there_is_an_error(string script, string id, ErrorCategory category, string target)
    {
        var error = Session.RunError(script);

        Assert.Equal(id, error.Id());
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject);
    }

    [Fact]
    public void An_alias_of_another_client_is_an_error_and_the_other_objects_are_processed()
    {
        Session.Run(
            """
            $first = New-AuthleteClient -ClientIdAlias taken
            $second = New-AuthleteClient -ClientName second
            $third = New-AuthleteClient -ClientName third
            """
        );

        var result = Session.TryRun("$second.ClientIdAlias = 'taken'; $third.ClientIdAlias = 'free'; $second, $third | Set-AuthleteClient");

        Assert.Equal("A030601", Assert.Single(result.Errors).Id());
        Assert.Equal("free", Assert.Single(result.Output).Value("ClientIdAlias"));
    }

    [Fact]
    public void The_input_and_the_id_exclude_each_other()
    {
        Assert.NotEmpty(Session.TryRun("Set-AuthleteClient -ClientId 1 -InputObject '{}'").Errors);
        Assert.NotEmpty(Session.TryRun("$null | Set-AuthleteClient").Errors);
    }
}
