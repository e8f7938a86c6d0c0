using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the scopes of a service, and who gets them.</summary>
internal static class ServiceScopeRules
{
    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-S18", "Dynamic registration limits scopes", RuleSeverity.Medium, RuleKind.Service)
        {
            Reads = ["dynamicRegistrationSupported", "dcrScopeUsedAsRequestable"],
            Why =
                "A client that registers itself can otherwise request every scope of the service. Authlete doesn't check an initial access token: your registration endpoint has to.",
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
            FalsePositives = "The authorization server sets the requestable scopes of each client after its registration.",
            Check = context =>
                !context.Service.Flag("dynamicRegistrationSupported") ? Verdict.NotApplicable("dynamicRegistrationSupported is false.")
                : context.Service.Flag("dcrScopeUsedAsRequestable") ? Verdict.Pass("dcrScopeUsedAsRequestable is true.")
                : Verdict.Fail(
                    "dcrScopeUsedAsRequestable",
                    "dcrScopeUsedAsRequestable is false, and dynamicRegistrationSupported is true."
                ),
        },
        new("AUT-S22", "No powerful scope is a default", RuleSeverity.Low, RuleKind.Service)
        {
            Tier = 2,
            Reads = ["supportedScopes"],
            Why = "A request without scopes gets the defaults. Long-lived access and the scopes of a FAPI API have to be asked for.",
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
            Recommendation = "Set defaultEntry of offline_access, and of scopes with the attribute fapi, to false.",
            Fix = """
                $service = Get-AuthleteService $serviceApiKey
                $service.SupportedScopes | Where-Object Name -eq 'offline_access' | ForEach-Object { $_.DefaultEntry = $false }
                $service | Set-AuthleteService
                """,
            FalsePositives = "Services whose clients are all your own.",
            Check = context =>
                FindPowerfulDefault(context.Service) is { } name
                    ? Verdict.Fail("supportedScopes", $"The scope {name} in supportedScopes is a default.")
                    : Verdict.Pass("No powerful scope in supportedScopes is a default."),
        },
        new("AUT-S23", "Grant management doesn't lock public clients out", RuleSeverity.Medium, RuleKind.Service)
        {
            Tier = 2,
            Reads = ["grantManagementActionRequired"],
            ReadsBeside = ["clientType"],
            NeedsClients = true,
            Why = "Public clients can't use grant_management_action. If it is required, all their requests fail.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "grantManagementActionRequired",
                    "public clients are not allowed to use the parameter, so none can make requests if it is required"
                ),
                RuleReference.Gist(
                    "Grant Management for OAuth 2.0",
                    null,
                    "grant_management_action is for clients that authenticate themselves"
                ),
            ],
            Recommendation = "Set grantManagementActionRequired to false, or make the clients confidential.",
            Fix = "Set-AuthleteService $serviceApiKey -GrantManagementActionRequired $false",
            FalsePositives = "None.",
            Check = context =>
                !context.Service.Flag("grantManagementActionRequired") ? Verdict.NotApplicable("grantManagementActionRequired is false.")
                : context.Clients.HasAny(ClientFact.IsPublic)
                    ? Verdict.Fail("grantManagementActionRequired", "grantManagementActionRequired is true, and there are public clients.")
                : Verdict.Pass("grantManagementActionRequired is true, and no client is public."),
        },
        new("AUT-S25", "Federation has trust anchors", RuleSeverity.Low, RuleKind.Service)
        {
            Tier = 2,
            Reads = ["federationEnabled", "trustAnchors"],
            Why = "Without a trust anchor no trust chain is valid, so no client can register by federation.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "trustAnchors",
                    "the trust anchors that are referenced when trust chains of relying parties are resolved"
                ),
            ],
            Recommendation = "Add trust anchors, or turn federation off.",
            Fix = "Set-AuthleteService $serviceApiKey -FederationEnabled $false",
            FalsePositives = "Federation is being set up.",
            Check = context =>
                !context.Service.Flag("federationEnabled") ? Verdict.NotApplicable("federationEnabled is false.")
                : context.Service.Objects("trustAnchors").Count == 0
                    ? Verdict.Fail("trustAnchors", "trustAnchors is empty, and federationEnabled is true.")
                : Verdict.Pass("trustAnchors isn't empty."),
        },
    ];

    /// <summary>The first in the order of names.</summary>
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
