using System;
using System.IO;
using Authlete.Configuration.Application;
using Authlete.Configuration.Planning;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>Unusual files: rejected before anything changes, or imported as they are.</summary>
public sealed class ImportOddFilesTests : IDisposable
{
    private readonly Server _state = new();
    private readonly LiveServer _server;
    private readonly TemporaryFolder _folder = new();

    public ImportOddFilesTests() => _server = new LiveServer(_state);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"keys":[{"kid":"a","kty":"EC","d":"p"},{"kid":"a","kty":"EC","d":"q"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","d":"p"},{"kty":"EC","d":"q"}]}""")]
    [InlineData("""{"keys":[null,1,"x"]}""")]
    [InlineData("""{"keys":null}""")]
    [InlineData("""{"keys":[{"kid":"n","kty":"EC","d":"***"}]}""")]
    [InlineData("""[1]""")]
    [InlineData("""nonsense""")]
    [InlineData("""{"keys":[{"kid":1,"kty":"EC","d":"p"}]}""")]
    public void A_strange_key_set_is_refused(string keys)
    {
        _state.Vault["key"] = keys;
        _state.Export(_folder);
        _folder.Write("service.json", """{"jwks":"${SECRET:key}"}""");

        Assert.Equal(
            keys.Contains("***", StringComparison.Ordinal) ? ConfigurationProblem.ExposedSecret : ConfigurationProblem.InvalidFolder,
            Problem()
        );
    }

    [Theory]
    [InlineData("service.json", """{"supportedScopes":[null]}""")]
    [InlineData("service.json", """{"supportedScopes":[{"name":null}]}""")]
    [InlineData("service.json", """{"supportedScopes":[{"name":"a"},{"name":"a"}]}""")]
    [InlineData("service.json", """{"supportedScopes":{"name":"a"}}""")]
    [InlineData("service.json", """{"supportedScopes":"a"}""")]
    [InlineData("service.json", """{"attributes":[{"key":"a"},{}]}""")]
    [InlineData("service.json", """{"attributes":[[],[null]]}""")]
    [InlineData("service.json", """{"snsCredentials":[{"sns":null,"apiKey":null}]}""")]
    [InlineData("service.json", """{"snsCredentials":null,"jwks":null,"apiSecret":null}""")]
    [InlineData("service.json", """{"supportedGrantTypes":[null]}""")]
    [InlineData("service.json", """{"supportedGrantTypes":null,"accessTokenDuration":null,"pkceRequired":null}""")]
    [InlineData("service.json", """{"accessTokenDuration":1.5}""")]
    [InlineData("service.json", """{"accessTokenDuration":1e99}""")]
    [InlineData("service.json", """{"accessTokenDuration":"5"}""")]
    [InlineData("service.json", """{"accessTokenDuration":[]}""")]
    [InlineData("service.json", """{"":1}""")]
    [InlineData("clients/shop.json", """{"extension":null}""")]
    [InlineData("clients/shop.json", """{"extension":[]}""")]
    [InlineData("clients/shop.json", """{"extension":{}}""")]
    [InlineData("clients/shop.json", """{"extension":{"requestableScopes":null,"requestableScopesEnabled":null}}""")]
    [InlineData("clients/shop.json", """{"extension":{"requestableScopes":[null]}}""")]
    [InlineData("clients/shop.json", """{"redirectUris":[null]}""")]
    [InlineData("clients/shop.json", """{"redirectUris":"https://a"}""")]
    [InlineData("clients/shop.json", """{"redirectUris":[["https://a"]]}""")]
    [InlineData("clients/shop.json", """{"clientNames":[{"tag":null,"value":"x"},{"value":"y"}]}""")]
    [InlineData("clients/shop.json", """{"clientNames":[null]}""")]
    [InlineData("clients/shop.json", """{"clientName":null,"clientType":null,"jwks":null}""")]
    [InlineData("clients/shop.json", """{"clientName":5}""")]
    [InlineData("clients/shop.json", """{"customMetadata":{"a":null}}""")]
    [InlineData("clients/shop.json", """{"customMetadata":[]}""")]
    [InlineData("clients/shop.json", """{"customMetadata":"no json"}""")]
    [InlineData("clients/shop.json", """{"clientSecret":null,"locked":null,"clientId":5}""")]
    [InlineData("clients/shop.json", """{"locked":"true"}""")]
    public void Odd_values_are_set_or_refused_but_break_nothing(string file, string content)
    {
        _state.Service = Server.NewService(
            """
            "supportedScopes":[{"name":"x"}],"attributes":[{"key":"k","value":"v"}],"snsCredentials":[{"sns":"FACEBOOK","apiKey":"k","apiSecret":"s"}]
            """
        );
        _state.Add(
            7,
            "\"clientName\":\"Shop\",\"redirectUris\":[\"https://x\"],\"extension\":{\"requestableScopes\":[\"x\"]},\"clientNames\":[{\"tag\":\"en\",\"value\":\"Shop\"}]"
        );
        _state.Export(_folder);
        _folder.Write(file, content);
        foreach (
            var options in new[]
            {
                new ImportOptions(),
                new ImportOptions { IsExact = true },
            }
        )
        {
            var calls = _server.CallCount;
            try
            {
                Assert.All(_server.Import(_folder, options), result => Assert.Equal(TargetStatus.Done, result.Status));
                Assert.Empty(_server.MakePlan(_folder, options).Phases);
            }
            catch (ConfigurationException e)
            {
                Assert.Contains(".json: ", e.Message, StringComparison.Ordinal);
                Assert.Equal(calls, _server.CallCount);
            }
        }
    }

    [Fact]
    public void Labels_that_differ_in_case_only_are_refused()
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder);
        _folder.Write("clients/SHOP.json", "{}");

        Assert.Equal(ConfigurationProblem.InvalidFolder, Problem());
    }

    [Fact]
    public void A_client_file_that_is_a_folder_or_a_broken_link_prunes_nothing()
    {
        for (var id = 1; id <= 4; id++)
        {
            _state.Add(id, $"\"clientName\":\"C{id}\"");
        }

        _state.Export(_folder);
        File.Delete(_folder.FullName("clients/c1.json"));
        Directory.CreateDirectory(_folder.FullName("clients/c1.json"));
        Assert.Equal(ConfigurationProblem.InvalidFolder, Problem(new ImportOptions { IsPruning = true }));
        Directory.Delete(_folder.FullName("clients/c1.json"));
        File.CreateSymbolicLink(_folder.FullName("clients/c1.json"), _folder.FullName("nowhere"));
        Assert.Equal(ConfigurationProblem.InvalidFolder, Problem(new ImportOptions { IsPruning = true }));
    }

    [Theory]
    [InlineData("service.json")]
    [InlineData("ids.json")]
    public void A_file_that_is_a_folder_is_refused(string file)
    {
        _state.Add(1, "\"clientName\":\"C1\"");
        _state.Export(_folder);
        File.Delete(_folder.FullName(file));
        Directory.CreateDirectory(_folder.FullName(file));
        Assert.Equal(ConfigurationProblem.InvalidFolder, Problem());
    }

    [Fact]
    public void A_scope_that_a_client_still_has_can_not_be_removed_from_the_service()
    {
        _state.Service = Server.NewService("\"supportedScopes\":[{\"name\":\"a\"},{\"name\":\"b\"}]");
        _state.Add(7, "\"clientName\":\"Shop\",\"extension\":{\"requestableScopes\":[\"b\"]}");
        _state.Export(_folder);
        _folder.Write("service.json", """{"supportedScopes":[{"name":"a"}]}""");

        Assert.Equal(ConfigurationProblem.InvalidFolder, Problem());
        _folder.Write("service.json", """{"serviceName":"Prod"}""");
        Assert.Equal(ConfigurationProblem.InvalidFolder, Problem(new ImportOptions { IsExact = true }));
    }

    [Fact]
    public void A_value_of_a_vault_is_in_no_error()
    {
        _state.Vault["s"] = "topsecretvalue";
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Add(8, "\"clientName\":\"Other\"");
        _state.Service = Server.NewService("\"supportedScopes\":[{\"name\":\"a\"}]");
        _state.Export(_folder);
        _state.Clients[1].ClientIdAlias = "topsecretvalue";
        foreach (
            var content in new[]
            {
                """{"clientIdAlias":"${SECRET:s}"}""",
                """{"extension":{"requestableScopes":["${SECRET:s}"]}}""",
                """{"clientType":"${SECRET:s}"}""",
                """{"grantTypes":["${SECRET:s}"]}""",
                """{"defaultMaxAge":"${SECRET:s}"}""",
                """{"extension":{"accessTokenDuration":"${SECRET:s}"}}""",
                """{"locked":"${SECRET:s}"}""",
                """{"extension":{"tokenExchangePermitted":"${SECRET:s}"}}""",
            }
        )
        {
            _folder.Write("clients/shop.json", content);
            var error = Assert.Throws<ConfigurationException>(() => _server.Import(_folder));
            Assert.False(error.Message.Contains("topsecret", StringComparison.OrdinalIgnoreCase), content + " " + error.Message);
        }
    }

    private object? Problem(ImportOptions? options = null)
    {
        var problem = Assert.Throws<ConfigurationException>(() => _server.Import(_folder, options)).Problem;
        Assert.Equal(0, _server.CallCount);
        return problem;
    }
}
