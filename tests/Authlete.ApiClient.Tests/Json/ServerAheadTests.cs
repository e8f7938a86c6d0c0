using System;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>A newer server sends members that this client doesn't know. After they are read, changed, and sent back, all are still there.</summary>
public sealed class ServerAheadTests
{
    // As 2.x servers write it: the type first, the other members sorted, and possible additions of a newer server at every depth.
    private const string Client = """
        {"type":"client","aiAgent":true,"applicationType":"HOLOGRAM","attributes":[{"key":"tier","value":"gold","origin":{"by":"sync","at":1699999999999}},{"key":"n","value":null}],
         "authTimeRequired":false,"bcUserCodeRequired":false,"clientId":26478243745571,"clientIdAlias":"bücher-😀","clientIdAliasEnabled":true,"clientName":"B\u00fccherregal \ud83d\ude00",
         "clientNames":[{"tag":"ja","value":"本棚","script":"Jpan"},{"tag":"en","value":"Shelf"}],"clientSecret":"","clientType":"SEMI_TRUSTED","contacts":[],"createdAt":1642048148973,
         "customMetadata":"{\"lane\":{\"no\":7.0,\"tags\":[\"a\",null]}}","defaultMaxAge":0,"description":"Reads books.\n\tAloud.","developer":"dev-17","derivedSectorIdentifier":"books.example",
         "dynamicallyRegistered":false,"extension":{"accessTokenDuration":0,"idTokenDuration":3600,"quota":{"perDay":123456789012345678901234567890,"burst":1e400,"curve":[0.10,1.0,-0]},"refreshTokenDuration":9007199254740993,"requestableScopes":[],"requestableScopesEnabled":false},
         "grantTypes":["AUTHORIZATION_CODE","TELEPATHY"],"idTokenSignAlg":"ML_DSA_65","modifiedAt":1642048149000,"number":2147483648,"redirectUris":["https://books.example/cb","app://cb"],"responseTypes":["CODE","CODE_THOUGHT"],
         "selfSignedCertificateKeyId":null,"serviceNumber":5041,"tokenAuthMethod":"ATTEST_JWT_CLIENT_AUTH","trust":{"anchors":[{"id":"https://anchor.example","weights":[1,2.50,3e2]},[]],"none":{},"text":""},"zones":[[1,[2,[3]]],{"a":[]}]}
        """;

    private const string Service = """
        {"type":"service","accessTokenDuration":3600,"accessTokenType":"Bearer","allowableClockSkew":4294967296,"apiKey":21653835348762,"attributes":[{"key":"region","value":"eu","hint":1.0}],
         "authorizationCodeDuration":600,"clientIdAliasEnabled":true,"createdAt":1640995200000,"dialects":{"en":{"greeting":"Hello"},"de":{"greeting":"Gr\u00fc\u00dfe"}},"issuer":"https://as.example","jwks":"{\"keys\":[]}",
         "mtlsEndpointAliases":[{"name":"token_endpoint","uri":"https://mtls.as.example/token","priority":2}],"refreshTokenDuration":86400,"serviceName":"Bücherei","serviceProfiles":["FAPI","FAPI_9"],
         "supportedAcrs":[],"supportedClaims":null,"supportedGrantTypes":["AUTHORIZATION_CODE","TELEPATHY"],
         "supportedScopes":[{"attributes":[{"key":"access_token.duration","value":"60","unit":"s"}],"defaultEntry":false,"description":"Borrow","descriptions":[{"tag":"de","value":"Ausleihen","reviewed":false}],"name":"borrow","risk":{"level":3,"notes":["x",null]}},{"defaultEntry":true,"name":"read"}],
         "trustAnchors":[{"entityId":"https://anchor.example","jwks":"{}","metadataPolicy":{"a":{"one_of":["x"]}}}],"userCodeLength":0,"vault":{"sealed":true}}
        """;

    [Fact]
    public void A_client_is_sent_back_whole_when_its_description_is_changed()
    {
        var client = JsonView.Parse<Client>(Client);
        TypedProperties.ReadAll(client);

        client.Description = "Reads books aloud.";

        AssertOnlyDescriptionChanged(Client, client.ToJson(), "\"Reads books.\\n\\tAloud.\"", "\"Reads books aloud.\"");
    }

    [Fact]
    public void A_service_is_sent_back_whole_when_its_description_is_added()
    {
        var service = JsonView.Parse<Service>(Service);
        TypedProperties.ReadAll(service);

        service.Description = "All the books.";

        AssertOnlyAdded(Service, service.ToJson(), "description", "\"All the books.\"");
    }

    [Fact]
    public void A_change_in_an_extension_keeps_its_unknown_members()
    {
        var client = JsonView.Parse<Client>(Client);

        client.Extension!.RequestableScopesEnabled = true;

        AssertChanged(Client, client, "\"requestableScopesEnabled\":false", "\"requestableScopesEnabled\":true");
    }

    [Fact]
    public void A_change_in_a_scopes_list_keeps_unknown_members_at_its_level_and_above()
    {
        var service = JsonView.Parse<Service>(Service);

        service.SupportedScopes![0].Attributes![0].Value = "120";
        service.SupportedScopes[0].Descriptions![0].Value = "Leihen";
        service.MtlsEndpointAliases![0].Uri = "https://mtls2.as.example/token";

        AssertChanged(
            Service,
            service,
            "\"value\":\"60\"",
            "\"value\":\"120\"",
            "Ausleihen",
            "Leihen",
            "https://mtls.as.example/token",
            "https://mtls2.as.example/token"
        );
    }

    [Fact]
    public void A_scope_that_is_added_leaves_those_that_were_there_as_they_came()
    {
        var service = JsonView.Parse<Service>(Service);

        service.SupportedScopes = [.. service.SupportedScopes!, new Scope { Name = "lend" }];

        AssertChanged(
            Service,
            service,
            "{\"defaultEntry\":true,\"name\":\"read\"}]",
            "{\"defaultEntry\":true,\"name\":\"read\"},{\"name\":\"lend\"}]"
        );
    }

    [Fact]
    public void New_members_of_the_server_are_readable_and_typed_values_are_unaffected()
    {
        var client = JsonView.Parse<Client>(Client);

        Assert.Equal("HOLOGRAM", client.ApplicationType);
        Assert.Equal(["AUTHORIZATION_CODE", "TELEPATHY"], client.GrantTypes!);
        Assert.Equal("Bücherregal 😀", client.ClientName);
        Assert.Equal(int.MaxValue, client.Number);
        Assert.Equal(9007199254740993, client.Extension!.RefreshTokenDuration);
        Assert.Equal(["type", "aiAgent", "trust", "zones"], client.GetUnknownMemberNames());
        Assert.Equal(true, client.GetMember("aiAgent"));
        Assert.Equal(3600L, client.Extension.GetMember("idTokenDuration"));
        Assert.Equal("Jpan", client.ClientNames![0].GetMember("script"));
    }

    [Fact]
    public void A_client_within_an_answer_is_sent_on_as_it_was_within_it()
    {
        var answer = JsonView.Parse<AuthorizationResponse>(
            $$"""{"type":"authorizationResponse","resultCode":"A004001","client":{{Client}},"service":{{Service}},"ticket":"t"}"""
        );

        Assert.Equal(Client, answer.Client!.ToJson());
        Assert.Equal(Service, answer.Service!.ToJson());

        answer.Client.Description = "Reads books aloud.";

        AssertOnlyDescriptionChanged(Client, answer.Client.ToJson(), "\"Reads books.\\n\\tAloud.\"", "\"Reads books aloud.\"");
        Assert.Equal(Service, JsonView.Parse<AuthorizationResponse>(answer.ToJson()).Service!.ToJson());
    }

    [Fact]
    public void Any_order_of_members_is_kept()
    {
        using var document = JsonDocument.Parse(Client);
        Gen.Shuffle(RawMembers.Of(document.RootElement).ToArray())
            .Sample(
                members =>
                {
                    var json = "{" + string.Join(",", members.Select(member => "\"" + member.Name + "\":" + member.Raw)) + "}";
                    var client = JsonView.Parse<Client>(json);
                    TypedProperties.ReadAll(client);

                    client.Description = "d";

                    Assert.Equal(
                        members.Select(member => member.Name == "description" ? (member.Name, "\"d\"") : member),
                        RawMembers.Of(JsonElement.Parse(client.ToJson()))
                    );
                },
                iter: 20
            );
    }

    private static void AssertOnlyDescriptionChanged(string before, string after, string old, string changed)
    {
        RawMembers.AssertOnlySet(JsonElement.Parse(before), JsonElement.Parse(after), [], "description", changed);
        var difference = Assert.Single(JsonView.Compare(JsonView.Parse(before), JsonView.Parse(after)));
        Assert.Equal(("description", old, changed), (difference.Name, difference.Left, difference.Right));
    }

    private static void AssertOnlyAdded(string before, string after, string name, string json)
    {
        RawMembers.AssertOnlySet(JsonElement.Parse(before), JsonElement.Parse(after), [], name, json);
        var difference = Assert.Single(JsonView.Compare(JsonView.Parse(before), JsonView.Parse(after)));
        Assert.Equal((name, null, json), (difference.Name, difference.Left, difference.Right));
    }

    /// <summary>Asserts that only the specified texts, each of which occurs once, were replaced.</summary>
    private static void AssertChanged(string before, JsonView after, params string[] oldAndNew)
    {
        var expected = before;
        foreach (var pair in oldAndNew.Chunk(2))
        {
            Assert.Equal(2, expected.Split(pair[0]).Length);
            expected = expected.Replace(pair[0], pair[1], StringComparison.Ordinal);
        }

        Assert.Equal(Spelled(expected), Spelled(after.ToJson()));
    }

    /// <summary>The JSON in its original notation, without line breaks between members.</summary>
    private static string Spelled(string json) =>
        json.Replace("\r", "", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal);
}
