using System.Globalization;
using System.Text.Json.Nodes;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>The smallest valid response to a call.</summary>
internal static class MinimalResponse
{
    public static JsonObject To(ApiCall call)
    {
        var operation = call.Operation;
        var answer = new JsonObject();
        foreach (var member in operation.RequiredMembers)
        {
            answer[member.Name] = member.Name switch
            {
                "resultCode" => "A001001",
                "action" => operation.SuccessActions.Count > 0 ? operation.SuccessActions[0] : "OK",
                _ => ValueOf(member.Kind),
            };
        }

        if (operation.Mutates && !operation.AnswersBody)
        {
            answer["resultCode"] = "A001001";
        }

        if (operation.AnswersFor.Count > 0)
        {
            Name(answer, operation, call.PathValue!);
        }

        return answer;
    }

    /// <summary>Adds the requested ID if the response must contain it.</summary>
    private static void Name(JsonObject answer, Operation operation, string id)
    {
        var isNumber = long.TryParse(id, CultureInfo.InvariantCulture, out var number);
        var path = (isNumber ? operation.AnswersFor[0] : operation.AnswersFor[^1]).Split('.');
        foreach (var name in path[..^1])
        {
            var inner = new JsonObject();
            answer[name] = inner;
            answer = inner;
        }

        answer[path[^1]] = isNumber ? number : id;
    }

    private static JsonNode ValueOf(MemberKind kind) =>
        kind switch
        {
            MemberKind.Text => "x",
            MemberKind.Number => 0,
            MemberKind.Boolean => false,
            _ => new JsonArray(),
        };
}
