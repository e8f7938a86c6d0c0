using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Api;

/// <summary>The response of an operation: a status and, unless it is 204, JSON.</summary>
internal abstract class ApiAnswer
{
    public static ApiAnswer NoContent { get; } = new Plain(204, null);

    public abstract int Status { get; }

    public abstract string? ToText(bool withType);

    /// <summary>Unchanged JSON without a result code.</summary>
    public static ApiAnswer Of(JsonNode json, bool pretty = false) => new Plain(200, Json.Write(json, pretty));

    /// <summary>A list with its type, but without a result code.</summary>
    public static ApiAnswer Typed(string type, JsonObject json) => new List(type, json);

    private sealed class List(string type, JsonObject json) : ApiAnswer
    {
        public override int Status => 200;

        public override string ToText(bool withType)
        {
            var sorted = Json.Sorted(json);
            if (withType)
            {
                sorted.Insert(0, "type", type);
            }

            return Json.Write(sorted);
        }
    }

    private sealed class Plain(int status, string? text) : ApiAnswer
    {
        public override int Status => status;

        public override string? ToText(bool withType) => text;
    }
}

/// <summary>
/// A response with a result code. It contains all Booleans and numbers of the operation's response from the start;
/// members that are set to null are omitted.
/// </summary>
internal sealed class Reply : ApiAnswer
{
    /// <summary>Types whose name differs from their schema's; null for responses without a type.</summary>
    private static readonly Dictionary<string, string?> s_otherTypes = new(StringComparer.Ordinal)
    {
        ["ClientGrantedScopesGetResponse"] = "GrantedScopesGetResponse",
        ["ClientGrantedScopesDeleteResponse"] = "GrantedScopesDeleteResponse",
        ["PushedAuthorizationResponse"] = "pushedAuthReqResponse",
        ["HskCreateResponse"] = "hskResponse",
        ["HskGetResponse"] = "hskResponse",
        ["HskDeleteResponse"] = "hskResponse",
        ["HskGetListResponse"] = "hskListResponse",
        ["ClientRegistrationGetResponse"] = "clientRegistrationResponse",
        ["ClientRegistrationUpdateResponse"] = "clientRegistrationResponse",
        ["ClientRegistrationDeleteResponse"] = "clientRegistrationResponse",
        ["ClientAuthorizationUpdateResponse"] = null,
        ["ClientAuthorizationDeleteResponse"] = null,
        ["ClientFlagUpdateResponse"] = null,
    };

    private readonly string? _type;
    private readonly string _code;
    private readonly string _text;
    private readonly SortedDictionary<string, JsonNode?> _members = new(StringComparer.Ordinal);

    public Reply(string? response, string code, string text, int status = 200)
    {
        _type =
            response is null ? null
            : s_otherTypes.TryGetValue(response, out var other) ? other
            : char.ToLowerInvariant(response[0]) + response[1..];
        _code = code;
        _text = text;
        Status = status;
        foreach (var member in ApiFacts.Current.Schema(response)?.Members ?? [])
        {
            if (member.IsBoolean)
            {
                _members[member.Name] = false;
            }
            else if (member.IsInteger)
            {
                _members[member.Name] = 0;
            }
        }
    }

    public override int Status { get; }

    public Reply With(string name, JsonNode? value)
    {
        _members[name] = value;
        return this;
    }

    public Reply With(string name, IEnumerable<string> texts)
    {
        var array = Json.Array(texts);
        return With(name, array.Count > 0 ? array : null);
    }

    public override string ToText(bool withType)
    {
        var json = new JsonObject();
        if (withType && _type is not null)
        {
            json["type"] = _type;
        }

        json["resultCode"] = _code;
        json["resultMessage"] = ResultMessage.Of(_code, _text);
        foreach (var (name, value) in _members.Where(member => member.Value is not null))
        {
            json[name] = value!.DeepClone();
        }

        return Json.Write(json);
    }
}
