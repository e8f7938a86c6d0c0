using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>Snapshots of each view at two widths, with constant objects.</summary>
public sealed class ViewTests : IDisposable
{
    private const long Time = 1782907200000;
    private const string Secret = "never-shown-by-default";

    private readonly EngineSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_views_are_the_approved_ones(int width)
    {
        var text = new StringBuilder();
        foreach (var (name, objects) in Objects())
        {
            _session.Set("shown", objects);
            foreach (var form in new[] { "", " | Format-List" })
            {
                var shown = Show("$shown" + form, width);
                Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
                Assert.DoesNotContain(shown.Split('\n'), line => line.Length > width);
                text.Append("# ").Append(name).Append(form).Append("\n\n").Append(shown).Append("\n\n");
            }
        }

        ApprovedText.AssertFile($"tests/Authlete.PowerShell.Tests/Static/Views/{width}.txt", text.ToString());
    }

    private string Show(string script, int width)
    {
        var text = _session
            .RunSingle(
                $$"""
                [Threading.Thread]::CurrentThread.CurrentCulture = 'en-US'
                $PSStyle.OutputRendering = 'PlainText'
                {{script}} | Out-String -Width {{width}}
                """
            )
            .ToString();
        // The views show local times.
        var local = DateTimeOffset.FromUnixTimeMilliseconds(Time).LocalDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        text = text.Replace(local, "2026-07-01 12:00", StringComparison.Ordinal);
        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
    }

    private static (string Name, object[] Objects)[] Objects() =>
        [
            (
                "clients",
                [
                    ModuleObjects.Model(
                        "Client",
                        $$"""
                        {"clientId":1234567890123456789,"clientName":"Web shop","clientType":"CONFIDENTIAL","clientSecret":"{{Secret}}","applicationType":"WEB",
                        "tokenAuthMethod":"CLIENT_SECRET_BASIC","redirectUris":["https://shop.example.com/callback"],"grantTypes":["AUTHORIZATION_CODE","REFRESH_TOKEN"],
                        "responseTypes":["CODE"],"createdAt":{{Time}},"modifiedAt":{{Time}},"newMember":"kept"}
                        """
                    ),
                    ModuleObjects.Model(
                        "Client",
                        """{"clientId":1,"clientName":"An app with a name that goes on and on","clientType":"PUBLIC"}"""
                    ),
                ]
            ),
            (
                "services",
                [
                    ModuleObjects.Model(
                        "Service",
                        $$"""
                        {"apiKey":1234567890123456789,"apiSecret":"{{Secret}}","serviceName":"Production","issuer":"https://as.example.com","createdAt":{{Time}}}
                        """
                    ),
                ]
            ),
            (
                "access tokens",
                [
                    ModuleObjects.Model(
                        "AccessToken",
                        $$"""
                        {"clientId":1234567890123456789,"subject":"user-1","scopes":["openid","profile","email"],"grantType":"AUTHORIZATION_CODE",
                        "accessTokenHash":"{{Secret}}","accessTokenExpiresAt":{{Time}}}
                        """
                    ),
                ]
            ),
            (
                "a token response",
                [
                    ModuleObjects.Model(
                        "TokenResponse",
                        $$"""
                        {"resultCode":"A050001","resultMessage":"The token request was processed.","action":"OK","accessToken":"{{Secret}}","clientId":1234567890123456789}
                        """
                    ),
                ]
            ),
            (
                "an authorization response",
                [
                    ModuleObjects.Model(
                        "AuthorizationResponse",
                        $$"""
                        {"resultCode":"A004001","resultMessage":"Authlete has issued a ticket.","action":"INTERACTION","ticket":"{{Secret}}","client":{"clientId":1,"clientName":"Web shop"} }
                        """
                    ),
                ]
            ),
            (
                "an introspection response",
                [
                    ModuleObjects.Model(
                        "IntrospectionResponse",
                        $$"""
                        {"resultCode":"A056001","resultMessage":"The access token is valid.","action":"OK","existent":true,"usable":true,"sufficient":true,
                        "refreshable":false,"clientId":1234567890123456789,"subject":"user-1","scopes":["openid","profile"],"expiresAt":{{Time}},
                        "responseContent":"{{Secret}}"}
                        """
                    ),
                ]
            ),
            (
                "keys of an HSM",
                [
                    ModuleObjects.Model(
                        "Hsk",
                        """{"kty":"EC","use":"sig","kid":"signing-2026","hsmName":"google","handle":"0e8b7b0c-9d2f-4c35","alg":"ES256"}"""
                    ),
                ]
            ),
            (
                "an object without a type",
                [
                    ModuleObjects.Untyped(
                        """
                        {"issuer":"https://as.example.com","token_endpoint_auth_methods_supported":["client_secret_basic","private_key_jwt","tls_client_auth"],
                        "keys":[{"kty":"RSA","kid":"1","use":"sig"},{"kty":"EC","kid":"2"}],"nested":[{"a":1,"b":2,"c":3,"d":4,"e":5}]}
                        """
                    ),
                ]
            ),
            (
                "findings",
                [
                    Finding(
                        "AUT-C03",
                        "High",
                        "Client",
                        "web-shop",
                        1234567890123456789,
                        "Fail",
                        "redirectUris has http://shop.example.com."
                    ),
                    Finding("AUT-S01", "Medium", "Service", "service", null, "Pass", "pkceRequired is true."),
                    Finding("AUT-S02", "Low", "Service", "service", null, "Suppressed", "Accepted until 2027-03-31."),
                ]
            ),
            (
                "result codes",
                [
                    ResultCode("A004301", "/auth/authorization", "INTERNAL_SERVER_ERROR", 500, "the service has no authorization endpoint"),
                    ResultCode("A003204", "(any, service credentials)", null, null, "key exists but the secret is wrong (service)"),
                ]
            ),
            (
                "rules",
                [
                    ModuleObjects.New(
                        "ConfigurationRule",
                        [],
                        ("Id", "AUT-C03"),
                        ("Title", "Redirect URIs use https"),
                        ("Severity", "High"),
                        ("Kind", "Client"),
                        ("Profile", "Bcp"),
                        ("Description", "A code that is sent over http can be read on its way."),
                        ("Reference", "RFC 9700 section 2.6"),
                        ("Recommendation", "Change the redirect URIs to https."),
                        ("Uri", new Uri("https://www.rfc-editor.org/rfc/rfc9700"))
                    ),
                ]
            ),
            (
                "differences",
                [
                    ModuleObjects.New(
                        "ConfigurationDifference",
                        ["Client", "web-shop", 1234567890123456789L, "clientName", "Shop", "Web shop", "<>"]
                    ),
                    ModuleObjects.New(
                        "ConfigurationDifference",
                        [
                            "Client",
                            "web-shop",
                            1234567890123456789L,
                            "redirectUris",
                            new[] { "https://shop.example.com/callback" },
                            new[] { "https://shop.example.com/callback", "https://test.example.com/callback" },
                            "<>",
                        ]
                    ),
                    ModuleObjects.New("ConfigurationDifference", ["Client", "app", null, null, null, null, "<="]),
                ]
            ),
            (
                "results of an import",
                [
                    ModuleObjects.New(
                        "ConfigurationImportResult",
                        ["Client", "Update", "Planned"],
                        ("Label", "web-shop"),
                        ("Id", 1234567890123456789L),
                        (
                            "Properties",
                            ModuleObjects.List(
                                "ConfigurationPropertyChange",
                                ModuleObjects.New("ConfigurationPropertyChange", ["clientName", "Shop", "Web shop"]),
                                ModuleObjects.New("ConfigurationPropertyChange", ["grantTypes", null, new[] { "AUTHORIZATION_CODE" }])
                            )
                        )
                    ),
                    ModuleObjects.New(
                        "ConfigurationImportResult",
                        ["Client", "Create", "Failed"],
                        ("Label", "app"),
                        ("Message", "The name is taken.")
                    ),
                    ModuleObjects.New(
                        "ConfigurationImportResult",
                        ["Client", "Create", "NotTried"],
                        ("Label", "an-app-with-a-label-that-is-longer-than-most-labels-of-clients-are-and-so-takes-two-lines"),
                        (
                            "Message",
                            "A client with this alias or name was created after the plan was made, so this one isn't created. Run the import again."
                        )
                    ),
                ]
            ),
            (
                "the test of a credential",
                [
                    ModuleObjects.New(
                        "AuthleteCredentialTest",
                        [],
                        ("Valid", false),
                        ("BaseUri", new Uri("https://api.authlete.com/api")),
                        ("ApiKey", "1234567890123456789"),
                        ("StatusCode", 401),
                        ("ResultCode", "A001202"),
                        ("Reason", "The API key or the secret is wrong.")
                    ),
                ]
            ),
        ];

    private static object ResultCode(string code, string operations, string? action, int? statusCode, string meaning) =>
        Activator.CreateInstance(
            ImportedModule.FindType("Authlete.ApiClient.Results.ResultCode")!,
            code,
            operations,
            action,
            statusCode,
            meaning
        )!;

    private static object Finding(string rule, string severity, string kind, string target, long? id, string outcome, string message) =>
        ModuleObjects.New(
            "ConfigurationFinding",
            [],
            ("Rule", rule),
            ("Title", "The title of " + rule),
            ("Severity", severity),
            ("Kind", kind),
            ("Target", target),
            ("Id", id),
            ("Outcome", outcome),
            ("Message", message),
            ("Recommendation", "What to do."),
            ("Reference", "RFC 9700 section 2.6")
        );
}
