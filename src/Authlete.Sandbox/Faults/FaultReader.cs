using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authlete.Sandbox.Faults;

/// <summary>Reads planned faults from text such as <c>operation=/client/get/*; status=503</c>, or from JSON.</summary>
internal static class FaultReader
{
    public const string Always = "always";

    private const string Body = "body";

    private static readonly string[] s_names =
    [
        "operation",
        "status",
        "result-code",
        "content-type",
        "retry-after",
        "retry-after-date",
        "delay",
        "body-delay",
        "connection",
        "count",
        "skip",
        Body,
    ];

    /// <summary>Reads text. The body is last because it can contain semicolons.</summary>
    /// <exception cref="FormatException">The text isn't a fault.</exception>
    public static PlannedFault Read(string text)
    {
        var members = new List<KeyValuePair<string, string>>();
        for (var rest = text; rest.Trim().Length > 0; )
        {
            var separator = rest.IndexOf('=', StringComparison.Ordinal);
            var end = rest.IndexOf(';', StringComparison.Ordinal);
            var isBody = separator >= 0 && Normalized(rest[..separator].Trim()) == Body;
            if (isBody || end < 0)
            {
                end = rest.Length;
            }

            var part = rest[..end];
            rest = end < rest.Length ? rest[(end + 1)..] : "";
            if (part.Trim().Length == 0)
            {
                continue;
            }

            if (separator < 0 || separator >= end)
            {
                throw new FormatException($"'{part.Trim()}' isn't in the form member=value.");
            }

            members.Add(KeyValuePair.Create(part[..separator].Trim(), part[(separator + 1)..].Trim()));
        }

        return Read(members);
    }

    /// <summary>Reads an object, or an array of objects.</summary>
    /// <exception cref="FormatException">The JSON isn't a fault.</exception>
    public static IReadOnlyList<PlannedFault> ReadJson(string json)
    {
        try
        {
            return JsonNode.Parse(json) switch
            {
                JsonObject fault => [Read(Members(fault))],
                JsonArray { Count: > 0 } faults when faults.All(fault => fault is JsonObject) =>
                [
                    .. faults.Select(fault => Read(Members((JsonObject)fault!))),
                ],
                _ => throw new FormatException("Specify a fault as a JSON object, or several faults as an array of objects."),
            };
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new FormatException("The body isn't JSON.", exception);
        }
    }

    private static PlannedFault Read(IReadOnlyList<KeyValuePair<string, string>> given)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            var known =
                Array.Find(s_names, candidate => Normalized(candidate) == Normalized(name))
                ?? throw new FormatException($"'{name}' isn't a member of a fault. The members are {string.Join(", ", s_names)}.");
            if (value.Length == 0 && known != Body)
            {
                throw new FormatException($"'{known}' has no value.");
            }

            if (!members.TryAdd(known, value))
            {
                throw new FormatException($"'{known}' appears twice.");
            }
        }

        return new FaultBuilder(members).Build();
    }

    private static List<KeyValuePair<string, string>> Members(JsonObject fault) =>
        [
            .. fault
                .Where(member => member.Value is not null)
                .Select(member => KeyValuePair.Create(member.Key, Text(member.Key, member.Value!))),
        ];

    /// <summary>A body can be JSON; the other members are single values.</summary>
    private static string Text(string name, JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Object or JsonValueKind.Array when Normalized(name) != Body => throw new FormatException(
                $"'{name}' isn't a single value."
            ),
            _ => value.ToJsonString(),
        };

    /// <summary>Names in JSON can also be in camel case: retryAfter.</summary>
    private static string Normalized(string name) => name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
