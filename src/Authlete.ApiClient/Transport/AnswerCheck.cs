using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Results;

namespace Authlete.ApiClient.Transport;

/// <summary>
/// Tells whether what came with a successful status is the operation's answer. A gateway or a proxy may answer in Authlete's place,
/// and what it says must not be taken for an empty list, or written back over a client.
/// </summary>
internal static class AnswerCheck
{
    /// <summary>Whether an operation may answer a status without a body.</summary>
    public static bool AllowsEmpty(Operation operation, int statusCode) =>
        operation.IsUntyped || (!operation.AnswersBody && statusCode == 204);

    /// <summary>What is wrong with an answer, to follow "the answer is not Authlete's: "; null if it counts.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">The answer, a JSON object.</param>
    public static string? FindFault(ApiCall call, JsonView answer)
    {
        var operation = call.Operation;
        if (operation.IsUntyped)
        {
            return null;
        }

        var required = operation.RequiredMembers;
        foreach (var member in required)
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

        if (
            operation.AnswersFor.Count > 0
            && IsSuccess(operation, answer)
            && call.PathValue is { } asked
            && !operation.AnswersFor.Any(path => Holds(answer, path, asked))
        )
        {
            return "it is about another object than the one requested";
        }

        if (call.Query.Count > 0 && required.Count > 0 && FindOtherSelection(call, answer) is { } other)
        {
            return $"{other} isn't the one requested";
        }

        // Operations that tell by an action whether they succeeded are judged by it; those that answer what was asked for, by having it.
        var isJudgedByCode =
            required.Count == 0 ? operation.Mutates && !operation.AnswersBody : required.Count == 1 && required[0].Name == "resultCode";
        return isJudgedByCode && ResultOrigins.Of(answer.GetMember("resultCode") as string) != "Success"
            ? "its result code doesn't mean success"
            : null;
    }

    /// <summary>
    /// The member that tells that a list was selected by something else than asked for: another page, user, developer or client.
    /// What is then removed or changed for each object of the list is somebody else's.
    /// </summary>
    private static string? FindOtherSelection(ApiCall call, JsonView answer)
    {
        // Where a page ends may be cut to what there is, and so may be where one begins that has nothing.
        var list = call.Operation.RequiredMembers.FirstOrDefault(static required => required.Kind == MemberKind.List);
        var items = default(JsonElement);
        var hasItems =
            list is not null
            && answer.TryGetReceived(list.Name, out items)
            && items.ValueKind == JsonValueKind.Array
            && items.GetArrayLength() > 0;
        foreach (var asked in call.Query.Where(asked => asked.Key != "end" && (hasItems || asked.Key != "start")))
        {
            if (answer.TryGetReceived(asked.Key, out var echo) && IsOther(echo, asked.Value))
            {
                return asked.Key;
            }

            var member = asked.Key == "clientIdentifier" ? "clientId" : asked.Key;
            if (
                hasItems
                && items.EnumerateArray().Any(item => MemberLookup.TryGetMember(item, member, out var value) && IsOther(value, asked.Value))
                && !Holds(answer, "client.clientIdAlias", asked.Value)
            )
            {
                return $"{list!.Name}.{member}";
            }
        }

        return null;
    }

    /// <summary>Whether a text or a number differs from what was asked for; the server may compare texts without case.</summary>
    private static bool IsOther(JsonElement value, string asked) =>
        value.ValueKind switch
        {
            JsonValueKind.String => !string.Equals(JsonValues.ToText(value)?.Trim(), asked.Trim(), StringComparison.OrdinalIgnoreCase),
            // An alias is no number, and may stand for any.
            JsonValueKind.Number => value.TryGetInt64(out var number)
                && long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && number != id,
            _ => false,
        };

    /// <summary>Authlete leaves out what is null, and a list of nothing may be.</summary>
    private static bool IsEmptyList(JsonView answer, JsonElement list) =>
        list.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null && answer.GetMember("totalCount") is 0L;

    /// <summary>Whether the answer has what was asked for: one with another action hasn't.</summary>
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

    /// <summary>The index of the first item that is no object, or lacks what identifies it among others; null if there is none.</summary>
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

    private static bool Holds(JsonView answer, string path, string value)
    {
        var found = path.Split('.').Aggregate((object?)answer, static (parent, name) => (parent as JsonView)?.GetMember(name));
        return found is long number && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var asked)
            ? number == asked
            : string.Equals(Convert.ToString(found, CultureInfo.InvariantCulture), value, StringComparison.Ordinal);
    }
}
