using System.Globalization;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>/auth/introspection/standard (RFC 7662).</summary>
internal static class StandardIntrospectionEndpoint
{
    private const string AccessToken = "access_token";
    private const string RefreshToken = "refresh_token";

    public static ApiAnswer Introspect(ApiCall call)
    {
        try
        {
            var parameters = ReadParameters(call);
            var token = parameters.First("token");
            if (string.IsNullOrEmpty(token))
            {
                throw Invalid("A145302", "token is missing.");
            }

            var (record, type) = Find(call, token, parameters.First("token_type_hint"));
            var active = record is not null && (type == AccessToken ? !record.AccessTokenExpired(call.Now) : record.Refreshable(call.Now));
            var content = active ? Content(call, record!, type!) : new JsonObject { ["active"] = false };
            var text = $"The introspection succeeded (type={type ?? "null"}, active={(active ? "true" : "false")}).";
            return call.Reply("A145001", text, ApiActions.Ok).With("responseContent", Json.Write(content));
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static FormParameters ReadParameters(ApiCall call)
    {
        if (call.Text("parameters") is not { } text)
        {
            throw ProtocolException.OfService("A145201", "The API call does not contain 'parameters'.");
        }

        if (!FormParameters.TryParse(text, out var parameters))
        {
            throw ProtocolException.OfService("A145202", "'parameters' is not form-urlencoded.");
        }

        return parameters.IsEmpty ? throw Invalid("A145301", "The introspection request has no parameters.") : parameters;
    }

    /// <summary>The hint affects only the order of the look-up.</summary>
    private static (TokenRecord? Record, string? Type) Find(ApiCall call, string token, string? hint)
    {
        var tokens = call.Installation.Tokens;
        string[] order = hint == RefreshToken ? [RefreshToken, AccessToken] : [AccessToken, RefreshToken];
        foreach (var type in order)
        {
            var record = type == AccessToken ? tokens.ByAccessToken(token) : tokens.ByRefreshToken(token);
            if (record is not null && record.Client.Service == call.Service)
            {
                return (record, type);
            }
        }

        return (null, null);
    }

    private static JsonObject Content(ApiCall call, TokenRecord record, string type)
    {
        var expiresAt = type == AccessToken ? record.AccessTokenExpiresAt : record.RefreshTokenExpiresAt;
        var content = new JsonObject();
        if (record.Subject is not null)
        {
            content["sub"] = record.Subject;
        }

        if (record.Scopes.Count > 0)
        {
            content["scope"] = string.Join(' ', record.Scopes);
        }

        content["iss"] = call.Service.Issuer;
        content["active"] = true;
        if (type == AccessToken)
        {
            content["token_type"] = TokenResponses.TokenType(record);
        }

        content["exp"] = Times.Rounded(expiresAt) / 1000;
        content["client_id"] = record.Client.Id.ToString(CultureInfo.InvariantCulture);
        if (record.Binding.Confirmation() is { } confirmation)
        {
            content["cnf"] = confirmation;
        }

        if (record.AuthorizationDetails is { } details)
        {
            content["authorization_details"] = details.ToJson();
        }

        content.AddVisible(record.Properties);
        if (!call.Flag("withHiddenProperties"))
        {
            return content;
        }

        foreach (var property in record.Properties)
        {
            if (!content.ContainsKey(property.Key))
            {
                content[property.Key] = property.Value;
            }
        }

        return content;
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
