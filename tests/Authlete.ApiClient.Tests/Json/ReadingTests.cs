using System;
using System.Linq;
using System.Numerics;
using System.Text;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Properties and members read the JSON.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void Properties_have_the_values_of_their_members()
    {
        var client = JsonView.Parse<Client>(
            """
            {"clientName":"A","clientId":4711,"number":7,"parRequired":true,"pkceRequired":false,"redirectUris":["https://a","https://b"],
             "clientType":"NEWER_THAN_THIS","extension":{"requestableScopes":["s"]},"clientNames":[{"tag":"ja","value":"x"}]}
            """
        );

        Assert.Equal("A", client.ClientName);
        Assert.Equal(4711L, client.ClientId);
        Assert.Equal(7, client.Number);
        Assert.True(client.ParRequired);
        Assert.False(client.PkceRequired);
        Assert.Equal(["https://a", "https://b"], client.RedirectUris!);
        Assert.Equal("NEWER_THAN_THIS", client.ClientType);
        Assert.Equal(["s"], client.Extension!.RequestableScopes!);
        Assert.Equal("ja", Assert.Single(client.ClientNames!).Tag);
    }

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", int.MaxValue)]
    [InlineData("9223372036854775808", int.MaxValue)]
    [InlineData("1e400", int.MaxValue)]
    [InlineData("-2147483649", int.MinValue)]
    [InlineData("-1e400", int.MinValue)]
    [InlineData("1.9", 1)]
    [InlineData("-0", 0)]
    [InlineData("\"12\"", 12)]
    public void A_32_bit_number_beyond_its_range_is_the_nearest(string number, int expected)
    {
        Assert.Equal(expected, JsonView.Parse<Client>($$"""{"number":{{number}}}""").Number);
    }

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", long.MaxValue)]
    [InlineData("-9223372036854775809", long.MinValue)]
    [InlineData("1e400", long.MaxValue)]
    [InlineData("1e3", 1000)]
    public void A_64_bit_number_beyond_its_range_is_the_nearest(string number, long expected)
    {
        Assert.Equal(expected, JsonView.Parse<ClientExtension>($$"""{"accessTokenDuration":{{number}}}""").AccessTokenDuration);
    }

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"12\"", 12L)]
    [InlineData("1e3", 1000L)]
    [InlineData("12.0", 12L)]
    [InlineData("1.5", null)]
    [InlineData("1e26", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-9223372036854775809", null)]
    [InlineData("1e400", null)]
    public void A_number_that_is_no_identifier_is_null_because_the_nearest_one_identifies_another_object(string number, long? expected)
    {
        Assert.Equal(expected, JsonView.Parse<Client>($$"""{"clientId":{{number}}}""").ClientId);
        Assert.Equal(expected, JsonView.Parse<Service>($$"""{"apiKey":{{number}}}""").ApiKey);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("12")]
    [InlineData("1e400")]
    [InlineData("\"text\"")]
    [InlineData("[1,\"a\",null,{},[]]")]
    [InlineData("{\"tag\":1}")]
    public void A_value_of_the_wrong_type_never_throws_and_is_written_back(string value)
    {
        foreach (var type in typeof(Client).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JsonView)) && !type.IsAbstract))
        {
            var view = (JsonView)Activator.CreateInstance(type)!;
            var names = TypedProperties.NamesOf(view);
            var json = "{" + string.Join(",", names.Select(name => $"\"{name}\":{value}")) + "}";
            view.Attach(JsonReader.Read(Encoding.UTF8.GetBytes(json), TestContext.Current.CancellationToken));

            TypedProperties.ReadAll(view);

            Assert.Equal(json, view.ToJson());
        }
    }

    [Fact]
    public void A_wrong_type_reads_as_what_is_nearest_or_as_nothing()
    {
        var client = JsonView.Parse<Client>(
            """{"clientName":12,"number":"x","parRequired":"true","pkceRequired":1,"redirectUris":"one","contacts":{},"extension":[1],"clientNames":5}"""
        );

        Assert.Equal("12", client.ClientName);
        Assert.Null(client.Number);
        Assert.True(client.ParRequired);
        Assert.Null(client.PkceRequired);
        Assert.Equal(["one"], client.RedirectUris!);
        Assert.Null(client.Contacts);
        Assert.Null(client.Extension);
        Assert.Null(client.ClientNames);
    }

    [Fact]
    public void Members_are_plain_values_arrays_and_views()
    {
        var view = JsonView.Parse(
            """{"s":"a","t":true,"f":false,"n":1,"big":18446744073709551616,"dec":1.10,"exp":1e2,"null":null,"a":[1,"b",[null]],"o":{"x":1}}"""
        );

        Assert.Equal("a", view.GetMember("s"));
        Assert.Equal(true, view.GetMember("t"));
        Assert.Equal(false, view.GetMember("f"));
        Assert.Equal(1L, view.GetMember("n"));
        Assert.Equal(BigInteger.Pow(2, 64), view.GetMember("big"));
        Assert.Equal(1.10m, view.GetMember("dec"));
        Assert.Equal(100d, view.GetMember("exp"));
        Assert.Null(view.GetMember("null"));
        Assert.Null(view.GetMember("absent"));
        Assert.Equal(new object?[] { 1L, "b", new object?[] { null } }, view.GetMember("a"));
        Assert.Equal(1L, Assert.IsType<JsonView>(view.GetMember("o")).GetMember("x"));
    }

    [Fact]
    public void The_case_of_a_member_s_name_matters()
    {
        var view = JsonView.Parse("""{"a":1,"A":2}""");

        Assert.Equal(1L, view.GetMember("a"));
        Assert.Equal(2L, view.GetMember("A"));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void A_value_that_is_no_object_has_no_members(string json)
    {
        var view = JsonView.Parse(json);

        Assert.Empty(view.GetMemberNames());
        Assert.Null(view.GetMember("a"));
        Assert.False(view.HasMember("a"));
    }

    [Theory]
    [InlineData("""{"scopes":["openid"]}""")]
    [InlineData("""{"scopes":[1,"a"]}""")]
    [InlineData("""{"scopes":[1.0,true,1e2]}""")]
    [InlineData("""{"scopes":[{"a":1},["b"]]}""")]
    [InlineData("""{"scopes":[null]}""")]
    public void Reading_a_list_as_a_member_and_then_as_a_property_changes_nothing(string json)
    {
        var view = JsonView.Parse<IntrospectionResponse>(json);
        var unread = JsonView.Parse<IntrospectionResponse>(json);

        view.GetMember("scopes");

        Assert.Equal(unread.Scopes!, view.Scopes!);
        Assert.Equal(json, view.ToJson());
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""[1]""")]
    public void A_property_reads_the_same_after_its_member_was_read(string value)
    {
        var view = JsonView.Parse<Client>($$"""{"clientName":{{value}}}""");
        var before = view.ClientName;

        view.GetMember("clientName");

        Assert.Equal(before, view.ClientName);
    }
}
