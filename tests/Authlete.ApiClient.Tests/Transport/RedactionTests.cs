using System;
using System.Collections.Generic;
using System.Text;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

public sealed class RedactionTests
{
    private const string Secret = "api/secret+of the=service?>";

    private static readonly ApiCredential s_keys = new("1234567890", Secret);

    [Fact]
    public void The_secret_is_masked_in_each_of_its_forms()
    {
        var base64 = Base64(Secret);
        string[] forms =
        [
            Secret,
            base64,
            base64.TrimEnd('=').Replace('+', '-').Replace('/', '_'),
            Uri.EscapeDataString(Secret),
            FormEncoding.Encode(Secret),
            Base64("1234567890:" + Secret),
            "Basic " + Base64("1234567890:" + Secret),
        ];

        Assert.All(forms, form => Assert.Matches(@"^A (Basic )?\*\*\* B$", Mask("A " + form + " B", new ApiCall(Operations.Info))));
    }

    [Theory]
    [InlineData("""{"ssn":"123-45-6789-secret","kty":"EC","list":["deep-secret"]}""")]
    [InlineData("""[{"ssn":"123-45-6789-secret"},{"list":["deep-secret"]}]""")]
    public void Values_in_embedded_JSON_are_masked_too(string json)
    {
        var body = new JsonView();
        body.SetMember("claims", json);

        Assert.Equal(
            "Bad *** or *** of EC",
            Mask("Bad 123-45-6789-secret or deep-secret of EC", new ApiCall(Operations.AuthAuthorizationIssue) { Body = body })
        );
    }

    [Theory]
    [InlineData("token", "SlAV32hkKG12345")]
    [InlineData("subject", "john.doe@example.com")]
    [InlineData("somethingNew", "who-knows-what-this-is")]
    public void A_value_of_the_body_is_masked_unless_its_name_is_known_to_be_harmless(string name, string value)
    {
        var body = new JsonView();
        body.SetMember(name, value);

        Assert.Equal($"[A057302] '***' is no good.", Mask($"[A057302] '{value}' is no good.", Introspect(body)));
    }

    [Theory]
    [InlineData("clientId", "4711000000")]
    [InlineData("grantType", "AUTHORIZATION_CODE")]
    [InlineData("reason", "NOT_LOGGED_IN")]
    public void A_harmless_value_stays(string name, string value)
    {
        var body = new JsonView();
        body.SetMember(name, value);

        Assert.Equal($"'{value}' is no good.", Mask($"'{value}' is no good.", Introspect(body)));
    }

    [Fact]
    public void Harmless_scopes_stay_and_other_lists_are_masked()
    {
        var body = JsonView.Parse("""{"scopes":["openid-connect"],"requestUris":["https://rp.example/request"]}""");

        Assert.Equal("openid-connect ***", Mask("openid-connect https://rp.example/request", Introspect(body)));
    }

    [Fact]
    public void Values_below_the_body_are_masked_too()
    {
        var body = JsonView.Parse(
            """{"properties":[{"key":"the-inner-key","value":"the-inner-value"}],"a":{"b":{"c":[["the-deepest-value"]]}}}"""
        );

        Assert.Equal("*** *** ***", Mask("the-inner-key the-inner-value the-deepest-value", Introspect(body)));
    }

    [Fact]
    public void Values_that_were_set_as_plain_objects_are_masked_too()
    {
        var body = new JsonView();
        body.SetMember(
            "list",
            new List<object>
            {
                new Dictionary<string, object> { ["x"] = "the-dictionary-value" },
                "the-list-value",
            }
        );

        Assert.Equal("*** ***", Mask("the-dictionary-value the-list-value", Introspect(body)));
    }

    [Fact]
    public void The_values_inside_of_the_parameters_are_masked_one_by_one()
    {
        var call = new ApiCall(Operations.AuthToken)
        {
            Body = new TokenRequest
            {
                Parameters =
                    "grant_type=authorization_code&code=Xg1+IUiD%2Fabc&redirect_uri=https%3A%2F%2Frp.example%2Fcb&client_id=rp-client-id&code_verifier=a_long_verifier",
            },
        };

        Assert.Equal(
            "code *** of rp-client-id, authorization_code, https://rp.example/cb, ***",
            Mask("code Xg1 IUiD/abc of rp-client-id, authorization_code, https://rp.example/cb, a_long_verifier", call)
        );
        Assert.Equal("***", Mask("Xg1+IUiD%2Fabc", call));
        Assert.Equal("***", Mask(((TokenRequest)call.Body).Parameters!, call));
    }

    [Fact]
    public void Values_of_query_and_path_are_masked_and_harmless_ones_stay()
    {
        var query = new ApiCall(Operations.AuthTokenGetList)
            .WithQuery("clientIdentifier", "my-client-id")
            .WithQuery("subject", "jürgen.schmidt");
        var path = new ApiCall(Operations.AuthTokenDelete).WithPathValue("accessTokenIdentifier", "Abc/Def_Ghi_Jkl");
        var harmless = new ApiCall(Operations.ClientGet).WithPathValue("clientId", "my-client-id");

        Assert.Equal("my-client-id *** ***", Mask("my-client-id jürgen.schmidt j%C3%BCrgen.schmidt", query));
        Assert.Equal("*** ***", Mask("Abc/Def_Ghi_Jkl Abc%2FDef_Ghi_Jkl", path));
        Assert.Equal("my-client-id", Mask("my-client-id", harmless));
    }

    [Fact]
    public void A_short_value_is_masked_only_where_it_stands_alone()
    {
        var body = new JsonView();
        body.SetMember("subject", "on");

        Assert.Equal(
            "The subject '***' did not consent; ***, in season.",
            Mask("The subject 'on' did not consent; on, in season.", Introspect(body))
        );
    }

    [Fact]
    public void The_longer_of_two_values_that_begin_alike_is_masked_whole()
    {
        var body = new JsonView();
        body.SetMember("a", "secret-value");
        body.SetMember("b", "secret-value-and-more");

        Assert.Equal("*** ***", Mask("secret-value-and-more secret-value", Introspect(body)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_text_stays_no_text(string? text)
    {
        Assert.Equal(text, Redaction.MaskSent(text, new ApiCall(Operations.Info), s_keys));
    }

    [Fact]
    public void An_empty_value_masks_nothing()
    {
        var body = new JsonView();
        body.SetMember("token", "");

        Assert.Equal("abc", Redaction.MaskSent("abc", Introspect(body), null));
    }

    [Fact]
    public void Masking_does_not_change_what_is_sent()
    {
        const string json = """{"properties":[{"key":"k","value":"v"}],"n":1.0}""";
        var body = JsonView.Parse<IntrospectionRequest>(json);

        Mask("k", Introspect(body));

        Assert.Equal(json, body.ToJson());
    }

    [Fact]
    public void A_word_after_a_secret_stays_even_if_both_decode_to_a_plus()
    {
        const string secret = "GD3PORdmySu8NGpIZsqbSoZkXA1MsjWpgAwqDubXC";

        Assert.Equal("*** is wrong.", Mask(secret + " is wrong.", Introspect(new IntrospectionRequest { Token = secret })));
    }

    [Theory]
    [InlineData(@">I/xJ\Z+", "%3eI%2fxJ%5cZ%2bThe value")]
    [InlineData("a+b c+d ", "Xa%2bb%20c%2bd%20X")]
    [InlineData("+++a++++", "the%2b%2b%2ba%2b%2b%2b%2bvalue")]
    [InlineData("a      b", "isa++++++bnow")]
    public void A_secret_of_eight_characters_is_found_between_letters_even_if_blanks_and_pluses_leave_little_of_it(
        string secret,
        string text
    )
    {
        var shown = Mask(text, Introspect(new IntrospectionRequest { Token = secret }));

        Assert.Matches(@"^[A-Za-z]*\*\*\*[A-Za-z ]+$", shown);
    }

    private static string Mask(string text, ApiCall call) => Redaction.MaskSent(text, call, s_keys)!;

    private static ApiCall Introspect(JsonView body) => new(Operations.AuthIntrospection) { Body = body };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
