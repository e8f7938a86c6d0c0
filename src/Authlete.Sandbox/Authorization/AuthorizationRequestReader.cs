using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Authorization;

/// <summary>
/// Checks an authorization request. When the redirect URI is known, <see cref="Redirection"/> determines where an error goes.
/// Before that, the browser must not be redirected.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="parameters">The received parameters, and later the effective ones.</param>
/// <param name="pushing">The authenticated request, if it is being pushed.</param>
internal sealed class AuthorizationRequestReader(ApiCall call, FormParameters parameters, DirectRequest? pushing = null)
{
    private static readonly ClientCodes s_codes = new("A010304", "A010305", "A010306", "A010307", "A010308", "A010309");

    /// <summary>The parameters with a specific code for repetition. <c>resource</c> can be repeated (RFC 8707).</summary>
    private static readonly HashSet<string> s_checkedForRepetition = new(StringComparer.Ordinal)
    {
        "client_id",
        "redirect_uri",
        "response_type",
        "response_mode",
        "state",
        "scope",
        "nonce",
        "display",
        "prompt",
        "max_age",
        "ui_locales",
        "claims_locales",
        "acr_values",
        "claims",
        "login_hint",
        "code_challenge",
        "code_challenge_method",
        "resource",
        "authorization_details",
    };

    public Redirection? Redirection { get; private set; }

    /// <summary>The source of the parameters, when it is known.</summary>
    public RequestSource? Source { get; private set; }

    public AuthorizationRequest Read()
    {
        var (client, aliasUsed, responseType) = SettleSource();
        var openId = parameters.Words("scope").Contains("openid");
        var redirectUri = RedirectUris.Settle(client, parameters, responseType, openId);
        Redirection = new Redirection(client, redirectUri, ResponseMode.Default(responseType), parameters.First("state"));
        Redirection = Redirection with { Mode = ReadResponseMode(client, responseType) };

        CheckState();
        CheckResponseType(client, responseType);
        var scopes = ReadScopes(client, responseType);
        var interaction = new InteractionReader(call.Service, parameters);
        var prompts = interaction.ReadPrompts();
        var pkce = responseType.Code ? PkceChallenge.Read(client, parameters) : null;
        var request = new AuthorizationRequest
        {
            Client = client,
            ClientIdAliasUsed = aliasUsed,
            ResponseType = responseType,
            Redirection = Redirection,
            RedirectUriExplicit = parameters.First("redirect_uri") is not null,
            Scopes = scopes,
            Nonce = ReadNonce(responseType),
            CodeChallenge = pkce?.Challenge,
            CodeChallengeMethod = pkce?.Method,
            Display = interaction.ReadDisplay(),
            Prompts = prompts,
            MaxAge = interaction.ReadMaxAge(client),
            UiLocales = parameters.Once("ui_locales", "A018302").Words("ui_locales"),
            ClaimsLocales = parameters.Once("claims_locales", "A020302").Words("claims_locales"),
            Claims = ReadClaims(client),
            LoginHint = parameters.Once("login_hint", "A069302").First("login_hint"),
            Resources = ResourceIndicators.Read(parameters),
            AuthorizationDetails = AuthorizationDetails.Read(client, parameters),
            GrantRequest = GrantRequest.Read(call, client, parameters),
            RequestObjectPayload = Source!.RequestObjectPayload,
        };
        CheckOtherParameters();
        return request;
    }

    /// <summary>Without a request object or request URI, the response type is checked before the client.</summary>
    private (ClientRecord Client, bool AliasUsed, ResponseType ResponseType) SettleSource()
    {
        var direct = pushing is null && !RequestSource.IsIndirect(parameters);
        var responseType = direct ? ReadResponseType() : default;
        var (client, aliasUsed) = pushing is null ? ReadClient() : (pushing.Client, pushing.ClientIdAliasUsed);
        Source = RequestSource.Settle(call, client, parameters, pushing is not null);
        parameters = Source.Parameters;
        return (client, aliasUsed, direct ? responseType : ReadResponseType());
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);

    private ResponseType ReadResponseType()
    {
        var text =
            parameters.Once("response_type", "A009303").First("response_type") ?? throw Invalid("A009301", "response_type is missing.");
        if (text.Length == 0)
        {
            throw Invalid("A009302", "response_type is empty.");
        }

        return ResponseType.TryParse(text, out var responseType)
            ? responseType
            : throw new ProtocolException("A009304", OAuthErrors.UnsupportedResponseType, "The value of response_type is unknown.");
    }

    private (ClientRecord Client, bool AliasUsed) ReadClient()
    {
        var identifier = parameters.Once("client_id", "A010303").First("client_id") ?? throw Invalid("A010301", "client_id is missing.");
        if (identifier.Length == 0)
        {
            throw Invalid("A010302", "client_id is empty.");
        }

        var match = call.Installation.FindClient(call.Service, identifier);
        if (match.Status == ClientStatus.Found)
        {
            return (match.Client!, match.AliasUsed);
        }

        var (code, text) = s_codes.For(match.Status);
        throw Invalid(code, text);
    }

    private ResponseMode ReadResponseMode(ClientRecord client, ResponseType responseType)
    {
        if (parameters.Once("response_mode", "A012302").First("response_mode") is not { } text)
        {
            return ResponseMode.Default(responseType);
        }

        if (!ResponseMode.TryParse(text, responseType, out var mode))
        {
            throw Invalid("A012303", "The value of response_mode is unknown.");
        }

        if (mode is { Place: ResponsePlace.Query, Jwt: false } && responseType.IsFrontChannel)
        {
            throw Invalid("A012304", "The response type must not be answered in the query.");
        }

        if (mode.Jwt)
        {
            var algorithm = client.Document.Text("authorizationSignAlg");
            if (algorithm is null)
            {
                throw Invalid("A012305", "The client has no algorithm to sign authorization responses with.");
            }

            if (algorithm == "NONE")
            {
                throw Invalid("A012306", "Authorization responses must be signed.");
            }

            if (algorithm.StartsWith("HS", StringComparison.Ordinal) && !client.Confidential)
            {
                throw Invalid("A012307", "A public client cannot use a symmetric algorithm for authorization responses.");
            }
        }

        return mode;
    }

    private void CheckState()
    {
        if (!Ascii.IsValid(parameters.Once("state", "A013302").First("state") ?? ""))
        {
            throw Invalid("A013303", "state is not ASCII.");
        }
    }

    private void CheckResponseType(ClientRecord client, ResponseType responseType)
    {
        if (!call.Service.Document.Lists("supportedResponseTypes", responseType.ApiName))
        {
            throw new ProtocolException("A009305", OAuthErrors.UnsupportedResponseType, "The service does not support the response type.");
        }

        if (!client.Document.Lists("responseTypes", responseType.ApiName))
        {
            throw new ProtocolException("A009306", OAuthErrors.UnauthorizedClient, "The client may not use the response type.");
        }
    }

    private IReadOnlyList<string> ReadScopes(ClientRecord client, ResponseType responseType)
    {
        parameters.Once("scope", "A007302");
        var scopes = parameters.First("scope") is null
            ? call.Service.Requestable(client, call.Service.DefaultScopes)
            : call.Service.Requestable(client, parameters.Words("scope"));
        if (scopes.Count == 0 && call.Service.Document.Flag("scopeRequired"))
        {
            throw new ProtocolException(
                "A007305",
                OAuthErrors.InvalidScope,
                "The request has no usable scope, and the service demands one."
            );
        }

        if (responseType.IdToken && !scopes.Contains("openid"))
        {
            throw Invalid("A004302", "The response type needs openid in the scope.");
        }

        return scopes;
    }

    private string? ReadNonce(ResponseType responseType)
    {
        var nonce = parameters.Once("nonce", "A014302").First("nonce");
        if (string.IsNullOrEmpty(nonce))
        {
            return responseType.IdToken ? throw Invalid("A014303", "nonce is needed where an ID token goes through the browser.") : null;
        }

        return Ascii.IsValid(nonce) ? nonce : throw Invalid("A014304", "nonce is not ASCII.");
    }

    private RequestedClaims ReadClaims(ClientRecord client)
    {
        var supported = call.Service.Document.Texts("supportedAcrs");
        var asked = parameters.Once("acr_values", "A021302").Words("acr_values");
        CheckAcrs(asked, supported);
        if (parameters.First("acr_values") is null)
        {
            asked = [.. client.Document.Texts("defaultAcrs").Where(supported.Contains)];
        }

        var claims = RequestedClaims.Parse(parameters.Once("claims", "A022302").First("claims"), asked);
        if (claims.AcrEssential)
        {
            CheckAcrs(claims.Acrs, supported);
        }

        return claims;
    }

    private static void CheckAcrs(IReadOnlyList<string> asked, IReadOnlyList<string> supported)
    {
        if (asked.Count == 0)
        {
            return;
        }

        if (supported.Count == 0)
        {
            throw Invalid("A021303", "The request asks for an authentication context, and the service supports none.");
        }

        if (asked.Except(supported).FirstOrDefault() is { } acr)
        {
            throw Invalid("A021304", $"The service does not support the authentication context '{acr}'.");
        }
    }

    private void CheckOtherParameters()
    {
        if (parameters.Names.FirstOrDefault(name => !s_checkedForRepetition.Contains(name) && parameters.IsRepeated(name)) is { } name)
        {
            throw Invalid("A250301", $"{name} is given more than once.");
        }
    }
}
