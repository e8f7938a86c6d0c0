using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about how a service identifies itself, and which requests it accepts.</summary>
internal static class ServiceProtocolRules
{
    private const string InitialIssuer = "https://authlete.com";

    private static readonly string[] s_directEndpoints =
    [
        "directAuthorizationEndpointEnabled",
        "directTokenEndpointEnabled",
        "directRevocationEndpointEnabled",
        "directIntrospectionEndpointEnabled",
        "directUserInfoEndpointEnabled",
    ];

    private static readonly string[] s_hybridTypes = ["CODE_ID_TOKEN", "CODE_ID_TOKEN_TOKEN", "ID_TOKEN_TOKEN"];

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-S05", "The service must have its own issuer", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["issuer"],
            Condition = "The rule fails if issuer isn't set, or is the initial value https://authlete.com.",
            Why =
                "Clients and resource servers identify an authorization server by its issuer. A service that was created in the console has an issuer that isn't yours.",
            References =
            [
                RuleReference.Gist(
                    "Authlete Knowledge Base",
                    "Service settings",
                    "replace the initial value of the issuer with the identifier of your authorization server"
                ),
                RuleReference.Gist("RFC 8414", "section 2", "issuer is required, and is an https URL"),
                new(
                    "RFC 9207",
                    "section 2",
                    "an authorization server supporting this specification MUST indicate its identity by including the iss parameter in the response"
                ),
            ],
            Recommendation = "Set issuer to the URL of your authorization server.",
            Fix = "Set-AuthleteService $serviceApiKey -Issuer 'https://as.example.com'",
            FalsePositives = "Services for evaluation.",
            Check = context =>
                context.Service.Text("issuer") switch
                {
                    null => Verdict.Fail("issuer", "issuer isn't set."),
                    InitialIssuer => Verdict.Fail("issuer", $"issuer is {InitialIssuer}, which is the initial value."),
                    var issuer => Verdict.Pass($"issuer is {issuer}."),
                },
        },
        new("AUT-S06", "The service must return iss in authorization responses", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["issSuppressed"],
            Condition = "The rule fails if issSuppressed is true.",
            Why =
                "With iss, a client that uses several authorization servers detects that a response comes from the wrong one (mix-up attack).",
            References =
            [
                new(
                    "RFC 9207",
                    "section 2",
                    "an authorization server supporting this specification MUST indicate its identity by including the iss parameter in the response"
                ),
                RuleReference.Gist(
                    "RFC 9700",
                    "section 4.4.2",
                    "how clients detect that a response comes from another authorization server"
                ),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.2",
                    "shall return an iss parameter in the authorization response according to [RFC9207]"
                ),
                RuleReference.Gist("Authlete OpenAPI", "issSuppressed", "don't set it in production"),
            ],
            Recommendation = "Set issSuppressed to false.",
            Fix = "Set-AuthleteService $serviceApiKey -IssSuppressed $false",
            FalsePositives = "All clients use JARM, whose responses contain iss anyway, or all clients use only this authorization server.",
            Check = context =>
                context.Service.Flag("issSuppressed")
                    ? Verdict.Fail("issSuppressed", "issSuppressed is true.")
                    : Verdict.Pass("issSuppressed is false."),
        },
        new("AUT-S07", "The service must require the client ID in token requests", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["missingClientIdAllowed"],
            Condition = "The rule fails if missingClientIdAllowed is true.",
            Why = "The client ID in a token request keeps a public client from redeeming a code that was issued to another client.",
            References =
            [
                RuleReference.Gist("RFC 6749", "section 4.1.3", "client_id is required if the client doesn't authenticate"),
                new("RFC 6749", "section 3.2.1", "This protects the client from substitution of the authentication code."),
                RuleReference.Gist("Authlete OpenAPI", "missingClientIdAllowed", "set it only for special reasons"),
            ],
            Recommendation = "Set missingClientIdAllowed to false.",
            Fix = "Set-AuthleteService $serviceApiKey -MissingClientIdAllowed $false",
            FalsePositives = "An old client that you can't change.",
            Check = context =>
                context.Service.Flag("missingClientIdAllowed")
                    ? Verdict.Fail("missingClientIdAllowed", "missingClientIdAllowed is true.")
                    : Verdict.Pass("missingClientIdAllowed is false."),
        },
        new("AUT-S08", "The service must not use Authlete's direct endpoints", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = s_directEndpoints,
            Condition = "The rule fails if one of the fields is true. directJwksEndpointEnabled is harmless and isn't checked.",
            Why = "Authlete hosts the direct endpoints, and they bypass the checks of your authorization server.",
            References =
            [
                RuleReference.Gist(
                    "Authlete Knowledge Base",
                    "Service settings",
                    "commercial use of the direct endpoints isn't recommended"
                ),
                new("RFC 7662", "section 2.1", "the endpoint MUST also require some form of authorization to access this endpoint"),
            ],
            Recommendation = "Turn off the direct endpoints.",
            Fix =
                "Set-AuthleteService $serviceApiKey -DirectAuthorizationEndpointEnabled $false -DirectTokenEndpointEnabled $false -DirectRevocationEndpointEnabled $false -DirectIntrospectionEndpointEnabled $false -DirectUserInfoEndpointEnabled $false",
            FalsePositives = "Services for evaluation.",
            Check = context =>
            {
                foreach (var name in s_directEndpoints)
                {
                    if (context.Service.Flag(name))
                    {
                        return Verdict.Fail(name, name + " is true.");
                    }
                }

                return Verdict.Pass("No direct endpoint is on.");
            },
        },
        new("AUT-S09", "The service must ignore parameters outside request objects", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["traditionalRequestObjectProcessingApplied"],
            Condition = "The rule fails if traditionalRequestObjectProcessingApplied is true.",
            Why =
                "The older processing accepts unsigned request objects and merges parameters from outside, so the signature doesn't protect the whole request.",
            References =
            [
                new(
                    "RFC 9101",
                    "section 6.3",
                    "The authorization server MUST only use the parameters in the Request Object, even if the same parameter is provided in the query parameter."
                ),
                RuleReference.Gist("RFC 9101", "section 10", "the Request Object is signed so that its integrity is protected"),
                new("FAPI 1.0 Advanced", "section 5.2.2", "shall only use the parameters included in the signed request object"),
            ],
            Recommendation = "Set traditionalRequestObjectProcessingApplied to false.",
            Fix = "Set-AuthleteService $serviceApiKey -TraditionalRequestObjectProcessingApplied $false",
            FalsePositives = "Clients that send parameters outside the request object, as section 6.1 of OpenID Connect Core allows.",
            Check = context =>
                context.Service.Flag("traditionalRequestObjectProcessingApplied")
                    ? Verdict.Fail("traditionalRequestObjectProcessingApplied", "traditionalRequestObjectProcessingApplied is true.")
                    : Verdict.Pass("traditionalRequestObjectProcessingApplied is false."),
        },
        new("AUT-S10", "The service should check the audience of request objects", RuleSeverity.Low, RuleKind.Service)
        {
            Reads = ["requestObjectRequired", "requestObjectAudienceChecked"],
            ReadsBeside = ["requestObjectRequired", "requestSignAlg", "requestEncryptionAlg", "requestUris"],
            NeedsClients = true,
            Condition =
                "The rule fails if the service or a client uses request objects and requestObjectAudienceChecked is false. The service uses them if requestObjectRequired is true. A client uses them if requestObjectRequired is true, or requestSignAlg, requestEncryptionAlg, or requestUris is set.",
            Why = "Without the check, the service accepts a request object that a client signed for another authorization server.",
            References =
            [
                new(
                    "RFC 9101",
                    "section 4",
                    "If signed, the Authorization Request Object SHOULD contain the Claims iss (issuer) and aud (audience) as members"
                ),
                new(
                    "RFC 8725",
                    "section 3.9",
                    "the JWT MUST contain an \"aud\" (audience) claim that can be used to determine whether the JWT is being used by an intended party"
                ),
            ],
            Recommendation = "Set requestObjectAudienceChecked to true.",
            Fix = "Set-AuthleteService $serviceApiKey -RequestObjectAudienceChecked $true",
            FalsePositives = "Requests that FAPI applies to, because Authlete always checks aud in them (A150331 to A150338).",
            Check = context =>
                !context.Service.Flag("requestObjectRequired") && !context.Clients.HasAny(ClientFact.UsesRequestObjects)
                    ? Verdict.NotApplicable("Neither the service nor a client uses request objects.")
                : context.Service.Flag("requestObjectAudienceChecked") ? Verdict.Pass("requestObjectAudienceChecked is true.")
                : Verdict.Fail("requestObjectAudienceChecked", "requestObjectAudienceChecked is false, but request objects are used."),
        },
        new("AUT-S14", "The introspection endpoint must require authentication", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["introspectionEndpoint", "supportedIntrospectionAuthMethods"],
            Condition = "The rule fails if introspectionEndpoint is set and supportedIntrospectionAuthMethods contains NONE.",
            Why = "Anyone can use an open introspection endpoint to find valid tokens and read their details.",
            References =
            [
                new(
                    "RFC 7662",
                    "section 2.1",
                    "To prevent token scanning attacks, the endpoint MUST also require some form of authorization to access this endpoint"
                ),
            ],
            Recommendation = "Remove NONE from supportedIntrospectionAuthMethods.",
            Fix = """
                $service = Get-AuthleteService $serviceApiKey
                Set-AuthleteService $serviceApiKey -SupportedIntrospectionAuthMethods ($service.SupportedIntrospectionAuthMethods -ne 'NONE')
                """,
            FalsePositives =
                "Your endpoint requires a bearer token. The list appears only in the discovery document, and has no other effect.",
            Check = context =>
                context.Service.Text("introspectionEndpoint") is null ? Verdict.NotApplicable("introspectionEndpoint isn't set.")
                : context.Service.Has("supportedIntrospectionAuthMethods", "NONE")
                    ? Verdict.Fail("supportedIntrospectionAuthMethods", "supportedIntrospectionAuthMethods contains NONE.")
                : Verdict.Pass("supportedIntrospectionAuthMethods doesn't contain NONE."),
        },
        new("AUT-S26", "ID tokens in the authorization response should contain few claims", RuleSeverity.Low, RuleKind.Service)
        {
            Tier = 2,
            Reads = ["supportedResponseTypes", "claimShortcutRestrictive"],
            Condition =
                "The rule fails if supportedResponseTypes contains CODE_ID_TOKEN, CODE_ID_TOKEN_TOKEN, or ID_TOKEN_TOKEN, and claimShortcutRestrictive is false.",
            Why =
                "An ID token in an authorization response passes through the browser. If the client can get the claims of scopes such as profile from the UserInfo endpoint, they don't belong in that token.",
            References =
            [
                RuleReference.Gist(
                    "OpenID Connect Core",
                    "section 5.4",
                    "if an access token is issued, the UserInfo endpoint returns the claims of the scopes profile, email, address, and phone"
                ),
                new(
                    "FAPI 1.0 Advanced",
                    "section 5.2.2.1",
                    "should not return sensitive PII in the ID Token in the authorization response"
                ),
            ],
            Recommendation = "Set claimShortcutRestrictive to true.",
            Fix = "Set-AuthleteService $serviceApiKey -ClaimShortcutRestrictive $true",
            FalsePositives = "You accept the exposure: the rule is about privacy, not about access.",
            Check = context =>
                context.Service.FirstOf("supportedResponseTypes", s_hybridTypes) is not { } type
                    ? Verdict.NotApplicable(
                        "No type in supportedResponseTypes returns an ID token together with a code or an access token."
                    )
                : context.Service.Flag("claimShortcutRestrictive") ? Verdict.Pass("claimShortcutRestrictive is true.")
                : Verdict.Fail(
                    "claimShortcutRestrictive",
                    $"claimShortcutRestrictive is false, and supportedResponseTypes contains {type}."
                ),
        },
    ];
}
