using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Results;

namespace Authlete.ApiClient.Transport;

/// <summary>
/// Checks whether a successful HTTP response is the response of the operation. A gateway or proxy may respond in Authlete's place, and
/// its response must not be mistaken for an empty list, or be written back to a client.
/// </summary>
internal static class AnswerCheck
{
    /// <summary>Whether a response of the operation may have no body for a status code.</summary>
    public static bool AllowsEmpty(Operation operation, int statusCode) =>
        operation.IsUntyped || (!operation.AnswersBody && statusCode == 204);

    /// <summary>Returns what is wrong with a response, as the end of "the answer is not Authlete's: "; null if it is valid.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">The response, a JSON object.</param>
    public static string? FindFault(ApiCall call, JsonView answer)
    {
        var operation = call.Operation;
        if (operation.IsUntyped)
        {
            return null;
        }

        if (FindMissingMember(operation, answer) is { } missing)
        {
            return missing;
        }

        if (
            operation.AnswersFor.Count > 0
            && IsSuccess(operation, answer)
            && call.PathValue is { } requested
            && !operation.AnswersFor.Any(path => HasValue(answer, path, requested))
        )
        {
            return "it is about another object than the one requested";
        }

        var required = operation.RequiredMembers;
        if (call.Query.Count > 0 && required.Count > 0 && FindMismatch(call, answer) is { } other)
        {
            return $"{other} isn't the one requested";
        }

        // If the operation returns an action, the check above was enough; if it returns an object, so was the presence of its members.
        var isJudgedByCode =
            required.Count == 0 ? operation.Mutates && !operation.AnswersBody : required.Count == 1 && required[0].Name == "resultCode";
        return isJudgedByCode && ResultOrigins.Of(answer.GetMember("resultCode") as string) != "Success"
            ? "its result code doesn't mean success"
            : null;
    }

    private static string? FindMissingMember(Operation operation, JsonView answer)
    {
        foreach (var member in operation.RequiredMembers)
        {
            if (!answer.TryGetReceived(member.Name, out var value) || !IsOfKind(value, member.Kind))
            {
                if (member.Kind == MemberKind.List && (IsEmptyList(answer, value) || !IsSuccess(operation, answer)))
                {
                    continue;
                }

                return $"it has no {member.Name}";
            }

            if (member.Kind == MemberKind.List && answer.Shape.Nested(member.Name) is { } items && FindFaultyItem(value, items) is { } item)
            {
                return $"{member.Name}[{item.ToString(CultureInfo.InvariantCulture)}] has no {items.Identity ?? "members"}";
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the member that shows that a list has the wrong page, user, developer, or client.
    /// Otherwise a script could remove or change objects of someone else.
    /// </summary>
    private static string? FindMismatch(ApiCall call, JsonView answer)
    {
        // The server may reduce the end of a page to the number of items, and the start of a page that has no items.
        var list = call.Operation.RequiredMembers.FirstOrDefault(static required => required.Kind == MemberKind.List);
        var items = default(JsonElement);
        var hasItems =
            list is not null
            && answer.TryGetReceived(list.Name, out items)
            && items.ValueKind == JsonValueKind.Array
            && items.GetArrayLength() > 0;
        foreach (var requested in call.Query.Where(requested => requested.Key != "end" && (hasItems || requested.Key != "start")))
        {
            if (answer.TryGetReceived(requested.Key, out var echo) && Differs(echo, requested.Value))
            {
                return requested.Key;
            }

            var member = requested.Key == "clientIdentifier" ? "clientId" : requested.Key;
            if (
                hasItems
                && items
                    .EnumerateArray()
                    .Any(item => MemberLookup.TryGetMember(item, member, out var value) && Differs(value, requested.Value))
                && !HasValue(answer, "client.clientIdAlias", requested.Value)
            )
            {
                return $"{list!.Name}.{member}";
            }
        }

        return null;
    }

    /// <summary>Whether a text or number differs from the requested value. The server may compare texts case-insensitively.</summary>
    private static bool Differs(JsonElement value, string requested) =>
        value.ValueKind switch
        {
            JsonValueKind.String => !string.Equals(JsonValues.ToText(value)?.Trim(), requested.Trim(), StringComparison.OrdinalIgnoreCase),
            // A client alias isn't a number, and the response may have any client ID for it.
            JsonValueKind.Number => value.TryGetInt64(out var number)
                && long.TryParse(requested, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && number != id,
            _ => false,
        };

    /// <summary>Whether the response is an empty list. Authlete omits members that are null, as an empty list may be.</summary>
    private static bool IsEmptyList(JsonView answer, JsonElement list) =>
        list.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null && answer.GetMember("totalCount") is 0L;

    /// <summary>Whether the response has the requested data. A response with another action doesn't.</summary>
    private static bool IsSuccess(Operation operation, JsonView answer) =>
        operation.SuccessActions.Count == 0 || operation.SuccessActions.Contains(answer.GetMember("action") as string);

    private static bool IsOfKind(JsonElement value, MemberKind kind) =>
        kind switch
        {
            MemberKind.Text => value.ValueKind == JsonValueKind.String && !value.ValueEquals(""),
            MemberKind.Number => value.ValueKind == JsonValueKind.Number,
            MemberKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            MemberKind.ListOrNull => value.ValueKind is JsonValueKind.Array or JsonValueKind.Null,
            _ => value.ValueKind == JsonValueKind.Array,
        };

    /// <summary>Returns the index of the first item that isn't an object or has no identifier; null if there is none.</summary>
    private static int? FindFaultyItem(JsonElement list, JsonShape shape)
    {
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (
                item.ValueKind != JsonValueKind.Object
                || (
                    shape.Identity is { } identity
                    && !(
                        MemberLookup.TryGetMember(item, identity, out var id)
                        && id.ValueKind is JsonValueKind.Number or JsonValueKind.String
                    )
                )
            )
            {
                return index;
            }

            index++;
        }

        return null;
    }

    private static bool HasValue(JsonView answer, string path, string value)
    {
        var found = path.Split('.').Aggregate((object?)answer, static (parent, name) => (parent as JsonView)?.GetMember(name));
        return found is long number && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var requested)
            ? number == requested
            : string.Equals(Convert.ToString(found, CultureInfo.InvariantCulture), value, StringComparison.Ordinal);
    }
}
