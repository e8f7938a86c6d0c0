using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about how a service identifies itself, and which requests it takes.</summary>
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
        new("AUT-S05", "The issuer is the service's own", RuleSeverity.High, RuleKind.Service)
        {
            Reads = ["issuer"],
            Why =
                "Clients and resource servers tell authorization servers apart by the issuer. A service that was made in the console begins with an issuer that isn't yours.",
            References =
            [
                RuleReference.Gist(
                    "Authlete Knowledge Base",
                    "Service settings",
                    "The initial value of the issuer has to be replaced by the identifier of your authorization server."
                ),
                new(
                    "RFC 8414",
                    "section 2",
                    "issuer: REQUIRED. The authorization server's issuer identifier, which is a URL that uses the \"https\" scheme"
                ),
                new(
                    "RFC 9207",
                    "section 2",
                    "the authorization server MUST indicate its identity by including the iss parameter in the response"
                ),
            ],
            Recommendation = "Set issuer to the URL of your authorization server.",
            Fix = "Set-AuthleteService $serviceApiKey -Issuer 'https://as.example.com'",
            FalsePositives = "Services for trying things out.",
            Check = context =>
                context.Service.Text("issuer") switch
                {
                    null => Verdict.Fail("issuer", "issuer isn't set."),
                    InitialIssuer => Verdict.Fail("issuer", $"issuer is {InitialIssuer}, the initial value."),
                    var issuer => Verdict.Pass($"issuer is {issuer}."),
                },
        },
        new("AUT-S06", "Authorization responses have iss", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["issSuppressed"],
            Why =
                "By iss, a client that uses several authorization servers notices that a response comes from another one (mix-up attack).",
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
                    "how clients notice that a response comes from another authorization server"
                ),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.2",
                    "shall return an iss parameter in the authorization response according to [RFC9207]"
                ),
                RuleReference.Gist("Authlete OpenAPI", "issSuppressed", "not to be set in production"),
            ],
            Recommendation = "Set issSuppressed to false.",
            Fix = "Set-AuthleteService $serviceApiKey -IssSuppressed $false",
            FalsePositives = "All clients use JARM, whose responses have iss anyway, or all clients know this authorization server only.",
            Check = context =>
                context.Service.Flag("issSuppressed")
                    ? Verdict.Fail("issSuppressed", "issSuppressed is true.")
                    : Verdict.Pass("issSuppressed is false."),
        },
        new("AUT-S07", "Token requests name the client", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["missingClientIdAllowed"],
            Why = "The client id in a token request keeps a public client from redeeming a code that was issued to another.",
            References =
            [
                new("RFC 6749", "section 4.1.3", "client_id: REQUIRED, if the client is not authenticating with the authorization server"),
                new("RFC 6749", "section 3.2.1", "This protects the client from substitution of the authentication code."),
                RuleReference.Gist("Authlete OpenAPI", "missingClientIdAllowed", "only for special reasons"),
            ],
            Recommendation = "Set missingClientIdAllowed to false.",
            Fix = "Set-AuthleteService $serviceApiKey -MissingClientIdAllowed $false",
            FalsePositives = "An old client that you can't change.",
            Check = context =>
                context.Service.Flag("missingClientIdAllowed")
                    ? Verdict.Fail("missingClientIdAllowed", "missingClientIdAllowed is true.")
                    : Verdict.Pass("missingClientIdAllowed is false."),
        },
        new("AUT-S08", "Authlete's direct endpoints are off", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = s_directEndpoints,
            Why = "Direct endpoints are Authlete's own, beside those of your authorization server, and skip the checks that yours makes.",
            References =
            [
                RuleReference.Gist("Authlete Knowledge Base", "Service settings", "Commercial use of direct endpoints is not recommended."),
                new("RFC 7662", "section 2.1", "the endpoint MUST also require some form of authorization to access this endpoint"),
            ],
            Recommendation = "Turn the direct endpoints off.",
            Fix =
                "Set-AuthleteService $serviceApiKey -DirectAuthorizationEndpointEnabled $false -DirectTokenEndpointEnabled $false -DirectRevocationEndpointEnabled $false -DirectIntrospectionEndpointEnabled $false -DirectUserInfoEndpointEnabled $false",
            FalsePositives = "Evaluation. directJwksEndpointEnabled is harmless and isn't looked at.",
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
        new("AUT-S09", "Only parameters in request objects count", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["traditionalRequestObjectProcessingApplied"],
            Why =
                "With the older processing, request objects need no signature, and parameters outside are merged in: what was signed isn't all that counts.",
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
            FalsePositives = "Clients that send request objects by section 6.1 of OpenID Connect Core, with parameters outside.",
            Check = context =>
                context.Service.Flag("traditionalRequestObjectProcessingApplied")
                    ? Verdict.Fail("traditionalRequestObjectProcessingApplied", "traditionalRequestObjectProcessingApplied is true.")
                    : Verdict.Pass("traditionalRequestObjectProcessingApplied is false."),
        },
        new("AUT-S10", "The audience of request objects is checked", RuleSeverity.Low, RuleKind.Service)
        {
            Reads = ["requestObjectRequired", "requestObjectAudienceChecked"],
            ReadsBeside = ["requestObjectRequired", "requestSignAlg", "requestEncryptionAlg", "requestUris"],
            NeedsClients = true,
            Why = "Without the check, a request object that a client signed for another authorization server is taken here.",
            References =
            [
                new(
                    "RFC 9101",
                    "section 4",
                    "If signed, the Request Object SHOULD contain the Claims iss (issuer) and aud (audience) as members"
                ),
                new(
                    "RFC 8725",
                    "section 3.9",
                    "the JWT MUST contain an \"aud\" (audience) claim that can be used to determine whether the JWT is being used by an intended party"
                ),
            ],
            Recommendation = "Set requestObjectAudienceChecked to true.",
            Fix = "Set-AuthleteService $serviceApiKey -RequestObjectAudienceChecked $true",
            FalsePositives = "Authlete checks aud anyway in requests that FAPI applies to (A150331 to A150338).",
            Notes =
                "The service uses request objects if requestObjectRequired is true. A client does if it has requestObjectRequired, requestSignAlg, requestEncryptionAlg, or requestUris.",
            Check = context =>
                !context.Service.Flag("requestObjectRequired") && !context.Clients.HasAny(ClientFact.UsesRequestObjects)
                    ? Verdict.NotApplicable("Neither the service nor a client uses request objects.")
                : context.Service.Flag("requestObjectAudienceChecked") ? Verdict.Pass("requestObjectAudienceChecked is true.")
                : Verdict.Fail("requestObjectAudienceChecked", "requestObjectAudienceChecked is false, and request objects are used."),
        },
        new("AUT-S14", "The introspection endpoint demands authentication", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["introspectionEndpoint", "supportedIntrospectionAuthMethods"],
            Why = "An open introspection endpoint lets anybody scan for valid tokens and read what they are for.",
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
                "The list is published in the discovery document and does nothing else. Your endpoint may demand a bearer token.",
            Check = context =>
                context.Service.Text("introspectionEndpoint") is null ? Verdict.NotApplicable("introspectionEndpoint isn't set.")
                : context.Service.Has("supportedIntrospectionAuthMethods", "NONE")
                    ? Verdict.Fail("supportedIntrospectionAuthMethods", "supportedIntrospectionAuthMethods has NONE.")
                : Verdict.Pass("supportedIntrospectionAuthMethods doesn't have NONE."),
        },
        new("AUT-S26", "ID tokens of the front channel have few claims", RuleSeverity.Low, RuleKind.Service)
        {
            Tier = 2,
            Reads = ["supportedResponseTypes", "claimShortcutRestrictive"],
            Why =
                "An ID token in an authorization response passes through the browser. Claims that scopes stand for don't belong there if the client can get them from the userinfo endpoint.",
            References =
            [
                RuleReference.Gist(
                    "OpenID Connect Core",
                    "section 5.4",
                    "The Claims requested by the profile, email, address, and phone scope values are returned from the UserInfo Endpoint ... when a response_type value is used that results in an Access Token being issued"
                ),
                new(
                    "FAPI 1.0 Advanced",
                    "section 5.2.2.1",
                    "should not return sensitive PII in the ID Token in the authorization response"
                ),
            ],
            Recommendation = "Set claimShortcutRestrictive to true.",
            Fix = "Set-AuthleteService $serviceApiKey -ClaimShortcutRestrictive $true",
            FalsePositives = "The rule is about privacy, not about access.",
            Check = context =>
                context.Service.FirstOf("supportedResponseTypes", s_hybridTypes) is not { } type
                    ? Verdict.NotApplicable("No type in supportedResponseTypes returns an ID token beside a code or an access token.")
                : context.Service.Flag("claimShortcutRestrictive") ? Verdict.Pass("claimShortcutRestrictive is true.")
                : Verdict.Fail("claimShortcutRestrictive", $"claimShortcutRestrictive is false, and supportedResponseTypes has {type}."),
        },
    ];
}
