using Xunit;

namespace Authlete.Configuration.Tests.Rules;

/// <summary>For each rule about a client: when it passes, fails, or doesn't apply, and when the severity differs.</summary>
public sealed class ClientRuleTests
{
    private const string Code = "'grantTypes':['AUTHORIZATION_CODE']";
    private const string Confidential = "'clientType':'CONFIDENTIAL'";
    private const string PublicKey = "'jwks':'{\\'keys\\':[{\\'kty\\':\\'EC\\',\\'crv\\':\\'P-256\\',\\'x\\':\\'AA\\',\\'y\\':\\'AA\\'}]}'";
    private const string BothBind = "'tlsClientCertificateBoundAccessTokens':true";

    [Theory]
    [InlineData("C01", "Pass", "", "'grantTypes':['REFRESH_TOKEN']")]
    [InlineData("C01", "Fail High", "'supportedGrantTypes':['PASSWORD']", "'grantTypes':['PASSWORD']")]
    [InlineData("C01", "Fail Low", "", "'grantTypes':['PASSWORD']")]
    [InlineData("C02", "Pass", "", "'responseTypes':['CODE','CODE_ID_TOKEN','ID_TOKEN']")]
    [InlineData("C02", "Fail", "", "'responseTypes':['TOKEN']")]
    [InlineData("C02", "Fail", "", "'responseTypes':['ID_TOKEN_TOKEN']")]
    [InlineData("C02", "Fail", "", "'responseTypes':['CODE_TOKEN']")]
    [InlineData("C02", "Fail", "", "'responseTypes':['CODE_ID_TOKEN_TOKEN']")]
    [InlineData("C03", "Fail", "", Code)]
    [InlineData("C03", "Fail", "", Code + ",'responseTypes':['CODE_ID_TOKEN'],'clientType':'PUBLIC'")]
    [InlineData("C03", "NotApplicable", "", Code + "," + Confidential)]
    [InlineData("C03", "NotApplicable", "", Code + ",'responseTypes':['TOKEN']")]
    [InlineData("C03", "Pass", "'pkceRequired':true", Code)]
    [InlineData("C03", "Pass", "", Code + ",'pkceRequired':true")]
    [InlineData("C04", "Fail", "", Code + "," + Confidential)]
    [InlineData("C04", "NotApplicable", "", Code)]
    [InlineData("C04", "NotApplicable", "", Confidential)]
    [InlineData("C04", "Pass", "'pkceRequired':true", Code + "," + Confidential)]
    [InlineData("C04", "Pass", "", Code + ",'pkceRequired':true," + Confidential)]
    [InlineData("C05", "Fail", "'pkceRequired':true", Code)]
    [InlineData("C05", "NotApplicable", "", "")]
    [InlineData("C05", "Pass", "'pkceS256Required':true", Code)]
    [InlineData("C05", "Pass", "", Code + ",'pkceS256Required':true")]
    [InlineData("C06", "Fail", "", "'redirectUris':['http://client.example.com/cb']")]
    [InlineData("C06", "Fail", "", "'redirectUris':['HTTP://client.example.com/cb']")]
    [InlineData("C06", "Fail", "", "'redirectUris':['http://localhost.example.com/cb']")]
    [InlineData("C06", "Fail", "", "'redirectUris':['http://localhost@example.com/cb']")]
    [InlineData("C06", "Fail", "", "'redirectUris':['https://a.example.com','http://127.0.0.1.example.com']")]
    [InlineData("C06", "Pass", "", "'redirectUris':['https://client.example.com/cb','com.example:/cb']")]
    [InlineData(
        "C06",
        "Pass",
        "",
        "'redirectUris':['http://localhost:8080/cb','http://127.0.0.1/cb','http://[::1]:1/cb','http://127.1.2.3']"
    )]
    [InlineData("C06", "NotApplicable", "", "")]
    [InlineData("C07", "Fail", "", "'redirectUris':['http://localhost/cb'],'applicationType':'NATIVE'")]
    [InlineData("C07", "Fail", "", "'redirectUris':['http://LOCALHOST:80']")]
    [InlineData("C07", "Pass", "", "'redirectUris':['http://127.0.0.1/cb','https://localhost/cb']")]
    [InlineData("C07", "NotApplicable", "", "'redirectUris':[]")]
    [InlineData("C08", "Fail", "", "'redirectUris':['http://127.0.0.1/cb'],'applicationType':'WEB'")]
    [InlineData("C08", "Fail", "", "'redirectUris':['http://[::1]/cb']")]
    [InlineData("C08", "Fail", "", "'redirectUris':['https://localhost/cb']")]
    [InlineData("C08", "Pass", "", "'redirectUris':['https://client.example.com/cb'],'applicationType':'WEB'")]
    [InlineData("C08", "NotApplicable", "", "'redirectUris':['http://127.0.0.1/cb'],'applicationType':'NATIVE'")]
    [InlineData("C08", "NotApplicable", "", "")]
    [InlineData("C09", "Fail", "", "'redirectUris':['myapp://cb']")]
    [InlineData("C09", "Fail", "", "'redirectUris':['urn:ietf:wg:oauth:2.0:oob']")]
    [InlineData("C09", "Pass", "", "'redirectUris':['com.example.app:/cb','https://client.example.com/cb']")]
    [InlineData("C09", "NotApplicable", "", "")]
    [InlineData("C10", "Fail", "", "'redirectUris':['https://api.authlete.com/api/mock/redirection/1001']")]
    [InlineData("C10", "Pass", "", "'redirectUris':['https://client.example.com/cb']")]
    [InlineData("C10", "NotApplicable", "", "")]
    [InlineData("C11", "Fail", "", "'redirectUris':['https://*.example.com/cb']")]
    [InlineData("C11", "Pass", "", "'redirectUris':['https://client.example.com/cb']")]
    [InlineData("C11", "NotApplicable", "", "")]
    [InlineData("C12", "Fail", "", Code)]
    [InlineData("C12", "Fail", "'parRequired':true", Code)]
    [InlineData("C12", "Fail", "", Code + "," + Confidential)]
    [InlineData("C12", "Pass", "'parRequired':true", Code + "," + Confidential)]
    [InlineData("C12", "Pass", "", Code + ",'parRequired':true," + Confidential)]
    [InlineData("C12", "Pass", "", Code + ",'redirectUris':['https://client.example.com/cb']")]
    [InlineData("C12", "NotApplicable", "", "'grantTypes':['CLIENT_CREDENTIALS']")]
    [InlineData("C13", "Fail", "", "'redirectUris':['https://client.example.com/cb']")]
    [InlineData("C13", "Pass", "", "'redirectUris':['https://client.example.com/cb'],'applicationType':'WEB'")]
    [InlineData("C13", "NotApplicable", "", "")]
    [InlineData("C14", "Pass", "", "")]
    [InlineData("C14", "Pass", "", Confidential + ",'tokenAuthMethod':'CLIENT_SECRET_BASIC'")]
    [InlineData("C14", "Fail", "", Confidential)]
    [InlineData("C14", "Fail", "", "'tokenAuthMethod':'CLIENT_SECRET_BASIC'")]
    [InlineData("C15", "NotApplicable", "", "'tokenAuthMethod':'CLIENT_SECRET_BASIC'")]
    [InlineData("C15", "Fail", "'supportedTokenAuthMethods':['CLIENT_SECRET_POST']", "'tokenAuthMethod':'CLIENT_SECRET_BASIC'")]
    [InlineData("C15", "Fail", "'supportedTokenAuthMethods':['CLIENT_SECRET_POST']", "")]
    [InlineData("C15", "Pass", "'supportedTokenAuthMethods':['NONE']", "")]
    [InlineData("C16", "Fail", "", "'grantTypes':['CLIENT_CREDENTIALS']")]
    [InlineData("C16", "Pass", "", "'grantTypes':['CLIENT_CREDENTIALS']," + Confidential)]
    [InlineData("C16", "NotApplicable", "", Code)]
    [InlineData("C17", "Fail", "", Confidential + ",'tokenAuthMethod':'CLIENT_SECRET_BASIC'")]
    [InlineData("C17", "Fail", "", Confidential + ",'tokenAuthMethod':'CLIENT_SECRET_POST'")]
    [InlineData("C17", "Fail", "", Confidential + ",'tokenAuthMethod':'CLIENT_SECRET_JWT'")]
    [InlineData("C17", "Pass", "", Confidential + ",'tokenAuthMethod':'PRIVATE_KEY_JWT'")]
    [InlineData("C17", "NotApplicable", "", "'tokenAuthMethod':'CLIENT_SECRET_BASIC'")]
    [InlineData("C18", "Fail", "", Confidential + ",'applicationType':'NATIVE','tokenAuthMethod':'CLIENT_SECRET_POST'")]
    [InlineData("C18", "Pass", "", Confidential + ",'applicationType':'NATIVE','tokenAuthMethod':'PRIVATE_KEY_JWT'")]
    [InlineData("C18", "Pass", "", "'applicationType':'NATIVE','tokenAuthMethod':'CLIENT_SECRET_POST'")]
    [InlineData("C18", "NotApplicable", "", Confidential + ",'applicationType':'WEB','tokenAuthMethod':'CLIENT_SECRET_POST'")]
    [InlineData("C19", "Fail Medium", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT'")]
    [InlineData("C19", "Fail High", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT','tokenAuthSignAlg':'HS256'")]
    [InlineData("C19", "Fail High", "", "'tokenAuthMethod':'CLIENT_SECRET_JWT','tokenAuthSignAlg':'ES256'")]
    [InlineData("C19", "Fail Medium", "", "'tokenAuthMethod':'CLIENT_SECRET_JWT'")]
    [InlineData("C19", "Pass", "", "'tokenAuthMethod':'CLIENT_SECRET_JWT','tokenAuthSignAlg':'HS256'")]
    [InlineData("C19", "Pass", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT','tokenAuthSignAlg':'ES256'")]
    [InlineData("C19", "NotApplicable", "", "'tokenAuthMethod':'CLIENT_SECRET_BASIC'")]
    [InlineData("C20", "Fail", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT','jwks':'{\\'keys\\':[]}'")]
    [InlineData("C20", "Fail", "", "'tokenAuthMethod':'SELF_SIGNED_TLS_CLIENT_AUTH'")]
    [InlineData("C20", "Pass", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT'," + PublicKey)]
    [InlineData("C20", "Pass", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT','jwksUri':'https://client.example.com/jwks'")]
    [InlineData("C20", "Pass", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT','signedJwksUri':'https://client.example.com/jwks'")]
    [InlineData("C20", "Pass", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT','entityId':'https://client.example.com'")]
    [InlineData("C20", "NotApplicable", "", "'tokenAuthMethod':'TLS_CLIENT_AUTH'")]
    [InlineData("C20", "Skipped", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT','jwks':'no JSON'")]
    [InlineData("C20", "Skipped", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT','entityId':true")]
    [InlineData("C20", "Pass", "", "'tokenAuthMethod':'PRIVATE_KEY_JWT','jwks':'no JSON','jwksUri':'https://client.example.com/jwks'")]
    [InlineData("C21", "Pass", "", "")]
    [InlineData("C21", "Fail", "", "'idTokenSignAlg':'NONE'")]
    [InlineData("C21", "Fail", "", "'authorizationSignAlg':'NONE'")]
    [InlineData("C21", "Fail", "", "'userInfoSignAlg':'NONE'")]
    [InlineData("C21", "Fail", "", "'requestSignAlg':'NONE'")]
    [InlineData("C21", "Fail", "", "'bcRequestSignAlg':'NONE'")]
    [InlineData("C21", "Fail", "", "'tokenAuthSignAlg':'NONE'")]
    [InlineData("C22", "Fail", "", "'idTokenSignAlg':'HS256'")]
    [InlineData("C22", "Fail", "", "'authorizationSignAlg':'HS384'")]
    [InlineData("C22", "Fail", "", "'userInfoSignAlg':'HS512'")]
    [InlineData("C22", "Pass", "", "'idTokenSignAlg':'RS256','requestSignAlg':'HS256'")]
    [InlineData("C22", "NotApplicable", "", Confidential + ",'idTokenSignAlg':'HS256'")]
    [InlineData("C23", "Pass", "", "'idTokenEncryptionAlg':'RSA_OAEP_256'")]
    [InlineData("C23", "Fail", "", "'idTokenEncryptionAlg':'RSA1_5'")]
    [InlineData("C23", "Fail", "", "'authorizationEncryptionAlg':'RSA1_5'")]
    [InlineData("C23", "Fail", "", "'requestEncryptionAlg':'RSA1_5'")]
    [InlineData("C23", "Fail", "", "'userInfoEncryptionAlg':'RSA1_5'")]
    [InlineData("C24", "Fail High", "", "'jwksUri':'http://client.example.com/jwks'")]
    [InlineData("C24", "Fail High", "", "'signedJwksUri':'http://client.example.com/jwks','requestSignAlg':'ES256'")]
    [InlineData("C24", "Fail High", "", "'bcNotificationEndpoint':'http://client.example.com/cb'")]
    [InlineData("C24", "Fail High", "", "'requestUris':['http://client.example.com/r']")]
    [InlineData("C24", "Fail High", "", "'requestUris':['http://client.example.com/r'],'requestSignAlg':'NONE'")]
    [InlineData("C24", "Fail Medium", "", "'requestUris':['http://client.example.com/r'],'requestSignAlg':'ES256'")]
    [InlineData("C24", "Pass", "", "'jwksUri':'https://client.example.com/jwks','redirectUris':['http://client.example.com']")]
    [InlineData("C24", "NotApplicable", "", "")]
    [InlineData("C25", "NotApplicable", "", "")]
    [InlineData("C25", "Pass", "", PublicKey)]
    [InlineData("C25", "Fail", "", "'jwks':'{\\'keys\\':[{\\'kty\\':\\'EC\\',\\'crv\\':\\'P-256\\',\\'d\\':\\'AA\\'}]}'")]
    [InlineData("C25", "Fail", "", "'jwks':'{\\'keys\\':[{\\'kty\\':\\'oct\\'}]}'")]
    [InlineData("C25", "Fail", "", "'jwks':'{\\'keys\\':[{\\'k\\':\\'AA\\'}]}'")]
    [InlineData("C25", "Fail", "", "'jwks':'{\\'keys\\':[{\\'kty\\':\\'RSA\\',\\'n\\':\\'AQAB\\'}]}'")]
    [InlineData("C25", "Skipped", "", "'jwks':'{\\'keys\\':[{\\'kty\\':\\'RSA\\'}]}'")]
    [InlineData("C25", "Skipped", "", "'jwks':'no JSON'")]
    [InlineData("C26", "Fail", "", PublicKey + ",'jwksUri':'https://client.example.com/jwks'")]
    [InlineData("C26", "Pass", "", PublicKey)]
    [InlineData("C26", "NotApplicable", "", "")]
    [InlineData("C26", "Skipped", "", "'jwks':true")]
    [InlineData("C26", "Skipped", "", PublicKey + ",'jwksUri':['https://client.example.com/jwks']")]
    [InlineData("C27", "Fail", "'refreshTokenKept':true", "'grantTypes':['REFRESH_TOKEN']")]
    [InlineData("C27", "Fail", "'refreshTokenKept':true", "'grantTypes':['REFRESH_TOKEN']," + BothBind)]
    [InlineData("C27", "Pass", "", "'grantTypes':['REFRESH_TOKEN']")]
    [InlineData("C27", "Pass", "'refreshTokenKept':true", "'grantTypes':['REFRESH_TOKEN'],'dpopRequired':true")]
    [InlineData("C27", "Pass", "'refreshTokenKept':true," + BothBind, "'grantTypes':['REFRESH_TOKEN']," + BothBind)]
    [InlineData("C27", "NotApplicable", "'refreshTokenKept':true", "'grantTypes':['REFRESH_TOKEN']," + Confidential)]
    [InlineData("C27", "NotApplicable", "'refreshTokenKept':true", Code)]
    [InlineData("C28", "Fail", BothBind, "")]
    [InlineData("C28", "Pass", "", "'dpopRequired':true")]
    [InlineData("C28", "Pass", BothBind, BothBind)]
    [InlineData("C29", "Fail", "", BothBind)]
    [InlineData("C29", "Pass", BothBind, BothBind)]
    [InlineData("C29", "NotApplicable", BothBind, "")]
    [InlineData("C30", "Fail Low", "", "")]
    [InlineData("C30", "Fail Low", "", "'extension':{'requestableScopesEnabled':false}")]
    [InlineData("C30", "Fail Medium", "", "'dynamicallyRegistered':true")]
    [InlineData("C30", "Fail Medium", "", "'grantTypes':['CLIENT_CREDENTIALS']")]
    [InlineData("C30", "Pass", "", "'extension':{'requestableScopesEnabled':true},'dynamicallyRegistered':true")]
    [InlineData("C31", "Pass", "", "")]
    [InlineData(
        "C31",
        "Pass",
        "'supportedGrantTypes':['AUTHORIZATION_CODE'],'supportedResponseTypes':['CODE']",
        Code + ",'responseTypes':['CODE']"
    )]
    [InlineData("C31", "Fail", "", Code)]
    [InlineData("C31", "Fail", "'supportedGrantTypes':['AUTHORIZATION_CODE']", Code + ",'responseTypes':['CODE']")]
    [InlineData("C32", "NotApplicable", "", "")]
    [InlineData("C32", "Fail", "", "'requestObjectRequired':true")]
    [InlineData("C32", "Fail", "'requestObjectRequired':true", "")]
    [InlineData("C32", "Pass", "'requestObjectRequired':true", "'requestSignAlg':'ES256'")]
    [InlineData("C33", "NotApplicable", "", Code)]
    [InlineData("C33", "Fail", "'supportedBackchannelTokenDeliveryModes':['POLL']", "'grantTypes':['CIBA'],'bcDeliveryMode':'POLL'")]
    [InlineData("C33", "Fail", "'supportedBackchannelTokenDeliveryModes':['POLL']", "'grantTypes':['CIBA']," + Confidential)]
    [InlineData("C33", "Fail", "", "'grantTypes':['CIBA'],'bcDeliveryMode':'POLL'," + Confidential)]
    [InlineData(
        "C33",
        "Pass",
        "'supportedBackchannelTokenDeliveryModes':['POLL']",
        "'grantTypes':['CIBA'],'bcDeliveryMode':'POLL'," + Confidential
    )]
    [InlineData("C34", "NotApplicable", "'accessTokenDuration':60", "'extension':{'accessTokenDuration':0}")]
    [InlineData("C34", "Fail", "'accessTokenDuration':60", "'extension':{'accessTokenDuration':61}")]
    [InlineData("C34", "Fail", "'refreshTokenDuration':60", "'extension':{'refreshTokenDuration':61}")]
    [InlineData("C34", "Pass", "'accessTokenDuration':60", "'extension':{'accessTokenDuration':60}")]
    [InlineData("C34", "Pass", "", "'extension':{'accessTokenDuration':60}")]
    public void A_rule_about_a_client(string rule, string expected, string service, string client)
    {
        var finding = RuleCheckRun.Check("AUT-" + rule, "{" + service + "}", "{" + client + "}");

        var (outcome, severity) = expected.Split(' ') is [var name, var other]
            ? (name, other)
            : (expected, finding.Rule.Severity.ToString());
        Assert.Equal((outcome, severity), (finding.Outcome.ToString(), finding.Severity.ToString()));
        Assert.NotEmpty(finding.Message);
        Assert.Equal(outcome == "Fail", finding.Property is not null);
    }

    [Fact]
    public void A_locked_client_is_checked_for_information()
    {
        var finding = RuleCheckRun.Check("AUT-C06", "{}", "{'locked':true,'redirectUris':['http://client.example.com']}");

        Assert.Equal(("Fail", "Info"), (finding.Outcome.ToString(), finding.Severity.ToString()));
    }

    [Fact]
    public void Members_that_are_null_count_as_absent()
    {
        var finding = RuleCheckRun.Check(
            "AUT-C03",
            "{'pkceRequired':null}",
            "{'clientType':null,'grantTypes':[null,'AUTHORIZATION_CODE'],'responseTypes':null}"
        );

        Assert.Equal("Fail", finding.Outcome.ToString());
    }
}
