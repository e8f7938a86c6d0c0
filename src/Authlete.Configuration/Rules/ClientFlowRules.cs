using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the grants and flows of clients.</summary>
internal static class ClientFlowRules
{
    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-C01", "A client must not use the password grant", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["grantTypes"],
            ReadsBeside = ["supportedGrantTypes"],
            Condition =
                "The rule fails if grantTypes contains PASSWORD. The severity is Low if the service doesn't support the grant, and High if the settings of the service can't be read.",
            Why = "With the password grant, the client sees the passwords of users.",
            References = [new("RFC 9700", "section 2.4", "The resource owner password credentials grant [RFC6749] MUST NOT be used.")],
            Recommendation = "Remove PASSWORD from grantTypes.",
            Fix = """
                $client = Get-AuthleteClient $clientId
                Set-AuthleteClient $clientId -GrantTypes ($client.GrantTypes -ne 'PASSWORD')
                """,
            FalsePositives = "None.",
            Check = context =>
                !context.Client.Has("grantTypes", "PASSWORD") ? Verdict.Pass("grantTypes doesn't contain PASSWORD.")
                : context.Service.IsThere && !context.Service.Has("supportedGrantTypes", "PASSWORD")
                    ? Verdict.Fail("grantTypes", "grantTypes contains PASSWORD, which the service doesn't support.", RuleSeverity.Low)
                : Verdict.Fail("grantTypes", "grantTypes contains PASSWORD."),
        },
        new("AUT-C02", "A client must not get access tokens in the authorization response", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = ["responseTypes"],
            Condition =
                "The rule fails if responseTypes contains TOKEN, ID_TOKEN_TOKEN, CODE_TOKEN, or CODE_ID_TOKEN_TOKEN. ID_TOKEN and CODE_ID_TOKEN pass, because they return no access token.",
            Why =
                "An access token in an authorization response can leak through the browser history, logs, and the Referer header, and an attacker can inject one.",
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
            FalsePositives = "None.",
            Check = context =>
                context.Client.FirstOf("responseTypes", ServiceGrantRules.TokenResponseTypes) is { } type
                    ? Verdict.Fail("responseTypes", $"responseTypes contains {type}.")
                    : Verdict.Pass("No type in responseTypes returns an access token."),
        },
        new("AUT-C03", "A public client must use PKCE", RuleSeverity.High, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["clientType", "grantTypes", "responseTypes", "pkceRequired"],
            ReadsBeside = ["pkceRequired"],
            Condition =
                "The rule fails if the client is public, uses the authorization code flow, and pkceRequired is false for both the client and the service. A client without clientType is public.",
            Why = "A public client has no secret, so anyone who intercepts its authorization code can use it. PKCE prevents that.",
            References =
            [
                new("RFC 9700", "section 2.1.1", "Public clients MUST use PKCE [RFC7636] to this end"),
                new("RFC 8252", "section 6", "authorization servers MUST support PKCE for such clients"),
            ],
            Recommendation = "Set pkceRequired to true for the client or for the service.",
            Fix = "Set-AuthleteClient $clientId -PkceRequired $true",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.IsPublic() ? Verdict.NotApplicable("The client isn't public.")
                : !context.Client.UsesCode() ? NoCode()
                : RequiresPkce(context, "pkceRequired") ? Verdict.Pass("pkceRequired is true.")
                : Verdict.Fail("pkceRequired", "pkceRequired is false for the client and the service, and the client is public."),
        },
        new("AUT-C04", "A confidential client should use PKCE", RuleSeverity.Low, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["clientType", "grantTypes", "responseTypes", "pkceRequired"],
            ReadsBeside = ["pkceRequired"],
            Condition =
                "The rule fails if the client is confidential, uses the authorization code flow, and pkceRequired is false for both the client and the service.",
            Why =
                "PKCE prevents an attacker from injecting a stolen authorization code into another user's session. Client authentication doesn't.",
            References =
            [
                new("RFC 9700", "section 2.1.1", "For confidential clients, the use of PKCE [RFC7636] is RECOMMENDED"),
                RuleReference.Gist("OAuth 2.1", "Authorization Code Grant", "clients must use code_challenge and code_verifier"),
            ],
            Recommendation = "Set pkceRequired to true for the client or for the service.",
            Fix = "Set-AuthleteClient $clientId -PkceRequired $true",
            FalsePositives = "OpenID Connect clients that check the nonce.",
            Check = context =>
                !context.Client.IsConfidential() ? Verdict.NotApplicable("The client isn't confidential.")
                : !context.Client.UsesCode() ? NoCode()
                : RequiresPkce(context, "pkceRequired") ? Verdict.Pass("pkceRequired is true.")
                : Verdict.Fail("pkceRequired", "pkceRequired is false for the client and the service."),
        },
        new("AUT-C05", "A client must use the PKCE method S256", RuleSeverity.Medium, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["grantTypes", "responseTypes", "pkceS256Required"],
            ReadsBeside = ["pkceS256Required"],
            Condition =
                "The rule fails if the client uses the authorization code flow and pkceS256Required is false for both the client and the service.",
            Why = "With the method plain, the challenge is the verifier: anyone who sees the request can use the code.",
            References =
            [
                new("RFC 7636", "section 4.2", "If the client is capable of using \"S256\", it MUST use \"S256\""),
                new(
                    "RFC 9700",
                    "section 2.1.1",
                    "clients SHOULD use PKCE code challenge methods that do not expose the PKCE verifier in the authorization request"
                ),
            ],
            Recommendation = "Set pkceS256Required to true for the client or for the service.",
            Fix = "Set-AuthleteClient $clientId -PkceS256Required $true",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.UsesCode() ? NoCode()
                : RequiresPkce(context, "pkceS256Required") ? Verdict.Pass("pkceS256Required is true.")
                : Verdict.Fail("pkceS256Required", "pkceS256Required is false for the client and the service."),
        },
        new("AUT-C12", "A client of the authorization code flow must have redirect URIs", RuleSeverity.High, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["grantTypes", "responseTypes", "redirectUris", "clientType", "parRequired"],
            ReadsBeside = ["parRequired"],
            Condition =
                "The rule fails if the client uses the authorization code flow and redirectUris is empty. A confidential client passes if parRequired is true for the client or for the service.",
            Why =
                "If a confidential client has no redirect URIs, a request without the scope openid can specify any URI, and the code goes there. Requests of a public client fail (A011310).",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "redirectUris",
                    "if the client is confidential and the request doesn't contain openid, any redirect URI is accepted"
                ),
                new("RFC 9700", "section 2.1", "authorization servers MUST utilize exact string matching"),
                RuleReference.Gist(
                    "RFC 9126",
                    "section 2.4",
                    "the server may allow clients that authenticate to push requests with redirect URIs that aren't registered"
                ),
            ],
            Recommendation = "Register redirect URIs.",
            Fix = "Set-AuthleteClient $clientId -RedirectUris 'https://client.example.com/callback'",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.UsesCode() ? NoCode()
                : context.Client.Texts("redirectUris").Count > 0 ? Verdict.Pass("redirectUris isn't empty.")
                : context.Client.IsConfidential() && (context.Client.Flag("parRequired") || context.Service.Flag("parRequired"))
                    ? Verdict.Pass("redirectUris is empty, and the client must push its requests.")
                : Verdict.Fail("redirectUris", "redirectUris is empty, but the client uses the authorization code flow."),
        },
        new("AUT-C16", "A public client must not use the client credentials grant", RuleSeverity.High, RuleKind.Client)
        {
            Reads = ["clientType", "grantTypes"],
            Condition = "The rule fails if the client is public and grantTypes contains CLIENT_CREDENTIALS.",
            Why = "A public client has no credentials, so anyone could use the grant in its name.",
            References = [new("RFC 6749", "section 4.4", "The client credentials grant type MUST only be used by confidential clients.")],
            Recommendation = "Make the client confidential, or remove CLIENT_CREDENTIALS from grantTypes.",
            Fix = "Set-AuthleteClient $clientId -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC",
            FalsePositives = "None.",
            Check = context =>
                !context.Client.Has("grantTypes", "CLIENT_CREDENTIALS")
                    ? Verdict.NotApplicable("grantTypes doesn't contain CLIENT_CREDENTIALS.")
                : context.Client.IsPublic()
                    ? Verdict.Fail("grantTypes", "grantTypes contains CLIENT_CREDENTIALS, but the client is public.")
                : Verdict.Pass("The client isn't public."),
        },
        new("AUT-C31", "A client must use only grant and response types that the service supports", RuleSeverity.Medium, RuleKind.Client)
        {
            NeedsService = true,
            Reads = ["grantTypes", "responseTypes"],
            ReadsBeside = ["supportedGrantTypes", "supportedResponseTypes"],
            Condition = "The rule fails if grantTypes or responseTypes contains a type that the service doesn't support.",
            Why = "Requests with a grant type or response type that the service doesn't support fail.",
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
            FalsePositives = "You are making a change in steps and have changed the clients first.",
            Check = context =>
                context.Client.FirstBeyond("grantTypes", context.Service.Texts("supportedGrantTypes")) is { } grant
                    ? Verdict.Fail("grantTypes", $"grantTypes contains {grant}, but supportedGrantTypes of the service doesn't.")
                : context.Client.FirstBeyond("responseTypes", context.Service.Texts("supportedResponseTypes")) is { } type
                    ? Verdict.Fail("responseTypes", $"responseTypes contains {type}, but supportedResponseTypes of the service doesn't.")
                : Verdict.Pass("The service supports each type in grantTypes and responseTypes."),
        },
    ];

    private static bool RequiresPkce(RuleContext context, string name) => context.Service.Flag(name) || context.Client.Flag(name);

    private static Verdict NoCode() => Verdict.NotApplicable("The client doesn't use the authorization code flow.");
}
