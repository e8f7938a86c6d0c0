using System;
using System.Collections;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class AuthorizationCodeFlowTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void The_whole_flow_with_PKCE_from_the_request_to_the_revocation()
    {
        Session.Run(
            """
            $pkce = New-AuthletePkce
            $request = Invoke-AuthleteAuthorization -Parameters @{
                response_type         = 'code'
                client_id             = $clientId
                redirect_uri          = $redirectUri
                scope                 = 'openid profile'
                state                 = 'af0ifjsldkj'
                nonce                 = 'n-0S6_WzA2Mj'
                code_challenge        = $pkce.CodeChallenge
                code_challenge_method = $pkce.CodeChallengeMethod
            }
            $response = $request | Approve-AuthleteAuthorization -Subject 'user-1' -AuthTime ([DateTimeOffset]::UtcNow)
            $token = Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
                grant_type    = 'authorization_code'
                code          = $response.ResponseParameters.code
                redirect_uri  = $redirectUri
                code_verifier = $pkce.CodeVerifier
            }
            $introspection = $token | Invoke-AuthleteIntrospection -Scopes openid
            $userInfo = $token | Invoke-AuthleteUserInfo
            $issued = Approve-AuthleteUserInfo -Token $token.AccessToken -Claims @{ name = 'Max' }
            $revocation = Invoke-AuthleteRevocation -ClientId $clientId -ClientSecret $clientSecret -Parameters @{ token = $token.AccessToken }
            $after = $token | Invoke-AuthleteIntrospection
            """
        );

        Assert.Equal("af0ifjsldkj", Session.RunSingle("$response.ResponseParameters.state").ToString());
        var token = Session.RunSingle("$token");
        Assert.Equal("Authlete.ApiClient.Models.TokenResponse", token.TypeName());
        Assert.Equal("OK", token.Value("Action"));
        Assert.Equal("user-1", token.Value("Subject"));
        Assert.Equal(new[] { "openid", "profile" }, token.Value("Scopes"));
        Assert.Equal(3600L, token.Value("AccessTokenDuration"));
        Assert.Equal(Sandbox.ConfidentialClient.ClientId, token.Value("ClientId"));
        Assert.True((DateTimeOffset)token.Value("AccessTokenExpiresAt")! > DateTimeOffset.UtcNow);
        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)token.Value("AccessTokenExpiresAt")!).Offset);
        var forClient = (IDictionary)token.Methods["GetResponseObject"].Invoke()!;
        Assert.Equal(token.Value("AccessToken"), forClient["access_token"]);
        Assert.Equal("n-0S6_WzA2Mj", (string?)Claims(token.Text("IdToken")!)["nonce"]);

        Assert.Equal("OK", Session.RunSingle("$introspection.Action").ToString());
        Assert.Equal("Authlete.ApiClient.Models.UserInfoResponse", Session.RunSingle("$userInfo").TypeName());
        Assert.Equal("JSON", Session.RunSingle("$issued.Action").ToString());
        Assert.Equal("Max", Session.RunSingle("$issued.GetResponseObject().name").ToString());
        Assert.Equal("OK", Session.RunSingle("$revocation.Action").ToString());
        Assert.Equal("UNAUTHORIZED", Session.RunSingle("$after.Action").ToString());
        Assert.Equal(false, Session.RunSingle("$after.Usable").BaseObject);
    }

    [Fact]
    public void A_public_client_completes_the_flow_without_a_secret()
    {
        var token = Session.RunSingle(
            """
            $pkce = New-AuthletePkce
            $code = (Invoke-AuthleteAuthorization @{
                response_type = 'code'; client_id = $publicClientId; redirect_uri = $publicRedirectUri
                code_challenge = $pkce.CodeChallenge; code_challenge_method = 'S256'
            } | Approve-AuthleteAuthorization -Subject user-1).ResponseParameters.code
            Invoke-AuthleteToken @{
                grant_type = 'authorization_code'; code = $code; redirect_uri = $publicRedirectUri; client_id = $publicClientId; code_verifier = $pkce.CodeVerifier
            }
            """
        );

        Assert.Equal("OK", token.Value("Action"));
    }

    [Fact]
    public void A_code_used_twice_has_its_own_result()
    {
        Session.Run("$code = " + Scripts.Code);
        const string Request = "Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters " + Scripts.CodeRequest;
        Assert.Equal("OK", Session.RunSingle("(" + Request + ").Action").ToString());

        var second = Session.RunSingle(Request);

        Assert.Equal("BAD_REQUEST", second.Value("Action"));
        Assert.Equal("A050305", second.Value("ResultCode"));
        Assert.Equal("Client", second.Value("ResultOrigin"));
        Assert.Equal("invalid_grant", ((IDictionary)second.Methods["GetResponseObject"].Invoke()!)["error"]);
    }

    [Fact]
    public void A_wrong_verifier_is_a_result()
    {
        var response = Session.RunSingle(
            """
            $pkce = New-AuthletePkce
            $code = (Invoke-AuthleteAuthorization @{
                response_type = 'code'; client_id = $clientId; redirect_uri = $redirectUri; code_challenge = $pkce.CodeChallenge; code_challenge_method = 'S256'
            } | Approve-AuthleteAuthorization -Subject user-1).ResponseParameters.code
            Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
                grant_type = 'authorization_code'; code = $code; redirect_uri = $redirectUri; code_verifier = (New-AuthletePkce).CodeVerifier
            }
            """
        );

        Assert.Equal("A050315", response.Value("ResultCode"));
    }

    [Fact]
    public void Tokens_in_the_fragment_are_decoded_from_there()
    {
        var response = Session.RunSingle(
            """
            Invoke-AuthleteAuthorization @{
                response_type = 'code id_token token'; client_id = $clientId; redirect_uri = $redirectUri; scope = 'openid'; nonce = 'n-1'; state = 'a b'
            } | Approve-AuthleteAuthorization -Subject user-1
            """
        );

        Assert.Contains("#", response.Text("ResponseContent"), StringComparison.Ordinal);
        var parameters = (IDictionary)response.Value("ResponseParameters")!;
        Assert.Equal(response.Value("AccessToken"), parameters["access_token"]);
        Assert.Equal(response.Value("AuthorizationCode"), parameters["code"]);
        Assert.Equal(response.Value("IdToken"), parameters["id_token"]);
        Assert.Equal("a b", parameters["state"]);
        Assert.IsType<DateTimeOffset>(response.Value("AccessTokenExpiresAt"));
    }

    [Fact]
    public void With_form_post_the_response_is_a_page()
    {
        var response = Session.RunSingle(
            """
            Invoke-AuthleteAuthorization @{
                response_type = 'code'; response_mode = 'form_post'; client_id = $clientId; redirect_uri = $redirectUri; scope = 'openid'
            } | Approve-AuthleteAuthorization -Subject user-1
            """
        );

        Assert.Equal("FORM", response.Value("Action"));
        Assert.Contains(response.Text("AuthorizationCode")!, response.Text("ResponseContent"), StringComparison.Ordinal);
        Assert.Null(response.Value("ResponseParameters"));
    }

    [Fact]
    public void A_refresh_token_gives_new_tokens_once()
    {
        Session.Run(
            "$code = "
                + Scripts.Code
                + "; $token = Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters "
                + Scripts.CodeRequest
        );
        const string Refresh =
            "Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{ grant_type = 'refresh_token'; refresh_token = $token.RefreshToken }";

        var renewed = Session.RunSingle(Refresh);
        var again = Session.RunSingle(Refresh);

        Assert.Equal("OK", renewed.Value("Action"));
        Assert.Equal("REFRESH_TOKEN", renewed.Value("GrantType"));
        Assert.NotEqual(Session.RunSingle("$token.AccessToken").ToString(), renewed.Value("AccessToken"));
        Assert.Equal("BAD_REQUEST", again.Value("Action"));
        Assert.Equal("A053305", again.Value("ResultCode"));
    }

    private static JsonNode Claims(string jwt) =>
        JsonNode.Parse(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(jwt.Split('.')[1])))!;
}
