using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Scopes;

/// <summary>/client/extension/requestable_scopes/get, update and delete. The set is stored in the client's <c>extension</c>.</summary>
internal static class RequestableScopes
{
    private const string Member = "requestableScopes";

    public static ApiAnswer Get(ApiCall call) => Answer(ClientLookup.Find(call, ClientCodes.SharedById).Document);

    public static ApiAnswer Update(ApiCall call)
    {
        var client = ClientLookup.Find(call, ClientCodes.SharedById);
        return Answer(Set(call, client, call.Texts(Member) is { } names ? Json.Array(call.Service.Known(names)) : null));
    }

    public static ApiAnswer Delete(ApiCall call)
    {
        Set(call, ClientLookup.Find(call, ClientCodes.SharedById), null);
        return ApiAnswer.NoContent;
    }

    /// <summary>Checks the body of an update, which isn't converted: a number isn't a scope.</summary>
    public static void CheckBody(ApiOperation operation, JsonObject body)
    {
        if (body[Member] is not { } value)
        {
            return;
        }

        if (value is not JsonArray array)
        {
            throw Refused(operation, "A128202", $"'{Member}' is not an array.");
        }

        if (array.Any(item => item?.GetValueKind() != JsonValueKind.String))
        {
            throw Refused(operation, "A128203", $"'{Member}' has an element that is not a string.");
        }
    }

    public static ApiException NoObject(ApiOperation operation) => Refused(operation, "A128201", "the body is not a JSON object.");

    private static Document Set(ApiCall call, ClientRecord client, JsonArray? scopes) =>
        client.Change(current =>
        {
            var extension = (JsonObject)current["extension"]!;
            extension["requestableScopesEnabled"] = scopes is not null;
            extension[Member] = scopes;
            current["modifiedAt"] = Times.Rounded(call.Now);
            return current;
        });

    private static ApiAnswer Answer(Document client)
    {
        var extension = client.Object("extension");
        // The only member that is written as null.
        var json = new JsonObject { [Member] = null };
        if (extension?.Flag("requestableScopesEnabled") == true)
        {
            json[Member] = extension.Node(Member) ?? new JsonArray();
        }

        return ApiAnswer.Of(json);
    }

    private static ApiException Refused(ApiOperation operation, string code, string text) => new(400, code, $"{operation.Path}, {text}");
}
