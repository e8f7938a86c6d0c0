using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Any JSON can be read and written without loss.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Parsed_JSON_is_written_byte_for_byte()
    {
        GeneratedJson.Value.Sample(json => Assert.Equal(json, JsonView.Parse(json).ToJson()));
    }

    [Fact]
    public void A_client_of_which_everything_was_read_is_written_byte_for_byte() => ReadAll<Client>();

    [Fact]
    public void A_service_of_which_everything_was_read_is_written_byte_for_byte() => ReadAll<Service>();

    [Fact]
    public void An_introspection_of_which_everything_was_read_is_written_byte_for_byte() => ReadAll<IntrospectionResponse>();

    [Fact]
    public void Members_of_which_everything_was_read_are_written_byte_for_byte()
    {
        GeneratedJson.Object.Sample(json =>
        {
            var view = JsonView.Parse(json);

            view.ReadMembers();

            Assert.Equal(json, view.ToJson());
        });
    }

    [Fact]
    public void Setting_a_member_keeps_all_others()
    {
        Gen.Select(Objects<Client>(), Gen.OneOf("clientName", "contacts", "a", "new"), Gen.Bool)
            .Sample(
                (json, name, read) =>
                {
                    var client = JsonView.Parse<Client>(json);
                    if (read)
                    {
                        TypedProperties.ReadAll(client);
                    }

                    client.SetMember(name, "set");

                    var expected = RawMembers(json);
                    expected[name] = "\"set\"";
                    Assert.Equal(expected, RawMembers(client.ToJson()));
                }
            );
    }

    [Fact]
    public void Removing_a_member_keeps_all_others_in_order()
    {
        Objects<Client>()
            .Sample(json =>
            {
                foreach (var name in JsonView.Parse(json).GetMemberNames())
                {
                    var client = JsonView.Parse<Client>(json);

                    client.RemoveMember(name);

                    Assert.Equal(RawMembers(json).Where(member => member.Key != name), RawMembers(client.ToJson()));
                }
            });
    }

    [Fact]
    public void Changing_a_list_item_keeps_all_other_members()
    {
        Objects<Client>()
            .Sample(json =>
            {
                var client = JsonView.Parse<Client>(json);
                client.RedirectUris = ["a", "b"];
                var received = client.ToJson();
                client = JsonView.Parse<Client>(received);
                TypedProperties.ReadAll(client);

                client.RedirectUris![1] = "c";

                var expected = RawMembers(received);
                expected["redirectUris"] = """["a","c"]""";
                Assert.Equal(expected, RawMembers(client.ToJson()));
            });
    }

    [Fact]
    public void Members_set_one_by_one_equal_the_received_object()
    {
        GeneratedJson
            .Object.Where(json =>
                !json.Contains("400", System.StringComparison.Ordinal)
                && !json.Contains("12345678901234567890123456789012345", System.StringComparison.Ordinal)
            )
            .Sample(json =>
            {
                var received = JsonView.Parse(json);
                var built = new JsonView();
                foreach (var name in received.GetMemberNames())
                {
                    built.SetMember(name, received.GetMember(name));
                }

                using var expected = JsonDocument.Parse(json);
                using var actual = JsonDocument.Parse(built.ToJson());
                Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), built.ToJson());
            });
    }

    [Fact]
    public void Changed_members_read_the_same_after_writing()
    {
        Objects<Client>()
            .Sample(json =>
            {
                var client = JsonView.Parse<Client>(json);
                client.ClientName = "A";
                client.Contacts = ["x"];

                var again = JsonView.Parse<Client>(client.ToJson());

                Assert.Equal(client.GetMemberNames(), again.GetMemberNames());
                Assert.Equal(client.ToJson(), again.ToJson());
                Assert.Equal("A", again.ClientName);
                Assert.Equal(["x"], again.Contacts!);
            });
    }

    private static void ReadAll<T>()
        where T : JsonView, new()
    {
        Gen.Select(Objects<T>(), Gen.Bool, Gen.Bool)
            .Sample(
                (json, membersBefore, membersAfter) =>
                {
                    var view = JsonView.Parse<T>(json);
                    if (membersBefore)
                    {
                        view.ReadMembers();
                    }

                    TypedProperties.ReadAll(view);
                    if (membersAfter)
                    {
                        view.ReadMembers();
                    }

                    Assert.Equal(json, view.ToJson());
                }
            );
    }

    private static Gen<string> Objects<T>()
        where T : JsonView, new() => GeneratedJson.ObjectWith(TypedProperties.NamesOf(new T()));

    private static OrderedDictionary<string, string> RawMembers(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new OrderedDictionary<string, string>(
            document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetRawText()))
        );
    }
}
