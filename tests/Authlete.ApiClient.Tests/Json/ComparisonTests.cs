using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Two objects differ if their JSON has different meanings.</summary>
public sealed class ComparisonTests
{
    private static readonly string[] s_names = ["a", "b"];
    private static readonly Gen<string> s_fewMeanings = ObjectOf(2);

    [Theory]
    [InlineData("""{}""", """{}""")]
    [InlineData("""{"a":1,"b":"x"}""", """{ "b" : "x" , "a" : 1 }""")]
    [InlineData("""{"a":{"x":1,"y":[{"p":1,"q":2}]}}""", """{"a":{"y":[{"q":2,"p":1}],"x":1}}""")]
    [InlineData("""{"a":1}""", """{"a":1.0}""")]
    [InlineData("""{"a":100}""", """{"a":1e2}""")]
    [InlineData("""{"a":0.00120}""", """{"a":1.2E-3}""")]
    [InlineData("""{"a":-0}""", """{"a":0.0e+7}""")]
    [InlineData("""{"a":1e400}""", """{"a":10e399}""")]
    [InlineData("""{"a":1e99999999999999999999}""", """{"a":0.1e100000000000000000000}""")]
    [InlineData("""{"a":123456789012345678901234567890}""", """{"a":12345678901234567890123456789.0E1}""")]
    [InlineData("""{"a":"A/\u00e4😀"}""", """{"a":"\u0041\/ä\ud83d\ude00"}""")]
    [InlineData("""{"\u0061":1}""", """{"a":1}""")]
    [InlineData("""{"a":null}""", """{}""")]
    [InlineData("""{"a":{"x":null,"y":1}}""", """{"a":{"y":1,"z":null}}""")]
    [InlineData("""{"a":"\ud800"}""", """{"a":"\ud800"}""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    public void Values_with_the_same_meaning_do_not_differ(string left, string right)
    {
        Assert.Empty(Compare(left, right));
        Assert.Empty(Compare(right, left));
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("1", "-1")]
    [InlineData("1", "10")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1e400", "1e401")]
    [InlineData("0.1", "0.10000000000000000000000000000000000000001")]
    [InlineData("1", "\"1\"")]
    [InlineData("true", "false")]
    [InlineData("true", "\"true\"")]
    [InlineData("\"a\"", "\"A\"")]
    [InlineData("\"\\ud800\"", "\"\\ud801\"")]
    [InlineData("\"\\ud800\"", "\"\\\\ud800\"")]
    [InlineData("\"\"", null)]
    [InlineData("[]", null)]
    [InlineData("{}", null)]
    [InlineData("0", null)]
    [InlineData("false", null)]
    [InlineData("\"\"", "null")]
    [InlineData("[]", "null")]
    [InlineData("[]", "{}")]
    [InlineData("[null]", "[]")]
    [InlineData("[\"a\",\"b\"]", "[\"b\",\"a\"]")]
    [InlineData("[{\"x\":1}]", "[{\"x\":1,\"y\":0}]")]
    [InlineData("{\"x\":{\"y\":[1]}}", "{\"x\":{\"y\":[1,2]}}")]
    public void Values_with_different_meanings_differ(string left, string? right)
    {
        var leftJson = $$"""{"same":[1],"a":{{left}}}""";
        var rightJson = right is null ? """{"same":[1.0]}""" : $$"""{"same":[1.0],"a":{{right}}}""";

        var difference = Assert.Single(Compare(leftJson, rightJson));
        var reverse = Assert.Single(Compare(rightJson, leftJson));

        Assert.Equal(("a", left, right), (difference.Name, difference.Left, difference.Right));
        Assert.Equal(("a", right, left), (reverse.Name, reverse.Left, reverse.Right));
    }

    [Fact]
    public void Differences_come_in_the_order_of_the_left_and_then_of_the_right()
    {
        var differences = Compare("""{"c":1,"a":1,"b":1}""", """{"z":1,"b":2,"y":1,"a":1}""");

        Assert.Equal(["c", "b", "z", "y"], differences.Select(difference => difference.Name));
    }

    [Fact]
    public void Values_are_compact_and_otherwise_as_they_came()
    {
        var difference = Assert.Single(Compare("{ \"a\" : [ 1.0 ,\n { \"x y\" : \"\\\" \\\\\" , \"z\\u0020\":1E+2 } ] }", "{}"));

        Assert.Equal("""[1.0,{"x y":"\" \\","z\u0020":1E+2}]""", difference.Left);
    }

    [Fact]
    public void Set_and_removed_members_are_compared()
    {
        const string json = """{"clientName":"A","description":"d","clientNames":[{"tag":"ja"}],"n":1e400}""";
        var left = JsonView.Parse<Client>(json);
        var right = JsonView.Parse<Client>(json);
        Assert.Empty(JsonView.Compare(left, right));

        right.ClientName = "B";
        right.Description = null;
        right.ClientNames![0].Tag = "en";
        right.Developer = "x";

        Assert.Equal(
            [
                ("clientName", "\"A\"", "\"B\""),
                ("description", "\"d\"", null),
                ("clientNames", """[{"tag":"ja"}]""", """[{"tag":"en"}]"""),
                ("developer", null, "\"x\""),
            ],
            JsonView.Compare(left, right).Select(difference => (difference.Name, difference.Left, difference.Right))
        );
    }

    [Fact]
    public void An_object_can_be_compared_with_one_of_another_type()
    {
        Assert.Empty(JsonView.Compare(new Client { ClientName = "A" }, JsonView.Parse("""{"clientName":"A"}""")));
        Assert.Empty(JsonView.Compare(new Client(), new Service()));
    }

    [Fact]
    public void A_value_that_is_no_object_is_rejected()
    {
        Assert.Throws<ArgumentException>("left", () => JsonView.Compare(JsonView.Parse("[1]"), new JsonView()));
        Assert.Throws<ArgumentException>("right", () => JsonView.Compare(new JsonView(), JsonView.Parse("null")));
        Assert.Throws<ArgumentNullException>("left", () => JsonView.Compare(null!, new JsonView()));
        Assert.Throws<ArgumentNullException>("right", () => JsonView.Compare(new JsonView(), null!));
    }

    [Fact]
    public void An_object_never_differs_from_itself_spelled_otherwise()
    {
        GeneratedJson.Object.Sample(json => Assert.Empty(Compare(json, NormalizedJson.Text(json))));
    }

    [Fact]
    public void Exactly_the_members_whose_notation_differs_are_returned()
    {
        Gen.Select(s_fewMeanings, s_fewMeanings)
            .Sample(
                (left, right) =>
                {
                    using var leftDocument = JsonDocument.Parse(left);
                    using var rightDocument = JsonDocument.Parse(right);
                    var expected = s_names.Where(name =>
                        Spelled(leftDocument.RootElement, name) != Spelled(rightDocument.RootElement, name)
                    );

                    Assert.Equal(expected, Compare(left, right).Select(difference => difference.Name).Order(StringComparer.Ordinal));
                },
                iter: 2000
            );
    }

    [Fact]
    public void One_changed_member_is_the_one_difference()
    {
        Gen.Select(GeneratedJson.Object, Gen.OneOf("a", "b", "é", "new"))
            .Sample(
                (json, name) =>
                {
                    var left = JsonView.Parse(json);
                    var right = JsonView.Parse(json);
                    right.SetMember(name, "\u0001 set");

                    var difference = Assert.Single(JsonView.Compare(left, right));

                    Assert.Equal(name, difference.Name);
                    Assert.Equal("\"\\u0001 set\"", difference.Right);
                    Assert.Equal(left.GetMemberNames().Contains(name), difference.Left is not null);
                }
            );
    }

    [Fact]
    public void Two_objects_differ_in_the_same_members_whichever_is_the_left()
    {
        Gen.Select(s_fewMeanings, s_fewMeanings)
            .Sample(
                (left, right) =>
                    Assert.Equal(
                        Compare(left, right).Select(difference => (difference.Name, difference.Left, difference.Right)).Order(),
                        Compare(right, left).Select(difference => (difference.Name, difference.Right, difference.Left)).Order()
                    ),
                iter: 1000
            );
    }

    [Fact]
    public void The_left_object_with_the_differences_applied_means_the_right()
    {
        var any = Gen.OneOf(s_fewMeanings, GeneratedJson.ObjectWith(s_names));
        Gen.Select(any, any)
            .Sample(
                (left, right) =>
                {
                    var differences = Compare(left, right)
                        .Select(difference => JsonSerializer.Serialize(difference.Name) + ":" + (difference.Right ?? "null"));
                    var changed = JsonView.Merge(JsonView.Parse("{" + string.Join(",", differences) + "}"), JsonView.Parse(left));

                    Assert.Empty(JsonView.Compare(changed, JsonView.Parse(right)));
                },
                iter: 1000
            );
    }

    /// <summary>Values with few meanings in many notations, so that two are often equal.</summary>
    private static Gen<string> FewMeanings(int depth)
    {
        var scalar = Gen.OneOf(
            "1",
            "1.0",
            "10e-1",
            "0.01E+2",
            "2",
            "-0",
            "0",
            "\"a\"",
            "\"\\u0061\"",
            "\"1\"",
            "true",
            "null",
            "null",
            "null",
            "[]",
            "{}",
            "\"\""
        );
        return depth == 0 ? scalar : Gen.Frequency((3, scalar), (1, GeneratedJson.Items(FewMeanings(depth - 1))), (2, ObjectOf(depth - 1)));
    }

    private static Gen<string> ObjectOf(int depth) =>
        Gen.Select(Gen.Shuffle(s_names), FewMeanings(depth).Array[s_names.Length], Gen.Int[0, s_names.Length])
            .Select(
                (names, values, count) =>
                    "{" + string.Join(" , ", names.Zip(values, (name, value) => $"\"{name}\": {value}").Take(count)) + "}"
            );

    private static string Spelled(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? NormalizedJson.Text(value, withoutNulls: true) : "null";

    private static IReadOnlyList<MemberDifference> Compare(string left, string right) =>
        JsonView.Compare(JsonView.Parse(left), JsonView.Parse(right));
}
