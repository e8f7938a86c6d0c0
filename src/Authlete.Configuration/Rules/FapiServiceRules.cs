using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules of FAPI about a service.</summary>
internal static class FapiServiceRules
{
    private const long DefaultRequestDuration = 600;
    private const long MinClockSkew = 10;
    private const long MaxClockSkew = 60;

    private static readonly string[] s_onlyCode = ["CODE"];

    private static readonly RuleReference s_howToUseFapi = RuleReference.Gist(
        "Authlete Knowledge Base",
        "How to use FAPI",
        "FAPI applies if the service supports the FAPI profile and the request contains a scope with the attribute fapi"
    );

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-F01", "A service with FAPI scopes must support the FAPI profile", RuleSeverity.High, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["supportedScopes", "supportedServiceProfiles"],
            Condition = "The rule fails if a scope has the attribute fapi and supportedServiceProfiles doesn't contain FAPI.",
            Why = "Scopes are marked for FAPI, but Authlete enforces nothing, because the service doesn't support the profile.",
            References = [s_howToUseFapi],
            Recommendation = "Add FAPI to supportedServiceProfiles.",
            Fix = "Set-AuthleteService $serviceApiKey -SupportedServiceProfiles FAPI",
            FalsePositives = "None.",
            Check = context =>
                !HasScope(context.Service, static value => value is not null) ? Verdict.NotApplicable("No scope has the attribute fapi.")
                : context.Service.Has("supportedServiceProfiles", "FAPI") ? Verdict.Pass("supportedServiceProfiles contains FAPI.")
                : Verdict.Fail(
                    "supportedServiceProfiles",
                    "supportedServiceProfiles doesn't contain FAPI, but a scope has the attribute fapi."
                ),
        },
        new("AUT-F02", "A service with the FAPI profile must have FAPI scopes", RuleSeverity.Medium, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["supportedServiceProfiles", "supportedScopes"],
            Condition =
                "The rule fails if supportedServiceProfiles contains FAPI and no scope has the attribute fapi with the value r or rw.",
            Why = "The service supports the profile, but Authlete never applies it, because no scope is marked for FAPI.",
            References = [s_howToUseFapi],
            Recommendation = "Add the attribute fapi with the value r or rw to the scopes of the API.",
            Fix = """
                $service = Get-AuthleteService $serviceApiKey
                $service.SupportedScopes | Where-Object Name -eq 'payments' | ForEach-Object { $_.Attributes = @([Authlete.ApiClient.Models.Pair]@{ Key = 'fapi'; Value = 'rw' }) }
                $service | Set-AuthleteService
                """,
            FalsePositives = "None.",
            Check = context =>
                !context.Service.Has("supportedServiceProfiles", "FAPI")
                    ? Verdict.NotApplicable("supportedServiceProfiles doesn't contain FAPI.")
                : HasScope(context.Service, static value => value is "r" or "rw")
                    ? Verdict.Pass("A scope has the attribute fapi with the value r or rw.")
                : Verdict.Fail(
                    "supportedScopes",
                    "supportedServiceProfiles contains FAPI, but no scope has the attribute fapi with the value r or rw."
                ),
        },
        new("AUT-F03", "A FAPI service must require nbf in request objects", RuleSeverity.Medium, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["supportedServiceProfiles", "nbfOptional"],
            Condition = "The rule fails if FAPI is on and nbfOptional is true. " + OnNote,
            Why = "The claims nbf and exp limit how long a request object can be used.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "nbfOptional",
                    "whether nbf is optional in a request object, although the final version of FAPI requires it"
                ),
                new(
                    "FAPI 1.0 Advanced",
                    "section 5.2.2",
                    "shall require the request object to contain an nbf claim that is no longer than 60 minutes in the past"
                ),
            ],
            Recommendation = "Set nbfOptional to false.",
            Fix = "Set-AuthleteService $serviceApiKey -NbfOptional $false",
            FalsePositives = "Clients are moving from the second implementer's draft, which doesn't require nbf.",
            Check = context =>
                !context.IsFapiOn ? NotOn()
                : context.Service.Flag("nbfOptional") ? Verdict.Fail("nbfOptional", "nbfOptional is true.")
                : Verdict.Pass("nbfOptional is false."),
        },
        new("AUT-F09", "A FAPI service must restrict CIBA", RuleSeverity.Medium, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi1,
            Reads =
            [
                "supportedServiceProfiles",
                "supportedGrantTypes",
                "supportedBackchannelTokenDeliveryModes",
                "backchannelBindingMessageRequiredInFapi",
            ],
            Condition =
                "The rule fails if FAPI is on, supportedGrantTypes contains CIBA, and supportedBackchannelTokenDeliveryModes contains PUSH or backchannelBindingMessageRequiredInFapi is false. "
                + OnNote,
            Why =
                "Push mode sends tokens to an endpoint that isn't authenticated as FAPI requires. Without a binding message, a user may approve the wrong transaction.",
            References =
            [
                new("FAPI CIBA", "section 5.2.2", "shall not support CIBA push mode"),
                RuleReference.Gist(
                    "FAPI CIBA",
                    "section 5.2.2",
                    "the server ensures that the request has a unique authorization context, or requires a binding message"
                ),
            ],
            Recommendation = "Support only POLL and PING, and set backchannelBindingMessageRequiredInFapi to true.",
            Fix =
                "Set-AuthleteService $serviceApiKey -SupportedBackchannelTokenDeliveryModes POLL, PING -BackchannelBindingMessageRequiredInFapi $true",
            FalsePositives = "The authorization server ensures a unique authorization context itself.",
            Check = context =>
                !context.IsFapiOn ? NotOn()
                : !context.Service.Has("supportedGrantTypes", "CIBA") ? Verdict.NotApplicable("supportedGrantTypes doesn't contain CIBA.")
                : context.Service.Has("supportedBackchannelTokenDeliveryModes", "PUSH")
                    ? Verdict.Fail("supportedBackchannelTokenDeliveryModes", "supportedBackchannelTokenDeliveryModes contains PUSH.")
                : context.Service.Flag("backchannelBindingMessageRequiredInFapi")
                    ? Verdict.Pass(
                        "supportedBackchannelTokenDeliveryModes doesn't contain PUSH, and backchannelBindingMessageRequiredInFapi is true."
                    )
                : Verdict.Fail("backchannelBindingMessageRequiredInFapi", "backchannelBindingMessageRequiredInFapi is false."),
        },
        new("AUT-F10", "A FAPI 2.0 service must require pushed requests, PKCE, and the code flow", RuleSeverity.High, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi2,
            IsOptIn = true,
            NeedsClients = true,
            Reads = ["parRequired", "pkceRequired", "pkceS256Required", "supportedResponseTypes"],
            ReadsBeside = ["parRequired", "pkceRequired", "pkceS256Required", "responseTypes"],
            Condition =
                "The rule fails if one of these requirements isn't met: parRequired, pkceRequired, and pkceS256Required are true, and CODE is the only response type. A requirement is met if the service meets it, or if there are clients and each of them meets it. A client without response types meets the last one. Authlete 2.3 has no setting that turns FAPI 2.0 on; Authlete 3.0 has fapiModes.",
            Why = "FAPI 2.0 allows only pushed authorization requests with PKCE for a code.",
            References =
            [
                new("FAPI 2.0 Security Profile", "section 5.3.2.2", "shall reject authorization requests sent without [RFC9126]"),
                new("FAPI 2.0 Security Profile", "section 5.3.2.2", "shall require PKCE [RFC7636] with S256 as the code challenge method"),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.2",
                    "shall require the value of response_type described in [RFC6749] to be code"
                ),
            ],
            Recommendation = "Set parRequired, pkceRequired, and pkceS256Required to true, and supportedResponseTypes to CODE.",
            Fix =
                "Set-AuthleteService $serviceApiKey -ParRequired $true -PkceRequired $true -PkceS256Required $true -SupportedResponseTypes CODE",
            FalsePositives = "None.",
            Check = context =>
                Demand(context, "parRequired", ClientFact.LacksPar)
                ?? Demand(context, "pkceRequired", ClientFact.LacksPkce)
                ?? Demand(context, "pkceS256Required", ClientFact.LacksPkceS256)
                ?? DemandCode(context)
                ?? Verdict.Pass("The service or each client meets the requirements for PAR, PKCE, and CODE."),
        },
        new("AUT-F11", "A FAPI 2.0 service must not rotate refresh tokens", RuleSeverity.High, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi2,
            IsOptIn = true,
            Reads = ["refreshTokenKept"],
            Condition =
                "The rule fails if refreshTokenKept is false. Public clients need rotation (AUT-C27), but FAPI 2.0 doesn't allow public clients.",
            Why =
                "FAPI 2.0 clients are confidential and their tokens are sender-constrained. Rotation adds no protection, and locks out a client that loses a response.",
            References =
            [
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.1",
                    "shall not use refresh token rotation except in extraordinary circumstances"
                ),
            ],
            Recommendation = "Set refreshTokenKept to true.",
            Fix = "Set-AuthleteService $serviceApiKey -RefreshTokenKept $true",
            FalsePositives = "None.",
            Check = context =>
                context.Service.Flag("refreshTokenKept")
                    ? Verdict.Pass("refreshTokenKept is true.")
                    : Verdict.Fail("refreshTokenKept", "refreshTokenKept is false, so refresh tokens rotate."),
        },
        new("AUT-F12", "A FAPI 2.0 service must limit lifetimes and return iss", RuleSeverity.Medium, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi2,
            IsOptIn = true,
            Reads = ["pushedAuthReqDuration", "allowableClockSkew", "issSuppressed"],
            Condition =
                "The rule fails if pushedAuthReqDuration is 0 (which means 600 seconds) or 600 or more, if allowableClockSkew isn't between 10 and 60, or if issSuppressed is true. Otherwise the outcome is Investigate, never Pass: FAPI 2.0 limits the lifetime of authorization codes to 60 seconds, but codes of Authlete 2.x live for 10 minutes, and you can't change that.",
            Why =
                "Short lifetimes limit the use of a stolen request URI, a small clock skew is normal, and iss tells clients which server a response comes from.",
            References =
            [
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.2",
                    "shall issue pushed authorization requests request_uri with expires_in values of less than 600 seconds"
                ),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.1",
                    "shall accept JWTs with an iat or nbf timestamp between 0 and 10 seconds in the future but shall reject JWTs with an iat or nbf timestamp greater than 60 seconds in the future"
                ),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.2",
                    "shall return an iss parameter in the authorization response according to [RFC9207]"
                ),
            ],
            Recommendation =
                "Set pushedAuthReqDuration to a value from 1 to 599, allowableClockSkew to a value from 10 to 60, and issSuppressed to false.",
            Fix = "Set-AuthleteService $serviceApiKey -PushedAuthReqDuration 90 -AllowableClockSkew 10 -IssSuppressed $false",
            FalsePositives = "None.",
            Check = context =>
            {
                var (duration, skew) = (context.Service.Number("pushedAuthReqDuration"), context.Service.Number("allowableClockSkew"));
                return duration == 0
                        ? Verdict.Fail(
                            "pushedAuthReqDuration",
                            "pushedAuthReqDuration is 0, which means 600 seconds, and must be less than 600."
                        )
                    : duration >= DefaultRequestDuration
                        ? Verdict.Fail("pushedAuthReqDuration", $"pushedAuthReqDuration is {duration} seconds, and must be less than 600.")
                    : skew is < MinClockSkew or > MaxClockSkew
                        ? Verdict.Fail("allowableClockSkew", $"allowableClockSkew is {skew} seconds, and must be from 10 to 60.")
                    : context.Service.Flag("issSuppressed") ? Verdict.Fail("issSuppressed", "issSuppressed is true.")
                    : Verdict.Investigate(
                        "pushedAuthReqDuration",
                        "The three fields comply, but FAPI 2.0 limits codes to 60 seconds, and codes of Authlete 2.x live for 10 minutes."
                    );
            },
        },
    ];

    private const string OnNote = "FAPI is on if supportedServiceProfiles contains FAPI, or if you specify -Profile Fapi1 or Fapi2.";

    private static Verdict NotOn() => Verdict.NotApplicable("supportedServiceProfiles doesn't contain FAPI.");

    private static bool HasScope(SettingsReader service, System.Func<string?, bool> isFound)
    {
        foreach (var scope in service.Objects("supportedScopes"))
        {
            if (isFound(RuleContext.FapiAttributeOf(scope)))
            {
                return true;
            }
        }

        return false;
    }

    private static Verdict? Demand(RuleContext context, string name, ClientFact contrary) =>
        context.Service.Flag(name) || IsNever(context, contrary)
            ? null
            : Verdict.Fail(name, $"{name} is false for the service, and isn't true for each client.");

    private static Verdict? DemandCode(RuleContext context) =>
        context.Service.Texts("supportedResponseTypes").Count > 0
            && context.Service.FirstBeyond("supportedResponseTypes", s_onlyCode) is null
        || IsNever(context, ClientFact.HasOtherResponseTypes)
            ? null
            : Verdict.Fail(
                "supportedResponseTypes",
                "supportedResponseTypes of the service isn't just CODE, and neither is responseTypes of each client."
            );

    private static bool IsNever(RuleContext context, ClientFact fact) => !context.Clients.HasAny(fact) && context.Clients.Count > 0;
}
