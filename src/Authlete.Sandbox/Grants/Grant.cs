using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Grants;

/// <summary>A user's grant to a client under one identifier (Grant Management for OAuth 2.0, section 6.4).</summary>
internal sealed record Grant
{
    public required string Id { get; init; }

    public required ClientRecord Client { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<GrantScope> Scopes { get; init; }

    public IReadOnlyList<string> Claims { get; init; } = [];

    public AuthorizationDetails? AuthorizationDetails { get; init; }

    /// <summary>This grant merged with another one.</summary>
    public Grant MergedWith(Grant other) =>
        this with
        {
            Scopes = [.. Scopes, .. other.Scopes.Where(added => !Scopes.Any(scope => scope.Equals(added)))],
            Claims = [.. Claims.Union(other.Claims, StringComparer.Ordinal)],
            AuthorizationDetails = AuthorizationDetails?.With(other.AuthorizationDetails) ?? other.AuthorizationDetails,
        };

    /// <summary>The grant as the client gets it.</summary>
    public JsonObject ToJson() => Write("authorization_details", AuthorizationDetails?.ToJson());

    /// <summary>The grant as the API shows it.</summary>
    public JsonObject ToApi() => Write("authorizationDetails", AuthorizationDetails?.ToApi());

    private JsonObject Write(string detailsName, JsonNode? details)
    {
        var json = new JsonObject();
        if (Scopes.Count > 0)
        {
            json["scopes"] = new JsonArray([.. Scopes.Select(scope => scope.ToJson())]);
        }

        if (Claims.Count > 0)
        {
            json["claims"] = Json.Array(Claims);
        }

        if (details is not null)
        {
            json[detailsName] = details;
        }

        return json;
    }
}

/// <summary>Scopes of a grant and the resources that they are for.</summary>
internal sealed record GrantScope(string Scope, IReadOnlyList<string> Resources)
{
    public bool Equals(GrantScope? other) => other is not null && Scope == other.Scope && Resources.SequenceEqual(other.Resources);

    public override int GetHashCode() => Scope.GetHashCode(StringComparison.Ordinal);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["scope"] = Scope };
        if (Resources.Count > 0)
        {
            json["resource"] = Json.Array(Resources);
        }

        return json;
    }
}
