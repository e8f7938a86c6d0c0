using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the scopes of a service, and the clients that get them.</summary>
internal static class ServiceScopeRules
{
    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-S18", "Dynamic registration must limit scopes", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["dynamicRegistrationSupported", "dcrScopeUsedAsRequestable"],
            Condition = "The rule fails if dynamicRegistrationSupported is true and dcrScopeUsedAsRequestable is false.",
            Why =
                "Otherwise, a client that registers itself can request every scope of the service. Authlete doesn't check an initial access token, so your registration endpoint has to.",
            References =
            [
                new("RFC 7591", "section 5", "the authorization server MUST treat all client metadata as self-asserted"),
                new(
                    "RFC 9700",
                    "section 2.3",
                    "The privileges associated with an access token SHOULD be restricted to the minimum required for the particular application or use case."
                ),
            ],
            Recommendation = "Set dcrScopeUsedAsRequestable to true, and check an initial access token at your registration endpoint.",
            Fix = "Set-AuthleteService $serviceApiKey -DcrScopeUsedAsRequestable $true",
            FalsePositives = "Your authorization server sets the requestable scopes of each client after its registration.",
            Check = context =>
                !context.Service.Flag("dynamicRegistrationSupported") ? Verdict.NotApplicable("dynamicRegistrationSupported is false.")
                : context.Service.Flag("dcrScopeUsedAsRequestable") ? Verdict.Pass("dcrScopeUsedAsRequestable is true.")
                : Verdict.Fail(
                    "dcrScopeUsedAsRequestable",
                    "dcrScopeUsedAsRequestable is false, and dynamicRegistrationSupported is true."
                ),
        },
        new("AUT-S22", "Powerful scopes should not be defaults", RuleSeverity.Low, RuleKind.Service)
        {
            Tier = 2,
            Reads = ["supportedScopes"],
            Condition = "The rule fails if defaultEntry is true for offline_access or for a scope with the attribute fapi.",
            Why = "A request without scopes gets the default scopes. Clients should request long-lived access and FAPI scopes explicitly.",
            References =
            [
                new(
                    "RFC 6749",
                    "section 3.3",
                    "If the client omits the scope parameter when requesting authorization, the authorization server MUST either process the request using a pre-defined default value or fail the request"
                ),
                new(
                    "RFC 9700",
                    "section 2.3",
                    "The privileges associated with an access token SHOULD be restricted to the minimum required for the particular application or use case."
                ),
            ],
            Recommendation = "Set defaultEntry to false for offline_access and for scopes with the attribute fapi.",
            Fix = """
                $service = Get-AuthleteService $serviceApiKey
                $service.SupportedScopes | Where-Object Name -eq 'offline_access' | ForEach-Object { $_.DefaultEntry = $false }
                $service | Set-AuthleteService
                """,
            FalsePositives = "All clients of the service are your own.",
            Check = context =>
                FindPowerfulDefault(context.Service) is { } name
                    ? Verdict.Fail("supportedScopes", $"supportedScopes contains {name} as a default scope.")
                    : Verdict.Pass("supportedScopes contains no powerful scope as a default scope."),
        },
        new("AUT-S23", "Grant management must not lock out public clients", RuleSeverity.Medium, RuleKind.Service)
        {
            Tier = 2,
            Reads = ["grantManagementActionRequired"],
            ReadsBeside = ["clientType"],
            NeedsClients = true,
            Condition = "The rule fails if grantManagementActionRequired is true and the service has a public client.",
            Why = "Public clients can't use grant_management_action. If it is required, all their requests fail.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "grantManagementActionRequired",
                    "public clients can't use the parameter, so they can't make requests if it is required"
                ),
                RuleReference.Gist(
                    "Grant Management for OAuth 2.0",
                    null,
                    "only clients that authenticate can use grant_management_action"
                ),
            ],
            Recommendation = "Set grantManagementActionRequired to false, or make the public clients confidential.",
            Fix = "Set-AuthleteService $serviceApiKey -GrantManagementActionRequired $false",
            FalsePositives = "None.",
            Check = context =>
                !context.Service.Flag("grantManagementActionRequired") ? Verdict.NotApplicable("grantManagementActionRequired is false.")
                : context.Clients.HasAny(ClientFact.IsPublic)
                    ? Verdict.Fail(
                        "grantManagementActionRequired",
                        "grantManagementActionRequired is true, but the service has public clients."
                    )
                : Verdict.Pass("grantManagementActionRequired is true, and no client is public."),
        },
        new("AUT-S25", "A service with federation should have trust anchors", RuleSeverity.Low, RuleKind.Service)
        {
            Tier = 2,
            Reads = ["federationEnabled", "trustAnchors"],
            Condition = "The rule fails if federationEnabled is true and trustAnchors is empty.",
            Why = "Without a trust anchor, no trust chain is valid, so no client can register through federation.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "trustAnchors",
                    "the trust anchors for resolving the trust chains of relying parties"
                ),
            ],
            Recommendation = "Add trust anchors, or turn off federation.",
            Fix = "Set-AuthleteService $serviceApiKey -FederationEnabled $false",
            FalsePositives = "You are setting up federation.",
            Check = context =>
                !context.Service.Flag("federationEnabled") ? Verdict.NotApplicable("federationEnabled is false.")
                : context.Service.Objects("trustAnchors").Count == 0
                    ? Verdict.Fail("trustAnchors", "trustAnchors is empty, but federationEnabled is true.")
                : Verdict.Pass("trustAnchors isn't empty."),
        },
    ];

    /// <summary>The first in ordinal order.</summary>
    private static string? FindPowerfulDefault(SettingsReader service)
    {
        string? found = null;
        foreach (var scope in service.Objects("supportedScopes"))
        {
            var name = scope.Text("name") ?? "";
            if (
                scope.Flag("defaultEntry")
                && (name == "offline_access" || RuleContext.FapiAttributeOf(scope) is not null)
                && (found is null || string.CompareOrdinal(name, found) < 0)
            )
            {
                found = name;
            }
        }

        return found;
    }
}
