using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Application;
using Authlete.Configuration.Planning;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>Secrets and keys in an import.</summary>
public sealed class ImportSecretTests : IDisposable
{
    private readonly Server _state = new();
    private readonly LiveServer _server;
    private readonly TemporaryFolder _folder = new();

    public ImportSecretTests() => _server = new LiveServer(_state);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_secret_is_set_by_its_own_operation_and_only_if_it_differs()
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder, includeSecret: true);
        Assert.Empty(_server.MakePlan(_folder, includeSecret: true).Phases);
        _folder.Replace("secrets.json", "secret-of-7", "new-secret");

        var result = Client(_server.Import(_folder, includeSecret: true));

        Assert.Equal(["POST /client/secret/update/7"], _server.Changes);
        Assert.Equal("new-secret", _state.Clients[0].ClientSecret);
        Assert.Equal(
            ("clientSecret", "***", "***"),
            (result.Target.Changes[0].Name, result.Target.Changes[0].Old, result.Target.Changes[0].New)
        );
        _folder.Replace("secrets.json", "new-secret", "unused");
        Assert.Empty(_server.MakePlan(_folder).Phases);
    }

    [Fact]
    public void A_new_client_takes_a_secret_from_a_vault()
    {
        _state.Vault["shop"] = "from-the-vault";
        _state.Export(_folder);
        _folder.Write("clients/shop.json", """{"clientName":"Shop","clientSecret":"${SECRET:shop}"}""");

        Client(_server.Import(_folder));

        Assert.Equal("from-the-vault", _state.Clients[0].ClientSecret);
        Assert.Empty(_server.MakePlan(_folder).Phases);
    }

    [Fact]
    public void Keys_are_merged_by_their_ids_and_keep_their_private_parts()
    {
        _state.Service = Server.NewService(
            """
            "jwks":"{\"keys\":[{\"kid\":\"a\",\"kty\":\"EC\",\"x\":\"1\",\"d\":\"private-a\"},{\"kid\":\"b\",\"kty\":\"EC\",\"x\":\"2\",\"d\":\"private-b\"}]}"
            """
        );
        _state.Vault["key"] = """{"keys":[{"kid":"a","use":"sig"},{"kid":"c","kty":"EC","x":"3","d":"private-c"}]}""";
        _state.Export(_folder);
        _folder.Write("service.json", """{"jwks":"${SECRET:key}"}""");

        Assert.All(_server.Import(_folder, new ImportOptions { IsExact = true }), result => Assert.Equal(TargetStatus.Done, result.Status));

        Assert.All(
            ["private-a", "private-b", "private-c", "sig"],
            part => Assert.Contains(part, _state.Service.Jwks, StringComparison.Ordinal)
        );
        var forced = new ImportOptions { IsExact = true, IsForced = true };
        Assert.Equal(["jwks[b]"], Names(Assert.Single(_server.Import(_folder, forced))));
        Assert.DoesNotContain("private-b", _state.Service.Jwks, StringComparison.Ordinal);
        Assert.Contains("private-a", _state.Service.Jwks, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"keys":[{"kid":"new","kty":"EC","x":"9"}]}""", "new")]
    [InlineData("""{"keys":[{"kid":"a","kty":"EC","x":"9"}]}""", "a")]
    [InlineData("""{"keys":[{"kty":"EC","x":"9","d":"p"}]}""", "kid")]
    [InlineData("""{"kids":[]}""", "keys")]
    public void A_key_without_its_private_part_is_refused(string keys, string named)
    {
        _state.Service = Server.NewService(
            "\"jwks\":\"{\\\"keys\\\":[{\\\"kid\\\":\\\"a\\\",\\\"kty\\\":\\\"EC\\\",\\\"x\\\":\\\"1\\\",\\\"d\\\":\\\"p\\\"}]}\""
        );
        _state.Vault["key"] = keys;
        _state.Export(_folder);
        _folder.Write("service.json", """{"jwks":"${SECRET:key}"}""");

        var error = Assert.Throws<ConfigurationException>(() => _server.Import(_folder));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.CallCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parts_that_an_export_omits_survive_every_import(bool isExact)
    {
        _state.Service = Server.NewService(
            """
            "attributes":[{"key":"apiToken","value":"withheld-1"},{"key":"plain","value":"1"}],
            "newSettings":{"apiToken":"withheld-2","plain":1,"deep":[{"password":"withheld-3","plain":1}]}
            """
        );
        _state.Add(
            7,
            """
            "clientName":"Shop","customMetadata":"{\"apiToken\":\"withheld-4\",\"plain\":1}","attributes":[{"key":"apiToken","value":"withheld-5"}]
            """
        );
        _state.Export(_folder);
        var (service, shop) = (_folder.Read("service.json"), _folder.Read("clients/shop.json"));
        foreach (
            var (ofService, ofClient) in new[]
            {
                (
                    service.Replace("\"Prod\"", "\"Prod 2\"", StringComparison.Ordinal),
                    shop.Replace("\"Shop\"", "\"Shop 2\"", StringComparison.Ordinal)
                ),
                (
                    service.Replace("\"plain\": 1", "\"plain\": 2", StringComparison.Ordinal),
                    shop.Replace("\"plain\": 1", "\"plain\": 2", StringComparison.Ordinal)
                ),
                ("""{"serviceName":"Prod"}""", """{"clientName":"Shop"}"""),
            }
        )
        {
            _folder.Write("service.json", ofService);
            _folder.Write("clients/shop.json", ofClient);

            Assert.All(
                _server.Import(_folder, new ImportOptions { IsExact = isExact }),
                result => Assert.Equal(TargetStatus.Done, result.Status)
            );

            var state = _state.Service.ToJson() + _state.Clients[0].ToJson();
            Assert.All(Enumerable.Range(1, 5), number => Assert.Contains("withheld-" + number, state, StringComparison.Ordinal));
            Assert.Empty(_server.MakePlan(_folder, new ImportOptions { IsExact = isExact }).Phases);
        }
    }

    private static TargetResult Client(IEnumerable<TargetResult> results) => results.Single(result => result.Target.Kind == "Client");

    private static IEnumerable<string> Names(TargetResult result) =>
        result.Target.Changes.Select(change => change.Name).Order(StringComparer.Ordinal);
}
