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
        new("AUT-C06", "Redirect URIs are encrypted", RuleSeverity.High, RuleKind.Client)
        {
            Reads = [RedirectUriMember],
            Why = "An authorization response over plain http can be read and changed on its way.",
            References =
            [
                new("RFC 9700", "section 2.6", "authorization responses MUST NOT be transmitted over unencrypted network connections"),
                new(
                    "FAPI 2.0 Security Profile",
                    "section 5.3.2.2",
                    "shall not transmit authorization responses over unencrypted network connections"
                ),
            ],
            Recommendation = "Use https.",
            Fix = ReplaceUris,
            FalsePositives = "None. Loopback addresses and localhost aren't looked at here.",
            Check = context =>
                CheckUris(
                    context.Client,
                    uri => RedirectUris.IsPlainHttp(uri) && !RedirectUris.IsLoopback(uri),
                    uri => $"redirectUris has {uri}, which isn't encrypted.",
                    "No redirect URI uses http to another machine."
                ),
        },
        new("AUT-C07", "No redirect URI names localhost", RuleSeverity.Low, RuleKind.Client)
        {
            Reads = [RedirectUriMember],
            Why = "The name localhost may be resolved to another address than the one that the client listens on. An address can't.",
            References = [new("RFC 8252", "section 8.3", "the use of localhost is NOT RECOMMENDED")],
            Recommendation = "Use http://127.0.0.1 or http://[::1].",
            Fix = "Set-AuthleteClient $clientId -RedirectUris 'http://127.0.0.1/callback'",
            FalsePositives =
                "None. Authlete compares localhost and 127.0.0.1 as different texts: the client has to change its requests too.",
            Check = context =>
                CheckUris(
                    context.Client,
                    RedirectUris.IsPlainLocalhost,
                    uri => $"redirectUris has {uri}.",
                    "No redirect URI begins with http://localhost."
                ),
        },
        new("AUT-C08", "Only native clients use loopback redirect URIs", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = [RedirectUriMember, "applicationType"],
            Why = "A loopback URI delivers the code to whatever listens on the user's machine. Only an app that runs there needs it.",
            References =
            [
                new("RFC 9700", "section 2.6", "except for native clients that use loopback interface redirection"),
                new("RFC 8252", "section 7.3", "Native apps that are able to open a port on the loopback network interface"),
            ],
            Recommendation = "Remove the URI, or set applicationType to NATIVE.",
            Fix = "Set-AuthleteClient $clientId -ApplicationType NATIVE",
            FalsePositives = "Services for development.",
            Notes = "Loopback is localhost, 127.0.0.0/8, or [::1], with http or https.",
            Check = context =>
                context.Client.Text("applicationType") == "NATIVE"
                    ? Verdict.NotApplicable("applicationType is NATIVE.")
                    : CheckUris(
                        context.Client,
                        RedirectUris.IsLoopback,
                        uri => $"redirectUris has {uri}, and applicationType isn't NATIVE.",
                        "No redirect URI is a loopback URI."
                    ),
        },
        new("AUT-C09", "Custom schemes are the client's own", RuleSeverity.Medium, RuleKind.Client)
        {
            Reads = [RedirectUriMember],
            Why = "Any app can claim a scheme. One made of a domain name that you own is unlikely to be used by another.",
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
            Notes = "A custom scheme is any but http and https.",
            Check = context =>
                CheckUris(
                    context.Client,
                    uri => RedirectUris.CustomSchemeOf(uri) is { } scheme && scheme.IndexOf('.') < 0,
                    uri => $"redirectUris has {uri}, whose scheme has no dot.",
                    "Each custom scheme has a dot."
                ),
        },
        new("AUT-C10", "Authlete's sample redirect URI is gone", RuleSeverity.High, RuleKind.Client)
        {
            Reads = [RedirectUriMember],
            Why = "The client that Authlete makes at sign-up sends codes to a page of Authlete, which is a third party to your users.",
            References =
            [
                RuleReference.Gist(
                    "Authlete",
                    "sign-up",
                    "the first client has the redirect URI https://api.authlete.com/api/mock/redirection/<API key>"
                ),
                RuleReference.Gist("RFC 9700", "section 4.1", "codes go to whoever controls a registered redirect URI"),
            ],
            Recommendation = "Remove the URI.",
            Fix = """
                $client = Get-AuthleteClient $clientId
                Set-AuthleteClient $clientId -RedirectUris ($client.RedirectUris -notlike '*/api/mock/redirection/*')
                """,
            FalsePositives = "Evaluation.",
            Check = context =>
                CheckUris(
                    context.Client,
                    uri => uri.IndexOf(MockPath, StringComparison.Ordinal) >= 0,
                    uri => $"redirectUris has {uri}.",
                    "No redirect URI is Authlete's sample."
                ),
        },
        new("AUT-C11", "Redirect URIs are exact", RuleSeverity.Low, RuleKind.Client)
        {
            Tier = 2,
            Reads = [RedirectUriMember],
            Why = "Authlete compares redirect URIs as texts. One with * matches nothing: it isn't a hole, but an entry that doesn't work.",
            References = [new("RFC 9700", "section 2.1", "authorization servers MUST utilize exact string matching")],
            Recommendation = "Register each URI.",
            Fix = ReplaceUris,
            FalsePositives = "None.",
            Check = context =>
                CheckUris(
                    context.Client,
                    uri => uri.IndexOf('*') >= 0,
                    uri => $"redirectUris has {uri}, which matches nothing.",
                    "No redirect URI has *."
                ),
        },
        new("AUT-C13", "A client with redirect URIs has an application type", RuleSeverity.Low, RuleKind.Client)
        {
            Tier = 2,
            Reads = [RedirectUriMember, "applicationType"],
            Why = "Without applicationType, Authlete doesn't check redirect URIs by the rules of OpenID Connect.",
            References =
            [
                RuleReference.Gist(
                    "Authlete OpenAPI",
                    "redirectUris",
                    "the requirements depend on applicationType; if it is not set, they are not checked"
                ),
            ],
            Recommendation = "Set applicationType to WEB or NATIVE.",
            Fix = "Set-AuthleteClient $clientId -ApplicationType WEB",
            FalsePositives = "Services that use OAuth only.",
            Check = context =>
                context.Client.Texts(RedirectUriMember).Count == 0 ? NoUris()
                : context.Client.Text("applicationType") is { } type ? Verdict.Pass($"applicationType is {type}.")
                : Verdict.Fail("applicationType", "applicationType isn't set, and redirectUris isn't empty."),
        },
    ];

    private const string ReplaceUris = "Set-AuthleteClient $clientId -RedirectUris 'https://client.example.com/callback'";

    private static Verdict NoUris() => Verdict.NotApplicable("redirectUris is empty.");

    /// <summary>Fails on the first URI, in the order of texts, because the order of the list means nothing.</summary>
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
