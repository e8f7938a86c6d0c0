using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>
/// The common part of requests to the PAR, device authorization, and CIBA endpoints: parameters, and client authentication as at
/// the token endpoint. If authentication fails, the action is UNAUTHORIZED.
/// </summary>
internal sealed record DirectRequest(ApiCall Call, FormParameters Parameters, ClientRecord Client, bool ClientIdAliasUsed)
{
    public static DirectRequest Read(ApiCall call, ClientCodes codes, ClientIdCodes own)
    {
        var parameters = ReadParameters(call);
        try
        {
            var (client, aliasUsed) = ClientAuthentication.Authenticate(call, parameters, codes, own);
            return new DirectRequest(call, parameters, client, aliasUsed);
        }
        catch (ProtocolException exception) when (exception.Action == ApiActions.InvalidClient)
        {
            throw new ProtocolException(exception.Code, exception.Error, exception.Message, ApiActions.Unauthorized);
        }
    }

    /// <summary>Refuses a grant type that the service or the client doesn't support.</summary>
    public void CheckGrantType(string grantType)
    {
        if (!Call.Service.Document.Lists("supportedGrantTypes", grantType))
        {
            throw new ProtocolException(
                "A166305",
                OAuthErrors.UnsupportedGrantType,
                $"The service does not support the grant type {grantType}."
            );
        }

        if (!Client.Document.Lists("grantTypes", grantType))
        {
            throw new ProtocolException("A166306", OAuthErrors.UnauthorizedClient, $"The client may not use the grant type {grantType}.");
        }
    }

    /// <summary>The requested scopes, or the default ones, that the service and the client have.</summary>
    public IReadOnlyList<string> Scopes(string none)
    {
        var asked = Optional("scope") is null ? Call.Service.DefaultScopes : Parameters.Words("scope");
        var scopes = Call.Service.Requestable(Client, asked);
        return scopes.Count == 0 && Call.Service.Document.Flag("scopeRequired")
            ? throw new ProtocolException(none, OAuthErrors.InvalidScope, "The request has no usable scope, and the service demands one.")
            : scopes;
    }

    /// <summary>The requested authentication contexts, or the client's default ones, that the service supports.</summary>
    public IReadOnlyList<string> Acrs()
    {
        var asked = Optional("acr_values") is null ? Client.Document.Texts("defaultAcrs") : Parameters.Words("acr_values");
        return [.. asked.Where(Call.Service.Document.Texts("supportedAcrs").Contains)];
    }

    /// <summary>An optional parameter that can't be repeated. Without a value, it is missing (RFC 6749, section 3.1).</summary>
    public string? Optional(string name)
    {
        if (Parameters.IsRepeated(name))
        {
            throw Invalid("A166304", $"{name} is given more than once.");
        }

        return Parameters.First(name) is { Length: > 0 } value ? value : null;
    }

    public string Required(string name) =>
        Optional(name)
        ?? throw (Parameters.First(name) is null ? Invalid("A166302", $"{name} is missing.") : Invalid("A166303", $"{name} is empty."));

    private static FormParameters ReadParameters(ApiCall call)
    {
        if (call.Text("parameters") is not { } text)
        {
            throw ProtocolException.OfService("A166201", "The API call does not contain 'parameters'.");
        }

        if (!FormParameters.TryParse(text, out var parameters))
        {
            throw ProtocolException.OfService("A166202", "'parameters' is not form-urlencoded.");
        }

        return parameters.IsEmpty ? throw Invalid("A166301", "The request has no parameters.") : parameters;
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
