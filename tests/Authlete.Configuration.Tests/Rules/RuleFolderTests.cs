using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Placeholders;
using Authlete.Configuration.Rules;
using Xunit;

namespace Authlete.Configuration.Tests.Rules;

/// <summary>Folders are checked without a server.</summary>
public sealed class RuleFolderTests : IDisposable
{
    private const string PublicClient = """
        {
          "clientType": "PUBLIC",
          "grantTypes": [
            "AUTHORIZATION_CODE"
          ],
          "pkceRequired": false,
          "redirectUris": [
            "http://client.example.com/cb"
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_finding_names_the_file_and_the_line_of_the_member()
    {
        _folder.Write("service.json", "{\n  \"pkceRequired\": false\n}");
        _folder.Write("clients/web-shop.json", PublicClient);

        var findings = Check();

        var found = findings.Single(finding => finding.Rule.Id == "AUT-C06");
        Assert.Equal((RuleOutcome.Fail, "redirectUris", 7), (found.Outcome, found.Property, found.Line));
        Assert.Equal(("web-shop", "shown/clients/web-shop.json"), (found.Target.Name, found.Target.File));
        var absent = findings.Single(finding => finding.Rule.Id == "AUT-C30");
        Assert.Equal((RuleOutcome.Fail, null), (absent.Outcome, absent.Line));
        Assert.Equal("shown/service.json", findings.First(finding => finding.Target.Kind == RuleKind.Service).Target.File);
    }

    [Fact]
    public void A_folder_has_the_findings_of_the_live_objects_except_for_parts_that_an_export_omits()
    {
        var server = new Server
        {
            Service = Server.NewService("\"supportedScopes\":[{\"name\":\"openid\"}],\"jwksUri\":\"https://a.example.com\""),
        };
        server.Add(1, "\"clientName\":\"Shop\",\"grantTypes\":[\"AUTHORIZATION_CODE\"],\"extension\":{\"requestableScopesEnabled\":true}");
        server.Add(2, "\"clientName\":\"App\",\"clientType\":\"PUBLIC\",\"redirectUris\":[\"http://localhost\"]");
        server.Export(_folder);
        var check = new RuleCheck(new RuleOptions());
        check.UseService(server.Service);
        var live = server.Clients.SelectMany(client => RuleCheckRun.ToList(check.CheckClient(client))).ToList();
        live.AddRange(RuleCheckRun.ToList(check.CheckService()));

        var folder = Check();

        Assert.Equal(
            Describe(live.Where(finding => finding.Rule.Id != "AUT-S27")),
            Describe(folder.Where(finding => finding.Rule.Id != "AUT-S27"))
        );
        Assert.Equal(
            (RuleOutcome.Skipped, "An export omits jwks. To check it, check the live service, or add jwks to service.json."),
            folder.Where(finding => finding.Rule.Id == "AUT-S27").Select(finding => (finding.Outcome, finding.Message)).Single()
        );

        static IEnumerable<string> Describe(IEnumerable<RuleFinding> findings) =>
            findings
                .Select(finding => $"{finding.Rule.Id} {finding.Target.Id} {finding.Severity} {finding.Outcome} {finding.Message}")
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_placeholder_without_a_value_skips_only_the_rules_that_read_it()
    {
        _folder.Write(
            "service.json",
            "{\"issuer\":\"https://${HOST}\",\"pkceRequired\":\"${ENV:AUTHLETE_NOT_THERE}\",\"supportedGrantTypes\":[\"authorization_code\"]}"
        );
        _folder.Write(
            "clients/web-shop.json",
            "{\"clientName\":\"${NAME}\",\"redirectUris\":[\"https://${HOST}/cb\"],\"extension\":{\"accessTokenDuration\":\"${DURATION}\"}}"
        );

        var skipped = Check().Where(finding => finding.Outcome == RuleOutcome.Skipped).ToDictionary(finding => finding.Rule.Id);

        Assert.Equal(
            ["AUT-C06", "AUT-C07", "AUT-C08", "AUT-C09", "AUT-C10", "AUT-C11", "AUT-C13", "AUT-C34", "AUT-S03", "AUT-S05", "AUT-S27"],
            skipped.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal("issuer contains ${HOST}, but -Variable has no HOST.", skipped["AUT-S05"].Message);
        Assert.Equal(
            "pkceRequired contains ${ENV:AUTHLETE_NOT_THERE}, but the environment variable AUTHLETE_NOT_THERE isn't set.",
            skipped["AUT-S03"].Message
        );
        Assert.Equal("extension.accessTokenDuration contains ${DURATION}, but -Variable has no DURATION.", skipped["AUT-C34"].Message);
    }

    [Fact]
    public void A_placeholder_with_a_value_is_checked()
    {
        _folder.Write("clients/web-shop.json", "{\"redirectUris\":[\"${SCHEME}://client.example.com/cb\"]}");

        var found = Check(variables: new() { ["SCHEME"] = "http" }).Single(finding => finding.Rule.Id == "AUT-C06");

        Assert.Equal(
            (RuleOutcome.Fail, "redirectUris contains http://client.example.com/cb, which isn't encrypted."),
            (found.Outcome, found.Message)
        );
    }

    [Fact]
    public void Without_service_json_the_rules_that_read_the_service_are_skipped()
    {
        _folder.Write("clients/web-shop.json", PublicClient);

        var findings = Check();

        Assert.All(
            findings.Where(finding => finding.Rule.Kind == RuleKind.Service || finding.Rule.NeedsService),
            finding =>
                Assert.Equal(
                    (RuleOutcome.Skipped, "The folder has no service.json. Export the service too."),
                    (finding.Outcome, finding.Message)
                )
        );
        Assert.Equal(RuleOutcome.Fail, findings.Single(finding => finding.Rule.Id == "AUT-C06").Outcome);
        Assert.Equal(31, findings.Count(finding => finding.Target.Kind == RuleKind.Service));
    }

    [Fact]
    public void A_key_set_in_the_file_is_checked_and_its_placeholder_is_not()
    {
        _folder.Write("service.json", "{\"jwks\":{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-192\",\"kid\":\"1\"}]}}");
        Assert.Equal(RuleOutcome.Fail, Check().Single(finding => finding.Rule.Id == "AUT-S27").Outcome);

        _folder.Write("service.json", "{\"jwks\":{\"keys\":[{\"kty\":\"EC\",\"crv\":\"${CURVE}\",\"kid\":\"1\"}]}}");
        Assert.Equal(RuleOutcome.Skipped, Check().Single(finding => finding.Rule.Id == "AUT-S27").Outcome);

        _folder.Write("service.json", "{\"jwks\":\"${SECRET:keys}\"}");
        Assert.Equal(RuleOutcome.Skipped, Check().Single(finding => finding.Rule.Id == "AUT-S27").Outcome);
    }

    [Theory]
    [InlineData("{\"pkceRequired\":\"yes\"}", "pkceRequired: true or false is expected")]
    [InlineData("{\"clientSecret\":\"plain\"}", "clientSecret is a secret in plain text")]
    [InlineData("{", "line")]
    public void A_file_that_is_wrong_is_an_error(string content, string message)
    {
        _folder.Write("clients/web-shop.json", content);

        var error = Assert.Throws<ConfigurationException>(() => Check());

        Assert.Contains("clients/web-shop.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_may_be_a_typo_and_what_only_the_server_sets_are_warnings()
    {
        _folder.Write(
            "clients/web-shop.json",
            "{\"redirectUri\":[],\"clientType\":\"PUBLICK\",\"clientId\":5,\"dynamicallyRegistered\":true}"
        );
        var check = new RuleCheck(new RuleOptions());

        check.CheckFolder(_folder.Path, "", null, null, new PlaceholderValues(null, null));

        Assert.Equal(
            [
                "clients/web-shop.json: ignored, because only the server sets them: clientId, dynamicallyRegistered.",
                "clients/web-shop.json: clientType has the unknown value 'PUBLICK'. Did you mean PUBLIC?",
                "clients/web-shop.json: there is no member redirectUri. Did you mean redirectUris?",
            ],
            check.Warnings
        );
    }

    [Fact]
    public void Only_the_named_clients_are_checked_and_not_the_service()
    {
        _folder.Write("service.json", "{}");
        _folder.Write("clients/a.json", "{\"clientIdAlias\":\"first\"}");
        _folder.Write("clients/b.json", "{}");
        _folder.Write("clients/c.json", "{}");
        _folder.Write("ids.json", "{\"1001\":{\"a\":1,\"b\":2,\"c\":3}}");

        Assert.Equal(["a", "b"], Check(clients: ["first", "2"]).Select(finding => finding.Target.Name).Distinct());
        Assert.Throws<ConfigurationException>(() => Check(clients: ["d"]));
    }

    public void Dispose() => _folder.Dispose();

    private List<RuleFinding> Check(System.Collections.Hashtable? variables = null, string[]? clients = null) =>
        RuleCheckRun.ToList(
            new RuleCheck(new RuleOptions()).CheckFolder(_folder.Path, "./shown/", null, clients, new PlaceholderValues(variables, null))
        );
}
