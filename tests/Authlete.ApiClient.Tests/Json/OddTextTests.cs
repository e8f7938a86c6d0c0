using System;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Escapes, half surrogate pairs, and duplicate names.</summary>
public sealed class OddTextTests
{
    [Fact]
    public void An_escaped_name_is_the_name_that_it_means()
    {
        var client = JsonView.Parse<Client>("""{"client\u004eame":"A","x\n\"y":1}""");

        Assert.Equal("A", client.ClientName);
        Assert.Equal(["clientName", "x\n\"y"], client.GetMemberNames());
        Assert.Equal(["x\n\"y"], client.GetUnknownMemberNames());

        client.ClientName = "B";
        Assert.Equal("""{"clientName":"B","x\n\"y":1}""", client.ToJson());
    }

    [Fact]
    public void Half_a_surrogate_pair_reads_as_its_escape()
    {
        var client = JsonView.Parse<Client>("""{"clientName":"a\ud800","contacts":["\udc00b"]}""");

        Assert.Equal("""a\ud800""", client.ClientName);
        Assert.Equal("""a\ud800""", client.GetMember("clientName"));
        Assert.Equal(["""\udc00b"""], client.Contacts!);
    }

    [Fact]
    public void Half_a_surrogate_pair_where_something_else_should_be_never_throws()
    {
        const string json =
            """{"parRequired":"\ud800","number":"\ud800","clientId":"\ud800","createdAt":"\ud800","contacts":"\ud800","extension":"\ud800","clientNames":"\ud800"}""";
        var client = JsonView.Parse<Client>(json);

        Assert.Null(client.ParRequired);
        Assert.Null(client.Number);
        Assert.Null(client.ClientId);
        Assert.Null(client.CreatedAt);
        Assert.Equal(["""\ud800"""], client.Contacts!);
        Assert.Null(client.Extension);
        Assert.Null(client.ClientNames);
        Assert.Equal(json, client.ToJson());
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_does_not_keep_the_other_members_from_being_read()
    {
        const string json = """{"\ud800":1,"clientName":"A"}""";
        var client = JsonView.Parse<Client>(json);

        Assert.Equal("A", client.ClientName);
        Assert.Null(client.Description);
        Assert.Equal(2, client.GetMemberNames().Count());
        Assert.True(client.HoldsUnknownMembers());
        TypedProperties.ReadAll(client);
        Assert.Equal(json, client.ToJson());
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_does_not_keep_another_member_from_being_changed()
    {
        var client = JsonView.Parse<Client>("""{"\ud800":1,"clientName":"A"}""");

        client.ClientName = "B";

        Assert.EndsWith(""":1,"clientName":"B"}""", client.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_that_is_set_does_not_keep_the_rest_from_being_written()
    {
        var client = new Client { ClientName = "a\ud800b" };

        Assert.Equal("a\ufffdb", JsonView.Parse<Client>(client.ToJson()).ClientName);
    }

    [Fact]
    public void The_last_of_duplicate_names_wins()
    {
        var view = JsonView.Parse<Client>("""{"clientName":"first","x":1,"clientName":"last"}""");

        Assert.Equal("last", view.ClientName);
        Assert.Equal(["clientName", "x"], view.GetMemberNames());
    }

    [Fact]
    public void A_name_that_occurs_twice_is_kept_when_another_is_changed()
    {
        var view = JsonView.Parse<Client>("""{"clientName":"first","x":1,"clientName":"last"}""");

        view.SetMember("x", 2);

        Assert.Equal("""{"clientName":"first","x":2,"clientName":"last"}""", view.ToJson());
    }

    [Fact]
    public void A_list_that_occurs_twice_is_kept_when_it_was_read_and_another_is_changed()
    {
        var view = JsonView.Parse<Client>("""{"contacts":["first"],"x":1,"contacts":["last"]}""");
        Assert.Equal(["last"], view.Contacts!);

        view.SetMember("x", 2);

        Assert.Equal("""{"contacts":["first"],"x":2,"contacts":["last"]}""", view.ToJson());
    }

    [Fact]
    public void A_name_that_occurs_twice_is_written_once_when_it_is_changed()
    {
        var view = JsonView.Parse<Client>("""{"clientName":"first","x":1,"clientName":"last"}""");

        view.ClientName = "new";

        Assert.Equal("""{"clientName":"new","x":1}""", view.ToJson());
    }

    [Fact]
    public void Removing_a_duplicate_name_removes_all_its_occurrences()
    {
        var view = JsonView.Parse<Client>("""{"clientName":"first","x":1,"clientName":"last"}""");

        view.ClientName = null;

        Assert.Equal("""{"x":1}""", view.ToJson());
    }
}
