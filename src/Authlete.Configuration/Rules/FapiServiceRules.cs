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
        "FAPI applies if the service supports the profile FAPI and the request has a scope with the attribute fapi"
    );

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-F01", "Scopes for FAPI have the profile FAPI", RuleSeverity.High, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["supportedScopes", "supportedServiceProfiles"],
            Why = "Somebody marked scopes for FAPI, and Authlete enforces nothing, because the service doesn't support the profile.",
            References = [s_howToUseFapi],
            Recommendation = "Add FAPI to supportedServiceProfiles.",
            Fix = "Set-AuthleteService $serviceApiKey -SupportedServiceProfiles FAPI",
            FalsePositives = "None.",
            Check = context =>
                !HasScope(context.Service, static value => value is not null) ? Verdict.NotApplicable("No scope has the attribute fapi.")
                : context.Service.Has("supportedServiceProfiles", "FAPI") ? Verdict.Pass("supportedServiceProfiles has FAPI.")
                : Verdict.Fail(
                    "supportedServiceProfiles",
                    "supportedServiceProfiles doesn't have FAPI, and a scope has the attribute fapi."
                ),
        },
        new("AUT-F02", "The profile FAPI has scopes", RuleSeverity.Medium, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["supportedServiceProfiles", "supportedScopes"],
            Why = "The service supports the profile, and Authlete never applies it, because no scope is marked.",
            References = [s_howToUseFapi],
            Recommendation = "Give the scopes of the API the attribute fapi with the value r or rw.",
            Fix = """
                $service = Get-AuthleteService $serviceApiKey
                $service.SupportedScopes | Where-Object Name -eq 'payments' | ForEach-Object { $_.Attributes = @([Authlete.ApiClient.Models.Pair]@{ Key = 'fapi'; Value = 'rw' }) }
                $service | Set-AuthleteService
                """,
            FalsePositives = "None.",
            Check = context =>
                !context.Service.Has("supportedServiceProfiles", "FAPI")
                    ? Verdict.NotApplicable("supportedServiceProfiles doesn't have FAPI.")
                : HasScope(context.Service, static value => value is "r" or "rw") ? Verdict.Pass("A scope has the attribute fapi.")
                : Verdict.Fail(
                    "supportedScopes",
                    "supportedServiceProfiles has FAPI, and no scope has the attribute fapi with the value r or rw."
                ),
        },
        new("AUT-F03", "Request objects need nbf", RuleSeverity.Medium, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi1,
            Reads = ["supportedServiceProfiles", "nbfOptional"],
            Why = "By nbf and exp, a request object can't be used long after it was made.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "nbfOptional",
                    "whether nbf is optional in a request object, although the final version of FAPI demands it"
                ),
                new(
                    "FAPI 1.0 Advanced",
                    "section 5.2.2",
                    "shall require the request object to contain an nbf claim that is no longer than 60 minutes in the past"
                ),
            ],
            Recommendation = "Set nbfOptional to false.",
            Fix = "Set-AuthleteService $serviceApiKey -NbfOptional $false",
            FalsePositives = "Clients are moving from the second implementer's draft, which doesn't demand nbf.",
            Notes = OnNote,
            Check = context =>
                !context.IsFapiOn ? NotOn()
                : context.Service.Flag("nbfOptional") ? Verdict.Fail("nbfOptional", "nbfOptional is true.")
                : Verdict.Pass("nbfOptional is false."),
        },
        new("AUT-F09", "CIBA follows FAPI", RuleSeverity.Medium, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi1,
            Reads =
            [
                "supportedServiceProfiles",
                "supportedGrantTypes",
                "supportedBackchannelTokenDeliveryModes",
                "backchannelBindingMessageRequiredInFapi",
            ],
            Why =
                "Pushed tokens go to an endpoint that isn't authenticated as FAPI demands. Without a binding message, a user may approve another transaction.",
            References =
            [
                new("FAPI CIBA", "section 5.2.2", "shall not support CIBA push mode"),
                new(
                    "FAPI CIBA",
                    "section 5.2.2",
                    "shall ensure unique authorization context exists in the authorization request or require a binding_message in the authorization request"
                ),
            ],
            Recommendation = "Support POLL and PING only, and set backchannelBindingMessageRequiredInFapi to true.",
            Fix =
                "Set-AuthleteService $serviceApiKey -SupportedBackchannelTokenDeliveryModes POLL, PING -BackchannelBindingMessageRequiredInFapi $true",
            FalsePositives = "The authorization server ensures a unique authorization context itself.",
            Notes = OnNote + " CIBA is on if supportedGrantTypes has CIBA.",
            Check = context =>
                !context.IsFapiOn ? NotOn()
                : !context.Service.Has("supportedGrantTypes", "CIBA") ? Verdict.NotApplicable("supportedGrantTypes doesn't have CIBA.")
                : context.Service.Has("supportedBackchannelTokenDeliveryModes", "PUSH")
                    ? Verdict.Fail("supportedBackchannelTokenDeliveryModes", "supportedBackchannelTokenDeliveryModes has PUSH.")
                : context.Service.Flag("backchannelBindingMessageRequiredInFapi")
                    ? Verdict.Pass("PUSH isn't supported, and backchannelBindingMessageRequiredInFapi is true.")
                : Verdict.Fail("backchannelBindingMessageRequiredInFapi", "backchannelBindingMessageRequiredInFapi is false."),
        },
        new("AUT-F10", "Requests are pushed, with PKCE, for a code", RuleSeverity.High, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi2,
            IsOptIn = true,
            NeedsClients = true,
            Reads = ["parRequired", "pkceRequired", "pkceS256Required", "supportedResponseTypes"],
            ReadsBeside = ["parRequired", "pkceRequired", "pkceS256Required", "responseTypes"],
            Why = "FAPI 2.0 allows pushed requests with PKCE for a code, and nothing else.",
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
            FalsePositives = "None. Authlete 2.3 has no switch for FAPI 2.0; Authlete 3.0 has fapiModes.",
            Notes =
                "Each of the four demands is met if the service meets it, or if there are clients and each of them does. A client with no response types meets the last.",
            Check = context =>
                Demand(context, "parRequired", ClientFact.LacksPar)
                ?? Demand(context, "pkceRequired", ClientFact.LacksPkce)
                ?? Demand(context, "pkceS256Required", ClientFact.LacksPkceS256)
                ?? DemandCode(context)
                ?? Verdict.Pass("The service or each client requires PAR, PKCE with S256, and CODE."),
        },
        new("AUT-F11", "Refresh tokens don't rotate", RuleSeverity.High, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi2,
            IsOptIn = true,
            Reads = ["refreshTokenKept"],
            Why =
                "Clients of FAPI 2.0 are confidential and their tokens are bound: rotation protects nothing, and locks a client out that loses a response.",
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
            FalsePositives = "Public clients need the contrary (AUT-C27). FAPI 2.0 has none.",
            Check = context =>
                context.Service.Flag("refreshTokenKept")
                    ? Verdict.Pass("refreshTokenKept is true.")
                    : Verdict.Fail("refreshTokenKept", "refreshTokenKept is false: refresh tokens rotate."),
        },
        new("AUT-F12", "Times and iss follow FAPI 2.0", RuleSeverity.Medium, RuleKind.Service)
        {
            Profile = RuleProfile.Fapi2,
            IsOptIn = true,
            Reads = ["pushedAuthReqDuration", "allowableClockSkew", "issSuppressed"],
            Why = "Request URIs are short-lived, clocks may differ a little, and responses say where they come from.",
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
                "Set pushedAuthReqDuration to less than 600, allowableClockSkew to between 10 and 60, and issSuppressed to false.",
            Fix = "Set-AuthleteService $serviceApiKey -PushedAuthReqDuration 90 -AllowableClockSkew 10 -IssSuppressed $false",
            FalsePositives =
                "FAPI 2.0 demands that a code lives for 60 seconds at most. In Authlete 2.x it lives for 10 minutes, and that can't be set.",
            Notes = "The outcome is never Pass: if the three members are right, it is Investigate because of the lifetime of codes.",
            Check = context =>
            {
                var (duration, skew) = (context.Service.Number("pushedAuthReqDuration"), context.Service.Number("allowableClockSkew"));
                return duration == 0 ? Verdict.Fail("pushedAuthReqDuration", "pushedAuthReqDuration is 0, which means 600 seconds.")
                    : duration >= DefaultRequestDuration
                        ? Verdict.Fail("pushedAuthReqDuration", $"pushedAuthReqDuration is {duration} seconds, not less than 600.")
                    : skew is < MinClockSkew or > MaxClockSkew
                        ? Verdict.Fail("allowableClockSkew", $"allowableClockSkew is {skew} seconds, not between 10 and 60.")
                    : context.Service.Flag("issSuppressed") ? Verdict.Fail("issSuppressed", "issSuppressed is true.")
                    : Verdict.Investigate(
                        "pushedAuthReqDuration",
                        "What can be set is right. FAPI 2.0 demands that a code lives for 60 seconds at most; in Authlete 2.x it lives for 10 minutes."
                    );
            },
        },
    ];

    private const string OnNote = "FAPI is on if supportedServiceProfiles has FAPI, or with the profile Fapi1 or Fapi2.";

    private static Verdict NotOn() => Verdict.NotApplicable("supportedServiceProfiles doesn't have FAPI.");

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
            : Verdict.Fail("supportedResponseTypes", "supportedResponseTypes isn't CODE alone, nor is responseTypes of each client.");

    private static bool IsNever(RuleContext context, ClientFact fact) => !context.Clients.HasAny(fact) && context.Clients.Count > 0;
}
