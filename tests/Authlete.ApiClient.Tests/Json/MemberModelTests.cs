using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>After any sequence of reads, changes, and removals, a view equals System.Text.Json's own object after the same steps.</summary>
public sealed class MemberModelTests
{
    private static readonly string[] s_names = ["clientName", "description", "a", "b", "é"];

    // One of the names is always an object, so that nested steps are frequent.
    private static readonly Gen<string> s_name = Gen.Frequency((3, Gen.Const("below")), (4, Gen.OneOf(s_names)));

    private static readonly Gen<object?> s_value = Gen.OneOf<object?>(
        Gen.String["aé\"\\/€"].Select(value => (object?)value),
        Gen.Long.Select(value => (object?)value),
        Gen.Bool.Select(value => (object?)value),
        Gen.Const((object?)null),
        Gen.String["ab"].Array[0, 3].Select(value => (object?)value),
        Gen.Const("{}").Select(json => (object?)JsonView.Parse(json)),
        GeneratedJson.Object.Select(JsonView.Parse).Select(value => (object?)value)
    );

    private static readonly Gen<Step> s_step = Gen.Select(
        s_name.Array[1, 3],
        Gen.OneOf(Change.Read, Change.Set, Change.Set, Change.Remove, Change.Write),
        s_value,
        (path, change, value) => new Step(path, change, value)
    );

    private static readonly Gen<string> s_received = Gen.Select(
        GeneratedJson.ObjectWith(s_names),
        GeneratedJson.ObjectWith([.. s_names, "below"]),
        (json, below) =>
            json.TrimEnd()[..^1] + (json.Contains(':', System.StringComparison.Ordinal) ? "," : "") + "\"below\":" + below + "}"
    );

    private enum Change
    {
        Read,
        Set,
        Remove,
        Write,
    }

    [Fact]
    public void A_view_means_the_same_as_a_plain_object_after_the_same_steps()
    {
        Gen.Select(s_received, s_step.Array[0, 12])
            .Sample(
                (json, steps) =>
                {
                    var view = JsonView.Parse<Client>(json);
                    var model = JsonNode.Parse(json)!.AsObject();
                    foreach (var step in steps)
                    {
                        Apply(step, view);
                        Apply(step, model);
                    }

                    var written = view.ToJson();

                    Assert.True(JsonNode.DeepEquals(model, JsonNode.Parse(written)), written + " is not " + model.ToJsonString());
                    Assert.Equal(model.Select(member => member.Key).Order(), view.GetMemberNames().Order());
                    Assert.Equal(view.GetMemberNames(), JsonNode.Parse(written)!.AsObject().Select(member => member.Key));
                },
                iter: 1500
            );
    }

    private static void Apply(Step step, JsonView view)
    {
        foreach (var name in step.Path.SkipLast(1))
        {
            if (view.GetMember(name) is not JsonView { IsObject: true } below)
            {
                return;
            }

            view = below;
        }

        var last = step.Path[^1];
        switch (step.Change)
        {
            case Change.Read:
                view.GetMember(last);
                break;
            case Change.Set:
                view.SetMember(last, Copy(step.Value));
                break;
            case Change.Remove:
                view.RemoveMember(last);
                break;
            default:
                view.ToJson();
                break;
        }
    }

    private static void Apply(Step step, JsonObject model)
    {
        foreach (var name in step.Path.SkipLast(1))
        {
            if (model[name] is not JsonObject below)
            {
                return;
            }

            model = below;
        }

        if (step.Change == Change.Set)
        {
            model[step.Path[^1]] = step.Value is JsonView view ? JsonNode.Parse(view.ToJson()) : JsonSerializer.SerializeToNode(step.Value);
        }
        else if (step.Change == Change.Remove)
        {
            model.Remove(step.Path[^1]);
        }
    }

    /// <summary>A new view for each step, and for each retry of CsCheck in another order.</summary>
    private static object? Copy(object? value) => value is JsonView view ? JsonView.Copy(view) : value;

    private sealed record Step(IReadOnlyList<string> Path, Change Change, object? Value);
}
