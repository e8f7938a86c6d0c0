using System;
using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Rules about the redirect URIs of clients.</summary>
internal static class ClientRedirectRules
{
    private const string RedirectUriMember = "redirectUris";
    private const string MockPath = "/api/mock/redirection/";

    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        new("AUT-C06", "A client must not use unencrypted redirect URIs", RuleSeverity.High, RuleKind.Client)
        {
            Reads = [RedirectUriMember],
            Condition = "The rule fails if redirectUris contains an http URI whose host isn't localhost or a loopback address.",
            Why = "On a plain HTTP connection, an attacker can read and change the authorization response.",
            References =
            [
                new("RFC 9700", "section 2.6", "Authorization responses MUST NOT be transmitted over unencrypted network connections"),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.2",
                    "shall not transmit authorization responses over unencrypted network connections"
                ),
            ],
            Recommendation = "Use https URIs.",
            Fix = ReplaceUris,
            FalsePositives = "None.",
            Check = context =>
                CheckUris(
                    context.Client,
                    uri => RedirectUris.IsPlainHttp(uri) && !RedirectUris.IsLoopback(uri),
                    uri => $"redirectUris contains {uri}, which isn't encrypted.",
                    "No redirect URI uses http to another computer."
                ),
        },
        new("AUT-C07", "A client should not use localhost in redirect URIs", RuleSeverity.Low, RuleKind.Client)
        {
            Reads = [RedirectUriMember],
            Condition = "The rule fails if redirectUris contains an http URI with the host localhost.",
            Why = "The name localhost can resolve to an address other than the one that the client listens on.",
            References = [new("RFC 8252", "section 8.3", "the use of localhost is NOT RECOMMENDED")],
            Recommendation =
                "Use http://127.0.0.1 or http://[::1], and change the requests of the client too, because Authlete compares redirect URIs as strings.",
            Fix = "Set-AuthleteClient $clientId -RedirectUris 'http://127.0.0.1/callback'",
            FalsePositives = "None.",
            Check = context =>
                CheckUris(
                    context.Client,
                    RedirectUris.IsPlainLocalhost,
                    uri => $"redirectUris contains {uri}.",
                    "No http redirect URI has the host localhost."
                ),
        },
        new("AUT-C08", "A client that isn't native must not use loopback redirect URIs", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = [RedirectUriMember, "applicationType"],
            Condition =
                "The rule fails if applicationType isn't NATIVE and redirectUris contains an http or https URI whose host is localhost, in 127.0.0.0/8, or [::1].",
            Why =
                "A loopback URI delivers the code to any program that listens on the user's computer. Only an app that runs on that computer needs one.",
            References =
            [
                new("RFC 9700", "section 2.6", "except for native clients that use loopback interface redirection"),
                new("RFC 8252", "section 7.3", "Native apps that are able to open a port on the loopback network interface"),
            ],
            Recommendation = "Remove the URI, or set applicationType to NATIVE.",
            Fix = "Set-AuthleteClient $clientId -ApplicationType NATIVE",
            FalsePositives = "Services for development.",
            Check = context =>
                context.Client.Text("applicationType") == "NATIVE"
                    ? Verdict.NotApplicable("applicationType is NATIVE.")
                    : CheckUris(
                        context.Client,
                        RedirectUris.IsLoopback,
                        uri => $"redirectUris contains {uri}, but applicationType isn't NATIVE.",
                        "No redirect URI is a loopback URI."
                    ),
        },
        new("AUT-C09", "A custom URI scheme must be based on a domain name", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = [RedirectUriMember],
            Condition = "The rule fails if redirectUris contains a URI whose scheme isn't http or https and has no dot.",
            Why = "Any app can claim a scheme. Another app is unlikely to claim one that is based on a domain name that you own.",
            References =
            [
                new(
                    "RFC 8252",
                    "section 7.1",
                    "apps MUST use a URI scheme based on a domain name under their control, expressed in reverse order"
                ),
            ],
            Recommendation = "Use a scheme such as com.example.app.",
            Fix = "Set-AuthleteClient $clientId -RedirectUris 'com.example.app:/callback'",
            FalsePositives = "None.",
            Check = context =>
                CheckUris(
                    context.Client,
                    uri => RedirectUris.CustomSchemeOf(uri) is { } scheme && scheme.IndexOf('.') < 0,
                    uri => $"redirectUris contains {uri}, whose scheme has no dot.",
                    "Each custom scheme has a dot."
                ),
        },
        new("AUT-C10", "A client must not use Authlete's sample redirect URI", RuleSeverity.High, RuleKind.Client)
        {
            Reads = [RedirectUriMember],
            Condition = "The rule fails if redirectUris contains a URI with the path /api/mock/redirection/.",
            Why =
                "The client that Authlete creates at sign-up sends authorization codes to a page of Authlete, which is a third party to your users.",
            References =
            [
                RuleReference.Gist(
                    "Authlete",
                    "sign-up",
                    "the first client has the redirect URI https://api.authlete.com/api/mock/redirection/<API key>"
                ),
                RuleReference.Gist("RFC 9700", "section 4.1", "whoever controls a registered redirect URI receives the codes"),
            ],
            Recommendation = "Remove the URI.",
            Fix = """
                $client = Get-AuthleteClient $clientId
                Set-AuthleteClient $clientId -RedirectUris ($client.RedirectUris -notlike '*/api/mock/redirection/*')
                """,
            FalsePositives = "Services for evaluation.",
            Check = context =>
                CheckUris(
                    context.Client,
                    uri => uri.IndexOf(MockPath, StringComparison.Ordinal) >= 0,
                    uri => $"redirectUris contains {uri}.",
                    "No redirect URI is Authlete's sample URI."
                ),
        },
        new("AUT-C11", "A client should use exact redirect URIs", RuleSeverity.Low, RuleKind.Client)
        {
            Tier = 2,
            Reads = [RedirectUriMember],
            Condition = "The rule fails if redirectUris contains a URI with an asterisk (*).",
            Why =
                "Authlete compares redirect URIs as strings. A URI with an asterisk matches no request: it isn't a vulnerability, but it doesn't work.",
            References = [new("RFC 9700", "section 2.1", "authorization servers MUST utilize exact string matching")],
            Recommendation = "Register each URI in full.",
            Fix = ReplaceUris,
            FalsePositives = "None.",
            Check = context =>
                CheckUris(
                    context.Client,
                    uri => uri.IndexOf('*') >= 0,
                    uri => $"redirectUris contains {uri}, which matches no request.",
                    "No redirect URI contains *."
                ),
        },
        new("AUT-C13", "A client with redirect URIs should have an application type", RuleSeverity.Low, RuleKind.Client)
        {
            Tier = 2,
            Reads = [RedirectUriMember, "applicationType"],
            Condition = "The rule fails if redirectUris isn't empty and applicationType isn't set.",
            Why = "Without applicationType, Authlete doesn't check redirect URIs against the rules of OpenID Connect.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "redirectUris",
                    "the requirements depend on applicationType; if it isn't set, they aren't checked"
                ),
            ],
            Recommendation = "Set applicationType to WEB or NATIVE.",
            Fix = "Set-AuthleteClient $clientId -ApplicationType WEB",
            FalsePositives = "Services that use OAuth only.",
            Check = context =>
                context.Client.Texts(RedirectUriMember).Count == 0 ? NoUris()
                : context.Client.Text("applicationType") is { } type ? Verdict.Pass($"applicationType is {type}.")
                : Verdict.Fail("applicationType", "applicationType isn't set, but redirectUris isn't empty."),
        },
    ];

    private const string ReplaceUris = "Set-AuthleteClient $clientId -RedirectUris 'https://client.example.com/callback'";

    private static Verdict NoUris() => Verdict.NotApplicable("redirectUris is empty.");

    /// <summary>Fails on the first URI in ordinal order, because the order of the list means nothing.</summary>
    private static Verdict CheckUris(SettingsReader client, Func<string, bool> isBad, Func<string, string> describe, string passed)
    {
        var uris = client.Texts(RedirectUriMember);
        string? found = null;
        for (var i = 0; i < uris.Count; i++)
        {
            if (isBad(uris[i]) && (found is null || string.CompareOrdinal(uris[i], found) < 0))
            {
                found = uris[i];
            }
        }

        return uris.Count == 0 ? NoUris()
            : found is null ? Verdict.Pass(passed)
            : Verdict.Fail(RedirectUriMember, describe(found));
    }
}
