using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>A call of an operation, and whether the facts allow repeating it.</summary>
/// <param name="Operation">The operation's ID.</param>
/// <param name="Content">The deciding members of the request, as JSON.</param>
/// <param name="IsSafe">Whether the facts declare the call safe to repeat.</param>
/// <param name="MayChange">Whether the facts say that the call may have changed something if its response is lost.</param>
internal sealed record RepeatableCall(string Operation, string Content, bool IsSafe, bool MayChange)
{
    /// <summary>Every operation, with several kinds of requests if the request decides.</summary>
    public static IReadOnlyDictionary<string, RepeatableCall> All { get; } =
        ApiFacts.Operations.SelectMany(Read).ToDictionary(call => call.ToString());

    public override string ToString() => Content == "{}" ? Operation : Operation + " " + Content;

    public ApiCall NewCall()
    {
        var facts = ApiFacts.Operations.Single(operation => Id(operation) == Operation);
        var call = new ApiCall(Operations.All.Single(operation => operation.Name == Operation))
        {
            Body = facts.TryGetProperty("request", out var schema) ? ApiFacts.Parse(schema.GetString()!, Content) : null,
        };
        return facts.GetProperty("path").GetString()!.Split('{', '}') is [_, var name, ..] ? call.WithPathValue(name, "4711") : call;
    }

    private static IEnumerable<RepeatableCall> Read(JsonElement facts)
    {
        var safety = facts.GetProperty("safeToRepeat").GetString();
        var mayChange = facts.GetProperty("mutates").GetBoolean() || safety != "yes";
        yield return New("{}", isSafe: safety != "no");
        if (safety == "conditional")
        {
            foreach (var condition in facts.GetProperty("repeatUnless").EnumerateArray())
            {
                foreach (var (content, isMet) in Requests(condition))
                {
                    yield return New(content.ToJsonString(), !isMet);
                }
            }
        }

        RepeatableCall New(string content, bool isSafe) => new(Id(facts), content, isSafe, mayChange);
    }

    /// <summary>Requests that meet a condition, and requests that only look like it.</summary>
    private static IEnumerable<(JsonObject Content, bool IsMet)> Requests(JsonElement condition)
    {
        var field = condition.GetProperty("field").GetString()!;
        if (condition.TryGetProperty("parameter", out var parameter))
        {
            var name = parameter.GetString()!;
            yield return (new JsonObject { [field] = $"a=1&{name}=x" }, true);
            yield return (new JsonObject { [field] = $"%{(int)name[0]:X2}{name[1..]}=x" }, true);
            yield return (new JsonObject { [field] = $"a={name}&b_{name}=x" }, false);
        }
        else if (!condition.TryGetProperty("value", out var value))
        {
            yield return (new JsonObject { [field] = "x" }, true);
        }
        else if (bool.TryParse(value.GetString(), out var flag))
        {
            yield return (new JsonObject { [field] = flag }, true);
            yield return (new JsonObject { [field] = !flag }, false);
        }
        else
        {
            yield return (new JsonObject { [field] = value.GetString() }, true);
            yield return (new JsonObject { [field] = "OTHER" }, false);
        }
    }

    private static string Id(JsonElement facts) => facts.GetProperty("id").GetString()!;
}
