using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Services;

/// <summary>/service/jwks/get.</summary>
internal static class JwkSetDocument
{
    private static readonly string[] s_privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth"];

    public static ApiAnswer Get(ApiCall call)
    {
        if (call.Service.Document.Text("jwks") is not { } text || !Json.TryParseObject(text, out var set))
        {
            return ApiAnswer.NoContent;
        }

        var pretty = call.Query.Flag("pretty");
        if (call.Query.Flag("includePrivateKeys"))
        {
            return ApiAnswer.Of(set, pretty);
        }

        return ApiAnswer.Of(PublicHalf(set), pretty);
    }

    /// <summary>The set without private members and without symmetric keys.</summary>
    public static JsonObject PublicHalf(JsonObject set)
    {
        var keys = set["keys"]!.AsArray().OfType<JsonObject>().Where(key => (string?)key["kty"] != "oct").Select(WithoutPrivateMembers);
        return new JsonObject { ["keys"] = new JsonArray([.. keys]) };
    }

    private static JsonObject WithoutPrivateMembers(JsonObject key) =>
        new(
            key.Where(member => !s_privateMembers.Contains(member.Key))
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );
}
