using System;
using System.Linq;
using System.Management.Automation;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Members of newer servers for which the module has no property.</summary>
public sealed class UnknownMembersTests(NewerServerFixture fixture) : EngineTests<NewerServerFixture>(fixture)
{
    [Fact]
    public void They_are_properties_and_so_are_those_below()
    {
        using var session = WithClient();

        Assert.Equal("later", session.RunSingle("$client.newField").ToString());
        Assert.Equal("inner", session.RunSingle("$client.newPart.newInner").ToString());
        Assert.Equal("deep", session.RunSingle("$client.newList[0].newDeep").ToString());
        Assert.Equal("known", session.RunSingle("$client.Extension.newInExtension").ToString());
        Assert.Contains(
            "newField",
            session.Run("$client.PSObject.Properties | ForEach-Object { $_.Name }").Select(name => name.ToString())
        );
    }

    [Fact]
    public void Numbers_keep_their_digits()
    {
        using var session = WithClient();

        Assert.Contains(
            "\"newNumber\":12345678901234567890.12345678901234567890",
            session.RunSingle("$client.ToJson()").ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Setting_one_writes_through_and_leaves_the_rest_as_it_was()
    {
        using var session = WithClient();

        session.Run("$client.newField = 'changed'; $client.newPart.newInner = 'changed too'");

        var json = session.RunSingle("$client.ToJson()").ToString();
        Assert.Contains("\"newField\":\"changed\"", json, StringComparison.Ordinal);
        Assert.Contains("\"newInner\":\"changed too\"", json, StringComparison.Ordinal);
        Assert.Contains("12345678901234567890.12345678901234567890", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_structure_can_be_set()
    {
        using var session = WithClient();

        session.Run("$client.newField = [ordered]@{ a = 1; b = @('x', $null, $true) }");

        Assert.Contains("""{"a":1,"b":["x",null,true]}""", session.RunSingle("$client.ToJson()").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_view_shows_unknown_members_too()
    {
        using var session = WithClient();

        var values = session.Run("Get-AuthleteClient -Developer unknown-members | ForEach-Object { $_.newField }");

        Assert.NotEmpty(values);
        Assert.All(values, value => Assert.Equal("later", value.ToString()));
    }

    [Fact]
    public void One_that_differs_in_case_from_a_property_does_not_hide_it()
    {
        Sandbox.Faults.Enqueue(
            Fault.Status(200, Answers.Client(7, """ "CLIENTNAME":"other","clientName":"mine","toJson":"x" """)),
            "/client/get/7"
        );

        Session.Run("$client = Get-AuthleteClient -ClientId 7");

        Assert.Equal("mine", Session.RunSingle("$client.ClientName").ToString());
        Assert.Contains("\"CLIENTNAME\":\"other\"", Session.RunSingle("$client.ToJson()").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_enumerated_value_of_a_newer_server_is_kept()
    {
        Sandbox.Faults.Enqueue(
            Fault.Status(
                200,
                """{"resultCode":"A999001","resultMessage":"[A999001] New.","action":"SOMETHING_NEW","grantType":"BRAND_NEW"}"""
            ),
            "/auth/token"
        );

        var response = Session.RunSingle("Invoke-AuthleteToken 'grant_type=x'");

        Assert.Equal("SOMETHING_NEW", response.Value("Action"));
        Assert.Equal("BRAND_NEW", response.Value("GrantType"));
    }

    [Fact]
    public void Values_of_another_type_than_expected_are_no_exception()
    {
        Sandbox.Faults.Enqueue(
            Fault.Status(
                200,
                """
                {"clientId":8,"clientIdAliasEnabled":false,"defaultMaxAge":99999999999999999999,"createdAt":99999999999999999999,
                 "locked":"true","redirectUris":"single","extension":"text","clientName":5,"numberOfUsers":"8"}
                """
            ),
            "/client/get/8"
        );

        var client = Session.RunSingle("Get-AuthleteClient -ClientId 8");

        Assert.Equal(true, client.Value("Locked"));
        Assert.Equal("5", client.Value("ClientName"));
        Assert.Equal(DateTimeOffset.MaxValue.Year, ((DateTimeOffset)client.Value("CreatedAt")!).Year);
        Assert.Null(client.Value("Extension"));
        Assert.All(client.Properties, property => _ = property.Value);
    }

    [Fact]
    public void In_an_untyped_view_each_name_is_a_property_those_of_typed_responses_too()
    {
        Session.Run("$answer = Invoke-AuthleteApi /auth/authorization -Method POST -Body @{ parameters = 'client_id=1' }");

        Assert.Equal("A009301", Session.RunSingle("$answer.resultCode").ToString()[..7]);
        Assert.StartsWith("[A009301]", Session.RunSingle("$answer.resultMessage").ToString(), StringComparison.Ordinal);
        Assert.Equal("BAD_REQUEST", Session.RunSingle("$answer.action").ToString());
    }

    [Fact]
    public void A_member_named_as_a_property_of_another_type_is_one_too()
    {
        Sandbox.Faults.Enqueue(
            Fault.Status(200, Answers.Client(7, """ "type":"T","newField":{"type":"U"},"newList":[{"resultCode":"V"}] """)),
            "/client/get/7"
        );

        Session.Run("$client = Get-AuthleteClient 7");

        Assert.Equal(
            ["T", "U", "V"],
            Session.Run("$client.type; $client.newField.type; $client.newList[0].resultCode").Select(value => value.ToString())
        );
    }

    [Fact]
    public void Unknown_members_of_nested_objects_appear_in_ConvertTo_Json()
    {
        using var session = WithClient();
        var client = session.RunSingle("$client");

        var part = Assert.IsType<PSObject>(client.Properties["newPart"].Value);
        var item = Assert.IsType<PSObject>(Assert.IsType<object[]>(client.Properties["newList"].Value).Single());
        Assert.Equal("inner", part.Properties["newInner"].Value);
        Assert.Equal("deep", item.Properties["newDeep"].Value);
    }

    [Fact]
    public void Items_of_a_list_below_are_changed_and_exchanged_in_place()
    {
        using var session = WithClient();

        session.Run("$client.newList[0].newDeep = 'changed'");
        Assert.Contains(
            """[ { "newDeep":"changed" } ]""".Replace(" ", "", StringComparison.Ordinal),
            session.RunSingle("$client.ToJson()").ToString().Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );

        session.Run("$client.newList[0] = [pscustomobject]@{ b = 1 }");
        Assert.Contains("\"newList\":[{\"b\":1}]", session.RunSingle("$client.ToJson()").ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "12345678901234567890.12345678901234567890",
            session.RunSingle("$client.ToJson()").ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Added_items_are_included_too()
    {
        using var session = WithClient();
        session.Run("$client.newList += [pscustomobject]@{ n = 1 }; $client.newList = @($client.newList[0], $client.newList[1])");

        var items = Assert.IsType<object[]>(session.RunSingle("$client").Properties["newList"].Value);

        Assert.Equal("deep", Assert.IsType<PSObject>(items[0]).Properties["newDeep"].Value);
        Assert.Contains(
            "\"newList\":[{\"newDeep\":\"deep\"},{\"n\":1}]",
            session.RunSingle("$client.ToJson()").ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Wrapped_values_are_written_even_before_anything_was_read()
    {
        Assert.Equal(
            """{"future":[{"a":1}]}""",
            Session
                .RunSingle(
                    "$client = [Authlete.ApiClient.Models.Client]::new(); $client.SetMember('future', @([pscustomobject]@{ a = 1 })); $client.ToJson()"
                )
                .ToString()
        );
    }

    [Fact]
    public void Parts_set_as_a_member_are_parts_of_their_type()
    {
        Assert.Equal(
            ["a"],
            Session
                .Run(
                    """
                    $service = [Authlete.ApiClient.Models.Service]::new()
                    $service.SupportedScopes = [Authlete.ApiClient.Models.Scope]@{ Name = 'a' }, [Authlete.ApiClient.Models.Scope]@{ Name = 'b' }
                    $service.SetMember('supportedScopes', @($service.SupportedScopes | Where-Object { $_.Name -eq 'a' }))
                    $service.SupportedScopes | ForEach-Object { $_.Name }
                    """
                )
                .Select(name => name.ToString())
        );
    }

    private EngineSession WithClient()
    {
        var session = EngineSession.Connected(Sandbox);
        session.Run(
            """
            $created = Invoke-AuthleteApi /client/create POST -Body '{ "clientName": "Newer", "developer": "unknown-members", "newField": "later",
                "newNumber": 12345678901234567890.12345678901234567890, "newPart": { "newInner": "inner" }, "newList": [ { "newDeep": "deep" } ],
                "extension": { "newInExtension": "known" } }'
            $client = Get-AuthleteClient -ClientId $created.clientId
            """
        );
        return session;
    }
}
