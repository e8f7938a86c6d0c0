using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the grants and flows of clients.</summary>
internal static class ClientFlowRules
{
    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-C01", "The client doesn't use the password grant", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["grantTypes"],
            ReadsBeside = ["supportedGrantTypes"],
            Why = "With the password grant, the client sees the passwords of users.",
            References = [new("RFC 9700", "section 2.4", "The resource owner password credentials grant [RFC6749] MUST NOT be used.")],
            Recommendation = "Remove PASSWORD from grantTypes.",
            Fix = """
                $client = Get-AuthleteClient $clientId
                Set-AuthleteClient $clientId -GrantTypes ($client.GrantTypes -ne 'PASSWORD')
                """,
            FalsePositives = "None.",
            Notes =
                "The severity is Low if the service doesn't support the grant. Where the settings of the service can't be read it is High: the rule itself doesn't need them.",
            Check = context =>
                !context.Client.Has("grantTypes", "PASSWORD") ? Verdict.Pass("grantTypes doesn't have PASSWORD.")
                : context.Service.IsThere && !context.Service.Has("supportedGrantTypes", "PASSWORD")
                    ? Verdict.Fail("grantTypes", "grantTypes has PASSWORD; the service doesn't support it.", RuleSeverity.Low)
                : Verdict.Fail("grantTypes", "grantTypes has PASSWORD."),
        },
        new("AUT-C02", "The client gets no access token in the URL", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = ["responseTypes"],
            Why =
                "An access token in an authorization response can leak by the browser's history, logs, and referrers, and can be injected.",
            References =
            [
                new(
                    "RFC 9700",
                    "section 2.1.2",
                    "clients SHOULD NOT use the implicit grant (response type token) or other response types issuing access tokens in the authorization response"
                ),
            ],
            Recommendation = "Set responseTypes to CODE.",
            Fix = "Set-AuthleteClient $clientId -ResponseTypes CODE",
            FalsePositives = "ID_TOKEN alone and CODE_ID_TOKEN aren't findings, because they return no access token.",
            Check = context =>
                context.Client.FirstOf("responseTypes", ServiceGrantRules.TokenResponseTypes) is { } type
                    ? Verdict.Fail("responseTypes", $"responseTypes has {type}.")
                    : Verdict.Pass("No type in responseTypes returns an access token."),
        },
        new("AUT-C03", "A public client has to use PKCE", RuleSeverity.High, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["clientType", "grantTypes", "responseTypes", "pkceRequired"],
            ReadsBeside = ["pkceRequired"],
            Why = "A public client has no secret, so whoever intercepts its authorization code can use it. PKCE prevents that.",
            References =
            [
                new("RFC 9700", "section 2.1.1", "Public clients MUST use PKCE [RFC7636] to this end"),
                new("RFC 8252", "section 8.1", "authorization servers MUST support PKCE for such clients"),
            ],
            Recommendation = "Set pkceRequired to true, for the client or for the service.",
            Fix = "Set-AuthleteClient $clientId -PkceRequired $true",
            FalsePositives = "None. A client without clientType is public.",
            Check = context =>
                !context.Client.IsPublic() ? Verdict.NotApplicable("The client isn't public.")
                : !context.Client.UsesCode() ? NoCode()
                : RequiresPkce(context, "pkceRequired") ? Verdict.Pass("pkceRequired is true.")
                : Verdict.Fail(
                    "pkceRequired",
                    "The client is public and uses the authorization code flow, and pkceRequired is false for the client and the service."
                ),
        },
        new("AUT-C04", "A confidential client has to use PKCE", RuleSeverity.Low, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["clientType", "grantTypes", "responseTypes", "pkceRequired"],
            ReadsBeside = ["pkceRequired"],
            Why =
                "PKCE prevents that a stolen authorization code is injected into the session of another user, which client authentication doesn't.",
            References =
            [
                new("RFC 9700", "section 2.1.1", "For confidential clients, the use of PKCE [RFC7636] is RECOMMENDED"),
                RuleReference.Gist("OAuth 2.1", "Authorization Code Grant", "Clients MUST use code_challenge and code_verifier"),
            ],
            Recommendation = "Set pkceRequired to true, for the client or for the service.",
            Fix = "Set-AuthleteClient $clientId -PkceRequired $true",
            FalsePositives = "OpenID Connect clients that check the nonce.",
            Check = context =>
                !context.Client.IsConfidential() ? Verdict.NotApplicable("The client isn't confidential.")
                : !context.Client.UsesCode() ? NoCode()
                : RequiresPkce(context, "pkceRequired") ? Verdict.Pass("pkceRequired is true.")
                : Verdict.Fail(
                    "pkceRequired",
                    "The client uses the authorization code flow, and pkceRequired is false for the client and the service."
                ),
        },
        new("AUT-C05", "PKCE of the client takes S256 only", RuleSeverity.Medium, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["grantTypes", "responseTypes", "pkceS256Required"],
            ReadsBeside = ["pkceS256Required"],
            Why = "With the method plain, the challenge is the verifier: whoever sees the request can use the code.",
            References =
            [
                new("RFC 7636", "section 4.2", "If the client is capable of using \"S256\", it MUST use \"S256\""),
                new(
                    "RFC 9700",
                    "section 2.1.1",
                    "clients SHOULD use PKCE code challenge methods that do not expose the PKCE verifier in the authorization request"
                ),
            ],
            Recommendation = "Set pkceS256Required to true, for the client or for the service.",
            Fix = "Set-AuthleteClient $clientId -PkceS256Required $true",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.UsesCode() ? NoCode()
                : RequiresPkce(context, "pkceS256Required") ? Verdict.Pass("pkceS256Required is true.")
                : Verdict.Fail(
                    "pkceS256Required",
                    "The client uses the authorization code flow, and pkceS256Required is false for the client and the service."
                ),
        },
        new("AUT-C12", "A client of the code flow has redirect URIs", RuleSeverity.High, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["grantTypes", "responseTypes", "redirectUris", "clientType", "parRequired"],
            ReadsBeside = ["parRequired"],
            Why =
                "For a confidential client without redirect URIs, a request without openid can name any URI, and the code goes there. Requests of a public client fail (A011310).",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "redirectUris",
                    "if the client is confidential, and the request has no openid, any redirect URI is accepted"
                ),
                new(
                    "RFC 9700",
                    "section 4.1.3",
                    "authorization servers MUST utilize exact string matching when comparing client redirection URIs against pre-registered URIs"
                ),
                RuleReference.Gist(
                    "RFC 9126",
                    "section 2.4",
                    "the authorization server MAY allow such clients to use redirect_uri values that are not previously registered"
                ),
            ],
            Recommendation = "Register redirect URIs.",
            Fix = "Set-AuthleteClient $clientId -RedirectUris 'https://client.example.com/callback'",
            FalsePositives = "None. A confidential client that has to push its requests (parRequired of the client or the service) passes.",
            Check = context =>
                !context.Client.UsesCode() ? NoCode()
                : context.Client.Texts("redirectUris").Count > 0 ? Verdict.Pass("redirectUris isn't empty.")
                : context.Client.IsConfidential() && (context.Client.Flag("parRequired") || context.Service.Flag("parRequired"))
                    ? Verdict.Pass("redirectUris is empty, and the client has to push its requests.")
                : Verdict.Fail("redirectUris", "redirectUris is empty, and the client uses the authorization code flow."),
        },
        new("AUT-C16", "A public client doesn't use client credentials", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["clientType", "grantTypes"],
            Why = "A public client has no credentials, so anybody could use the grant in its name.",
            References = [new("RFC 6749", "section 4.4", "The client credentials grant type MUST only be used by confidential clients.")],
            Recommendation = "Make the client confidential, or remove CLIENT_CREDENTIALS from grantTypes.",
            Fix = "Set-AuthleteClient $clientId -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.Has("grantTypes", "CLIENT_CREDENTIALS")
                    ? Verdict.NotApplicable("grantTypes doesn't have CLIENT_CREDENTIALS.")
                : context.Client.IsPublic() ? Verdict.Fail("grantTypes", "The client is public, and grantTypes has CLIENT_CREDENTIALS.")
                : Verdict.Pass("The client isn't public."),
        },
        new("AUT-C31", "The service supports what the client uses", RuleSeverity.Medium, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["grantTypes", "responseTypes"],
            ReadsBeside = ["supportedGrantTypes", "supportedResponseTypes"],
            Why = "Requests with a grant or response type that the service doesn't support fail.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "supportedGrantTypes, supportedResponseTypes",
                    "the grant types and response types that the service supports"
                ),
            ],
            Recommendation = "Remove the type from the client, or add it to the service.",
            Fix = "Set-AuthleteClient $clientId -GrantTypes AUTHORIZATION_CODE, REFRESH_TOKEN -ResponseTypes CODE",
            FalsePositives = "A change that is made step by step, the clients first.",
            Check = context =>
                context.Client.FirstBeyond("grantTypes", context.Service.Texts("supportedGrantTypes")) is { } grant
                    ? Verdict.Fail("grantTypes", $"grantTypes has {grant}, and supportedGrantTypes of the service doesn't.")
                : context.Client.FirstBeyond("responseTypes", context.Service.Texts("supportedResponseTypes")) is { } type
                    ? Verdict.Fail("responseTypes", $"responseTypes has {type}, and supportedResponseTypes of the service doesn't.")
                : Verdict.Pass("The service supports each type in grantTypes and responseTypes."),
        },
    ];

    private static bool RequiresPkce(RuleContext context, string name) => context.Service.Flag(name) || context.Client.Flag(name);

    private static Verdict NoCode() => Verdict.NotApplicable("The client doesn't use the authorization code flow.");
}
