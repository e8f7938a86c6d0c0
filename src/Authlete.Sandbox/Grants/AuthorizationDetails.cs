using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Grants;

/// <summary>
/// Authorization details (RFC 9396). In OAuth they are an array. The API uses an object with <c>elements</c>, in which the members that
/// the RFC doesn't define are one string.
/// </summary>
internal sealed class AuthorizationDetails
{
    private const string Parameter = "authorization_details";

    /// <summary>The members that the RFC defines: their names in OAuth and in the API.</summary>
    private static readonly (string OAuth, string Api)[] s_defined =
    [
        ("type", "type"),
        ("locations", "locations"),
        ("actions", "actions"),
        ("datatypes", "dataTypes"),
        ("identifier", "identifier"),
        ("privileges", "privileges"),
    ];

    private readonly string _json;

    private AuthorizationDetails(JsonArray elements) => _json = Json.Write(elements);

    /// <summary>Reads the parameter of a request; the types must be those of the service and of the client.</summary>
    public static AuthorizationDetails? Read(ClientRecord client, FormParameters parameters)
    {
        parameters.Once(Parameter, "A250301");

        if (parameters.First(Parameter) is not { } text)
        {
            return null;
        }

        var elements = Parse(text);
        foreach (var element in elements)
        {
            if (element is not JsonObject members || !HasDefinedTypes(members))
            {
                throw Invalid("A249306", "An element of authorization_details is malformed.");
            }

            if (members["type"] is not { } type)
            {
                throw Invalid("A249301", "An element of authorization_details has no type.");
            }

            if (!client.Service.Document.Lists("supportedAuthorizationDetailsTypes", type.ToString()))
            {
                throw Invalid("A249302", $"The service does not support the type '{type}' in authorization_details.");
            }

            if (!client.Document.Lists("authorizationDetailsTypes", type.ToString()))
            {
                throw Invalid("A249303", $"The client may not use the type '{type}' in authorization_details.");
            }
        }

        return new AuthorizationDetails(elements);
    }

    /// <summary>Reads the member of an API call; null if it is missing.</summary>
    public static AuthorizationDetails? Read(ApiCall call) =>
        call.Body["authorizationDetails"] is JsonObject details
            ? new AuthorizationDetails([.. (details["elements"] as JsonArray ?? []).OfType<JsonObject>().Select(FromApi)])
            : null;

    /// <summary>The array of OAuth.</summary>
    public JsonArray ToJson() => JsonNode.Parse(_json)!.AsArray();

    /// <summary>The object of the API.</summary>
    public JsonObject ToApi() => new() { ["elements"] = new JsonArray([.. ToJson().Select(element => ToApi(element!.AsObject()))]) };

    /// <summary>The union of both.</summary>
    public AuthorizationDetails With(AuthorizationDetails? others) =>
        others is null
            ? this
            : new AuthorizationDetails([
                .. ToJson().Concat(others.ToJson()).Select(element => Json.Write(element!)).Distinct().Select(text => JsonNode.Parse(text)),
            ]);

    private static JsonArray Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) switch
            {
                JsonArray array => array,
                JsonObject => throw Invalid("A249304", "authorization_details is an object, not an array."),
                _ => throw Invalid("A249305", "authorization_details is not an array."),
            };
        }
        catch (JsonException)
        {
            throw Invalid("A249304", "authorization_details is not JSON.");
        }
    }

    private static bool HasDefinedTypes(JsonObject members) =>
        s_defined.All(pair =>
            members[pair.OAuth] switch
            {
                null => true,
                JsonArray array => pair.OAuth is not ("type" or "identifier")
                    && array.All(item => item?.GetValueKind() == JsonValueKind.String),
                { } value => pair.OAuth is "type" or "identifier" && value.GetValueKind() == JsonValueKind.String,
            }
        );

    private static JsonObject ToApi(JsonObject members)
    {
        var element = new JsonObject();
        foreach (var (oauth, api) in s_defined)
        {
            if (members[oauth] is { } value)
            {
                element[api] = value.DeepClone();
            }
        }

        var others = new JsonObject(
            members
                .Where(member => !s_defined.Any(pair => pair.OAuth == member.Key))
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );
        if (others.Count > 0)
        {
            element["otherFields"] = Json.Write(others);
        }

        return element;
    }

    private static JsonObject FromApi(JsonObject element)
    {
        var members = new JsonObject();
        foreach (var (oauth, api) in s_defined)
        {
            if (element[api] is { } value)
            {
                members[oauth] = value.DeepClone();
            }
        }

        if ((string?)element["otherFields"] is not { } text || !Json.TryParseObject(text, out var others))
        {
            return members;
        }

        foreach (var (name, value) in others.Where(member => !members.ContainsKey(member.Key)))
        {
            members[name] = value?.DeepClone();
        }

        return members;
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidAuthorizationDetails, text);
}
