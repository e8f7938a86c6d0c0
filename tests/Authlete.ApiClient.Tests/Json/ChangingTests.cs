using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Numerics;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Members that were set are written, and nothing else changes.</summary>
public sealed class ChangingTests
{
    private const string Json = """{ "new":{ "deep":[1.50] }, "clientName":"A", "description":null, "n":1e400, "contacts":[ "x" ] }""";

    [Fact]
    public void A_changed_member_stays_in_its_place_and_the_others_as_they_came()
    {
        var client = JsonView.Parse<Client>(Json);

        client.ClientName = "B";

        Assert.Equal("B", client.ClientName);
        Assert.Equal("""{"new":{ "deep":[1.50] },"clientName":"B","description":null,"n":1e400,"contacts":[ "x" ]}""", client.ToJson());
    }

    [Fact]
    public void A_new_member_comes_last()
    {
        var client = JsonView.Parse<Client>(Json);

        client.Developer = "d";
        client.SetMember("newer", 1);

        Assert.EndsWith("""[ "x" ],"developer":"d","newer":1}""", client.ToJson(), StringComparison.Ordinal);
        Assert.Equal(["new", "clientName", "description", "n", "contacts", "developer", "newer"], client.GetMemberNames());
    }

    [Fact]
    public void A_property_set_to_null_takes_its_member_away()
    {
        var client = JsonView.Parse<Client>("""{"clientName":"A","clientId":1}""");

        client.ClientName = null;

        Assert.Equal("""{"clientId":1}""", client.ToJson());
        Assert.Null(client.ClientName);
        Assert.False(client.HasMember("clientName"));
        Assert.Equal(["clientId"], client.GetMemberNames());
    }

    [Fact]
    public void A_member_set_to_null_is_written_as_null()
    {
        var client = JsonView.Parse<Client>("""{"clientName":"A","clientId":1}""");

        client.SetMember("clientName", null);
        client.SetMember("description", null);

        Assert.Equal("""{"clientName":null,"clientId":1,"description":null}""", client.ToJson());
        Assert.Null(client.ClientName);
        Assert.True(client.HasMember("clientName"));
    }

    [Fact]
    public void A_removed_member_comes_back_to_its_place_when_it_is_set_again()
    {
        var client = JsonView.Parse<Client>("""{"clientName":"A","clientId":1}""");

        client.RemoveMember("clientName");
        client.ClientName = "B";

        Assert.Equal("""{"clientName":"B","clientId":1}""", client.ToJson());
    }

    [Fact]
    public void An_added_member_can_be_taken_away_and_added_again()
    {
        var client = new Client { ClientName = "A", Developer = "d" };

        client.RemoveMember("clientName");
        Assert.Equal("""{"developer":"d"}""", client.ToJson());

        client.ClientName = "B";
        Assert.Equal("""{"developer":"d","clientName":"B"}""", client.ToJson());
    }

    [Fact]
    public void Taking_away_what_is_not_there_changes_nothing()
    {
        var client = JsonView.Parse<Client>(Json);

        client.Developer = null;
        client.RemoveMember("absent");

        Assert.Equal(Json, client.ToJson());
    }

    [Fact]
    public void A_request_is_written_in_the_order_in_which_it_was_built()
    {
        var request = new IntrospectionRequest
        {
            Token = "t",
            Subject = "s",
            Scopes = ["b", "a"],
        };

        Assert.Equal("""{"token":"t","subject":"s","scopes":["b","a"]}""", request.ToJson());
    }

    [Fact]
    public void Values_of_every_kind_are_written()
    {
        var view = new JsonView();
        view.SetMember("s", "a\"\\\n<ä");
        view.SetMember("b", true);
        view.SetMember("i", 1);
        view.SetMember("l", long.MinValue);
        view.SetMember("m", 1.10m);
        view.SetMember("d", 0.1d);
        view.SetMember("e", 1e300);
        view.SetMember("g", BigInteger.Pow(10, 30));
        view.SetMember("v", new Pair { Key = "k" });
        view.SetMember(
            "a",
            new object?[]
            {
                1,
                null,
                new List<string> { "x" },
                Array.Empty<int>(),
            }
        );
        view.SetMember(
            "o",
            new OrderedDictionary
            {
                ["y"] = 1,
                ["x"] = new Hashtable { ["z"] = null },
            }
        );
        view.SetMember("u", new Uri("https://a.example/"));
        view.SetMember("t", new DateTimeOffset(2022, 1, 13, 4, 29, 8, TimeSpan.Zero));

        Assert.Equal(
            """{"s":"a\"\\\n<ä","b":true,"i":1,"l":-9223372036854775808,"m":1.10,"d":0.1,"e":1E+300,"g":1000000000000000000000000000000,"v":{"key":"k"},"a":[1,null,["x"],[]],"o":{"y":1,"x":{"z":null}},"u":"https://a.example/","t":"2022-01-13T04:29:08+00:00"}""",
            view.ToJson()
        );
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(float.NaN)]
    [InlineData(DayOfWeek.Monday)]
    public void A_value_that_JSON_does_not_have_is_refused(object value)
    {
        var view = new JsonView();
        view.SetMember("x", value);

        Assert.Throws<ArgumentException>(view.ToJson);
    }

    [Fact]
    public void A_view_inside_of_itself_is_refused()
    {
        var view = new JsonView();
        view.SetMember("self", view);

        Assert.Throws<InvalidOperationException>(view.ToJson);
    }

    [Fact]
    public void A_name_is_needed()
    {
        Assert.Throws<ArgumentNullException>("name", () => new JsonView().SetMember(null!, 1));
        Assert.Throws<ArgumentNullException>("name", () => new JsonView().RemoveMember(null!));
    }

    [Fact]
    public void A_property_reads_what_was_set_as_a_member()
    {
        var client = new Client();
        client.SetMember("clientName", "A");
        client.SetMember("defaultMaxAge", 5);
        client.SetMember("number", long.MaxValue);
        client.SetMember("parRequired", true);
        client.SetMember("contacts", new object[] { "x" });
        client.SetMember("extension", new ClientExtension());

        Assert.Equal("A", client.ClientName);
        Assert.Equal(5, client.DefaultMaxAge);
        Assert.Equal(int.MaxValue, client.Number);
        Assert.True(client.ParRequired);
        Assert.Equal(["x"], client.Contacts!);
        Assert.NotNull(client.Extension);
    }

    [Fact]
    public void A_property_reads_what_was_set_as_a_member_as_it_would_read_it_received()
    {
        var set = new Client();
        set.SetMember("clientName", 12);
        set.SetMember("defaultMaxAge", 5m);
        set.SetMember("contacts", new List<string> { "x" });
        set.SetMember("redirectUris", "one");
        set.SetMember("clientNames", new object[] { new TaggedValue { Tag = "ja" } });
        var received = JsonView.Parse<Client>(set.ToJson());

        Assert.Equal(received.ClientName, set.ClientName);
        Assert.Equal(received.DefaultMaxAge, set.DefaultMaxAge);
        Assert.Equal(received.Contacts, set.Contacts);
        Assert.Equal(received.RedirectUris, set.RedirectUris);
        Assert.Equal("ja", Assert.Single(received.ClientNames!).Tag);
        Assert.Equal("ja", Assert.Single(set.ClientNames ?? []).Tag);
    }
}
