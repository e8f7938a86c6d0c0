using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>
/// What requests to the PAR, device authorization and CIBA endpoints begin with: parameters, and a client that authenticates as at
/// the token endpoint. There a client that fails to is UNAUTHORIZED.
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

    /// <summary>Refuses a grant type that the service or the client does not have.</summary>
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

    /// <summary>The scopes asked for, or the default ones, as far as the service and the client have them.</summary>
    public IReadOnlyList<string> Scopes(string none)
    {
        var asked = Optional("scope") is null ? Call.Service.DefaultScopes : Parameters.Words("scope");
        var scopes = Call.Service.Requestable(Client, asked);
        return scopes.Count == 0 && Call.Service.Document.Flag("scopeRequired")
            ? throw new ProtocolException(none, OAuthErrors.InvalidScope, "The request has no usable scope, and the service demands one.")
            : scopes;
    }

    /// <summary>The authentication contexts asked for, or the client's default ones, as far as the service supports them.</summary>
    public IReadOnlyList<string> Acrs()
    {
        var asked = Optional("acr_values") is null ? Client.Document.Texts("defaultAcrs") : Parameters.Words("acr_values");
        return [.. asked.Where(Call.Service.Document.Texts("supportedAcrs").Contains)];
    }

    /// <summary>A parameter that may be there once. RFC 6749, section 3.1: without a value it counts as left out.</summary>
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
