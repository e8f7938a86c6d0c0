using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>An object with many members behaves like one with few.</summary>
public sealed class LargeObjectTests
{
    private const int Count = 50_000;

    private static readonly string s_json =
        "{"
        + string.Concat(Enumerable.Range(0, Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"m{i}\":{i},")))
        + "\"clientId\":1,\"clientName\":\"first\",\"grantTypes\":[{\"below\":1}],\"clientName\":\"last\"}";

    [Fact]
    public void Each_member_is_found_and_of_two_of_one_name_the_last()
    {
        var view = JsonView.Parse(s_json);
        var names = view.GetMemberNames().ToList();

        Assert.Equal(Count + 3, names.Count);
        Assert.All(Enumerable.Range(0, Count), i => Assert.Equal($"{i}", $"{view.GetMember(names[i])}"));
        Assert.Equal("last", view.GetMember("clientName"));
        Assert.Null(view.GetMember("M1"));
        Assert.Null(view.GetMember("absent"));
        Assert.Equal(s_json, view.ToJson());
    }

    [Fact]
    public void Known_members_are_known_among_many_that_are_not()
    {
        var (unknown, below) = JsonView.Parse<Client>(s_json).FindUnknownMembers();

        Assert.Equal(Enumerable.Range(0, Count).Select(i => "m" + i.ToString(CultureInfo.InvariantCulture)), unknown);
        Assert.Equal(["grantTypes"], below);
    }

    [Fact]
    public void A_member_that_is_set_or_removed_is_no_longer_as_received()
    {
        var view = JsonView.Parse(s_json);
        Assert.All(Enumerable.Range(0, 100), i => Assert.NotNull(view.GetMember("m" + i.ToString(CultureInfo.InvariantCulture))));

        view.SetMember("m1", "set");
        view.RemoveMember("m2");

        Assert.Equal("set", view.GetMember("m1"));
        Assert.Null(view.GetMember("m2"));
        Assert.DoesNotContain("m2", view.GetMemberNames());
    }

    [Fact]
    public void Too_many_values_are_refused_with_the_number_that_is_allowed()
    {
        var json = "[" + string.Join(',', Enumerable.Repeat("0", JsonReader.MaxValues)) + "]";

        Assert.Contains(
            "500,000",
            Assert.Throws<TooManyValuesException>(() => JsonView.Parse(json)).Message,
            System.StringComparison.Ordinal
        );
    }
}
