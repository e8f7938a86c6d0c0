using Authlete.Configuration.Rules;
using Xunit;

namespace Authlete.Configuration.Tests.Rules;

/// <summary>For each rule about a service: when it passes, fails, or doesn't apply.</summary>
public sealed class ServiceRuleTests
{
    private const string Code = "'supportedGrantTypes':['AUTHORIZATION_CODE']";
    private const string Device = "'supportedGrantTypes':['DEVICE_CODE'],'deviceVerificationUri':'https://as.example.com/device'";
    private const string Rsa1024 = "AQAB" + Half + Half + Half + Half + Half + Half + Half + Half;
    private const string Half = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const string EcKey = "{\\'kty\\':\\'EC\\',\\'crv\\':\\'P-256\\',\\'kid\\':\\'1\\',\\'use\\':\\'sig\\',\\'alg\\':\\'ES256\\'}";
    private const string OtherKey =
        "{\\'kty\\':\\'EC\\',\\'crv\\':\\'P-256\\',\\'kid\\':\\'2\\',\\'use\\':\\'sig\\',\\'alg\\':\\'ES256\\'}";
    private const string KeyIds = ",'idTokenSignatureKeyId':'1','userInfoSignatureKeyId':'1','authorizationSignatureKeyId':'2'";

    [Theory]
    [InlineData("S01", "Pass", "'supportedGrantTypes':['AUTHORIZATION_CODE']")]
    [InlineData("S01", "Pass", "")]
    [InlineData("S01", "Fail", "'supportedGrantTypes':['AUTHORIZATION_CODE','PASSWORD']")]
    [InlineData("S02", "Pass", "'supportedResponseTypes':['CODE','CODE_ID_TOKEN','ID_TOKEN','NONE'],'supportedGrantTypes':['IMPLICIT']")]
    [InlineData("S02", "Fail", "'supportedResponseTypes':['TOKEN']")]
    [InlineData("S02", "Fail", "'supportedResponseTypes':['ID_TOKEN_TOKEN']")]
    [InlineData("S02", "Fail", "'supportedResponseTypes':['CODE_TOKEN']")]
    [InlineData("S02", "Fail", "'supportedResponseTypes':['CODE_ID_TOKEN_TOKEN']")]
    [InlineData("S03", "Pass", Code + ",'pkceRequired':true")]
    [InlineData("S03", "Fail", Code)]
    [InlineData("S03", "NotApplicable", "'supportedGrantTypes':['CLIENT_CREDENTIALS']")]
    [InlineData("S04", "Pass", Code + ",'pkceS256Required':true")]
    [InlineData("S04", "Fail", Code + ",'pkceRequired':true")]
    [InlineData("S04", "NotApplicable", "")]
    [InlineData("S05", "Pass", "'issuer':'https://as.example.com'")]
    [InlineData("S05", "Fail", "'issuer':'https://authlete.com'")]
    [InlineData("S05", "Fail", "'issuer':''")]
    [InlineData("S05", "Fail", "")]
    [InlineData("S06", "Pass", "'issSuppressed':false")]
    [InlineData("S06", "Fail", "'issSuppressed':true")]
    [InlineData("S07", "Pass", "")]
    [InlineData("S07", "Fail", "'missingClientIdAllowed':true")]
    [InlineData("S08", "Pass", "'directJwksEndpointEnabled':true")]
    [InlineData("S08", "Fail", "'directAuthorizationEndpointEnabled':true")]
    [InlineData("S08", "Fail", "'directTokenEndpointEnabled':true")]
    [InlineData("S08", "Fail", "'directRevocationEndpointEnabled':true")]
    [InlineData("S08", "Fail", "'directIntrospectionEndpointEnabled':true")]
    [InlineData("S08", "Fail", "'directUserInfoEndpointEnabled':true")]
    [InlineData("S09", "Pass", "")]
    [InlineData("S09", "Fail", "'traditionalRequestObjectProcessingApplied':true")]
    [InlineData("S10", "NotApplicable", "")]
    [InlineData("S10", "Pass", "'requestObjectRequired':true,'requestObjectAudienceChecked':true")]
    [InlineData("S10", "Fail", "'requestObjectRequired':true")]
    [InlineData("S11", "NotApplicable", "")]
    [InlineData("S11", "Pass", "'supportedGrantTypes':['JWT_BEARER'],'jwtGrantUnsignedJwtRejected':true")]
    [InlineData("S11", "Fail", "'supportedGrantTypes':['JWT_BEARER']")]
    [InlineData("S12", "NotApplicable", "")]
    [InlineData("S12", "Pass", "'supportedGrantTypes':['TOKEN_EXCHANGE'],'tokenExchangeUnsignedJwtRejected':true")]
    [InlineData("S12", "Fail", "'supportedGrantTypes':['TOKEN_EXCHANGE']")]
    [InlineData("S13", "NotApplicable", "'tokenExchangeByConfidentialClientsOnly':true")]
    [InlineData("S13", "Pass", "'supportedGrantTypes':['TOKEN_EXCHANGE'],'tokenExchangeByPermittedClientsOnly':true")]
    [InlineData(
        "S13",
        "Pass",
        "'supportedGrantTypes':['TOKEN_EXCHANGE'],'tokenExchangeByConfidentialClientsOnly':true,'tokenExchangeByIdentifiableClientsOnly':true"
    )]
    [InlineData("S13", "Fail", "'supportedGrantTypes':['TOKEN_EXCHANGE'],'tokenExchangeByConfidentialClientsOnly':true")]
    [InlineData("S13", "Fail", "'supportedGrantTypes':['TOKEN_EXCHANGE'],'tokenExchangeByIdentifiableClientsOnly':true")]
    [InlineData("S14", "NotApplicable", "'supportedIntrospectionAuthMethods':['NONE']")]
    [InlineData("S14", "Pass", "'introspectionEndpoint':'https://as.example.com/introspect'")]
    [InlineData("S14", "Fail", "'introspectionEndpoint':'https://as.example.com/introspect','supportedIntrospectionAuthMethods':['NONE']")]
    [InlineData("S15", "Investigate", "'accessTokenDuration':0")]
    [InlineData("S15", "Investigate", "")]
    [InlineData("S15", "Pass", "'accessTokenDuration':3600")]
    [InlineData("S15", "Fail", "'accessTokenDuration':3601")]
    [InlineData("S16", "Investigate", "'refreshTokenKept':true,'refreshTokenDurationReset':true")]
    [InlineData("S16", "Pass", "'refreshTokenDuration':7776000,'refreshTokenKept':true")]
    [InlineData("S16", "Fail", "'refreshTokenDuration':7776001")]
    [InlineData("S16", "Fail", "'refreshTokenDuration':60,'refreshTokenKept':true,'refreshTokenDurationReset':true")]
    [InlineData("S17", "Pass", "")]
    [InlineData("S17", "Pass", "'authorizationResponseDuration':600,'pushedAuthReqDuration':600,'allowableClockSkew':300")]
    [InlineData("S17", "Fail", "'authorizationResponseDuration':601")]
    [InlineData("S17", "Fail", "'pushedAuthReqDuration':601")]
    [InlineData("S17", "Fail", "'allowableClockSkew':301")]
    [InlineData("S18", "NotApplicable", "")]
    [InlineData("S18", "Pass", "'dynamicRegistrationSupported':true,'dcrScopeUsedAsRequestable':true")]
    [InlineData("S18", "Fail", "'dynamicRegistrationSupported':true")]
    [InlineData("S19", "NotApplicable", "'supportedScopes':[{'name':'email'}]")]
    [InlineData("S19", "Fail", "'supportedScopes':[{'name':'openid'}]")]
    [InlineData("S19", "Fail", "'supportedScopes':[{'name':'openid'}],'jwks':'{\\'keys\\':[]}','hsks':[]")]
    [InlineData("S19", "Pass", "'supportedScopes':[{'name':'openid'}],'jwks':'{\\'keys\\':[" + EcKey + "]}'")]
    [InlineData("S19", "Pass", "'supportedScopes':[{'name':'openid'}],'jwksUri':'https://as.example.com/jwks'")]
    [InlineData("S19", "Pass", "'supportedScopes':[{'name':'openid'}],'hsks':[{'kid':'1'}]")]
    [InlineData("S19", "Skipped", "'supportedScopes':[{'name':'openid'}],'jwks':'no JSON'")]
    [InlineData("S19", "Skipped", "'supportedScopes':[{'name':'openid'}],'jwksUri':1")]
    [InlineData("S19", "Pass", "'supportedScopes':[{'name':'openid'}],'jwksUri':'https://as.example.com/jwks','jwks':'no JSON'")]
    [InlineData("S20", "NotApplicable", "")]
    [InlineData("S20", "Fail", "'supportedGrantTypes':['DEVICE_CODE'],'deviceFlowCodeDuration':600")]
    [InlineData("S20", "Fail", Device)]
    [InlineData("S20", "Fail", Device + ",'deviceFlowCodeDuration':1801")]
    [InlineData("S20", "Pass", Device + ",'deviceFlowCodeDuration':1800,'userCodeLength':0")]
    [InlineData("S20", "Fail", Device + ",'deviceFlowCodeDuration':600,'userCodeLength':7,'userCodeCharset':'BASE20'")]
    [InlineData("S20", "Fail", Device + ",'deviceFlowCodeDuration':600,'userCodeLength':7")]
    [InlineData("S20", "Pass", Device + ",'deviceFlowCodeDuration':600,'userCodeLength':8,'userCodeCharset':'BASE20'")]
    [InlineData("S20", "Fail", Device + ",'deviceFlowCodeDuration':600,'userCodeLength':8,'userCodeCharset':'NUMERIC'")]
    [InlineData("S20", "Pass", Device + ",'deviceFlowCodeDuration':600,'userCodeLength':9,'userCodeCharset':'NUMERIC'")]
    [InlineData("S21", "NotApplicable", "'supportedTokenAuthMethods':['SELF_SIGNED_TLS_CLIENT_AUTH']")]
    [InlineData("S21", "Fail", "'supportedTokenAuthMethods':['TLS_CLIENT_AUTH'],'trustedRootCertificates':['PEM']")]
    [InlineData("S21", "Fail", "'supportedTokenAuthMethods':['TLS_CLIENT_AUTH'],'mutualTlsValidatePkiCertChain':true")]
    [InlineData(
        "S21",
        "Skipped",
        "'supportedTokenAuthMethods':['TLS_CLIENT_AUTH'],'mutualTlsValidatePkiCertChain':true,'trustedRootCertificates':'PEM'"
    )]
    [InlineData(
        "S21",
        "Pass",
        "'supportedTokenAuthMethods':['TLS_CLIENT_AUTH'],'mutualTlsValidatePkiCertChain':true,'trustedRootCertificates':['PEM']"
    )]
    [InlineData("S22", "Pass", "'supportedScopes':[{'name':'offline_access'},{'name':'openid','defaultEntry':true}]")]
    [InlineData("S22", "Fail", "'supportedScopes':[{'name':'offline_access','defaultEntry':true}]")]
    [InlineData("S22", "Fail", "'supportedScopes':[{'name':'pay','defaultEntry':true,'attributes':[{'key':'fapi','value':'rw'}]}]")]
    [InlineData("S22", "Pass", "'supportedScopes':[{'name':'pay','defaultEntry':true,'attributes':[{'key':'x','value':'fapi'}]}]")]
    [InlineData("S23", "NotApplicable", "")]
    [InlineData("S23", "Pass", "'grantManagementActionRequired':true")]
    [InlineData("S24", "Pass", "")]
    [InlineData("S24", "Pass", "'accessTokenSignAlg':'RS256'")]
    [InlineData("S24", "Fail", "'accessTokenSignAlg':'NONE'")]
    [InlineData("S24", "Fail", "'accessTokenSignAlg':'HS256'")]
    [InlineData("S25", "NotApplicable", "")]
    [InlineData("S25", "Fail", "'federationEnabled':true,'trustAnchors':[]")]
    [InlineData("S25", "Pass", "'federationEnabled':true,'trustAnchors':[{'entityId':'https://anchor.example.com'}]")]
    [InlineData("S26", "NotApplicable", "'supportedResponseTypes':['CODE','ID_TOKEN']")]
    [InlineData("S26", "Pass", "'supportedResponseTypes':['CODE_ID_TOKEN'],'claimShortcutRestrictive':true")]
    [InlineData("S26", "Fail", "'supportedResponseTypes':['CODE_ID_TOKEN']")]
    [InlineData("S26", "Fail", "'supportedResponseTypes':['CODE_ID_TOKEN_TOKEN']")]
    [InlineData("S26", "Fail", "'supportedResponseTypes':['ID_TOKEN_TOKEN']")]
    [InlineData("S27", "NotApplicable", "")]
    [InlineData("S27", "Pass", "'jwks':'{\\'keys\\':[" + EcKey + "]}'")]
    [InlineData("S27", "Fail", "'jwks':'{\\'keys\\':[{\\'kty\\':\\'RSA\\',\\'kid\\':\\'1\\',\\'n\\':\\'" + Rsa1024 + "\\'}]}'")]
    [InlineData("S27", "Fail", "'jwks':'{\\'keys\\':[{\\'kty\\':\\'EC\\',\\'crv\\':\\'P-192\\',\\'kid\\':\\'1\\'}]}'")]
    [InlineData("S27", "Fail", "'jwks':'{\\'keys\\':[{\\'kty\\':\\'EC\\',\\'crv\\':\\'P-256\\'}]}'")]
    [InlineData("S27", "Fail", "'jwks':'{\\'keys\\':[" + EcKey + "," + EcKey + "]}'" + KeyIds)]
    [InlineData("S27", "Fail", "'jwks':'{\\'keys\\':[" + EcKey + "," + OtherKey + "]}'")]
    [InlineData("S27", "Pass", "'jwks':'{\\'keys\\':[" + EcKey + "," + OtherKey + "]}'" + KeyIds)]
    [InlineData("S27", "Fail", "'jwks':'{\\'keys\\':[" + EcKey + "," + OtherKey + "]}','accessTokenSignAlg':'ES256'" + KeyIds)]
    [InlineData("S27", "Fail", "'jwks':'{\\'keys\\':[" + EcKey + "]}','idTokenSignatureKeyId':'hsm-1'")]
    [InlineData("S27", "Pass", "'jwks':'{\\'keys\\':[" + EcKey + "]}','idTokenSignatureKeyId':'hsm-1','hsks':[{'kid':'hsm-1'}]")]
    [InlineData(
        "S27",
        "Pass",
        "'jwks':'{\\'keys\\':[{\\'kty\\':\\'EC\\',\\'kid\\':\\'1\\',\\'crv\\':\\'P-256\\'},{\\'kty\\':\\'EC\\',\\'kid\\':\\'2\\',\\'crv\\':\\'P-384\\'}]}'"
    )]
    [InlineData(
        "S27",
        "Fail",
        "'jwks':'{\\'keys\\':[{\\'kty\\':\\'EC\\',\\'kid\\':\\'1\\',\\'crv\\':\\'P-256\\'},{\\'kty\\':\\'EC\\',\\'kid\\':\\'2\\',\\'crv\\':\\'P-256\\',\\'alg\\':\\'ES256\\'}]}'"
    )]
    [InlineData(
        "S27",
        "Fail",
        "'jwks':'{\\'keys\\':[{\\'kty\\':\\'EC\\',\\'kid\\':\\'1\\',\\'crv\\':\\'P-256\\'},{\\'kty\\':\\'EC\\',\\'kid\\':\\'2\\',\\'crv\\':\\'P-256\\'}]}'"
    )]
    [InlineData(
        "S27",
        "Pass",
        "'jwks':'{\\'keys\\':[{\\'kty\\':\\'OKP\\',\\'kid\\':\\'1\\',\\'crv\\':\\'Ed25519\\'},{\\'kty\\':\\'OKP\\',\\'kid\\':\\'2\\',\\'crv\\':\\'X25519\\'}]}'"
    )]
    [InlineData(
        "S27",
        "Fail",
        "'jwks':'{\\'keys\\':[{\\'kty\\':\\'OKP\\',\\'kid\\':\\'1\\',\\'crv\\':\\'Ed25519\\'},{\\'kty\\':\\'OKP\\',\\'kid\\':\\'2\\',\\'crv\\':\\'Ed25519\\'}]}'"
    )]
    [InlineData("S27", "NotApplicable", "'jwks':'{\\'keys\\':[]}'")]
    [InlineData("S27", "Fail", "'jwks':'{\\'keys\\':[]}','idTokenSignatureKeyId':'1'")]
    [InlineData("S27", "NotApplicable", "'jwks':'{\\'keys\\':[]}','idTokenSignatureKeyId':'hsm-1','hsks':[{'kid':'hsm-1'}]")]
    [InlineData("S27", "Skipped", "'jwks':'{\\'keys\\':[{\\'kty\\':\\'RSA\\',\\'kid\\':\\'1\\'}]}'")]
    [InlineData("S27", "Skipped", "'jwks':'no JSON'")]
    public void A_rule_about_a_service(string rule, string outcome, string service)
    {
        var finding = RuleCheckRun.Check("AUT-" + rule, "{" + service + "}", client: "{'clientType':'CONFIDENTIAL'}");

        Assert.Equal((outcome, finding.Rule.Severity), (finding.Outcome.ToString(), finding.Severity));
        Assert.NotEmpty(finding.Message);
        Assert.Equal(outcome is "Fail" or "Investigate", finding.Property is not null);
    }

    [Theory]
    [InlineData("S10", "Fail", "", "'requestSignAlg':'ES256'")]
    [InlineData("S10", "Fail", "", "'requestObjectRequired':true")]
    [InlineData("S10", "Fail", "", "'requestUris':['https://client.example.com/request']")]
    [InlineData("S10", "Fail", "", "'requestEncryptionAlg':'RSA_OAEP_256'")]
    [InlineData("S10", "Pass", "'requestObjectAudienceChecked':true", "'requestSignAlg':'ES256'")]
    [InlineData("S21", "Fail", "", "'tokenAuthMethod':'TLS_CLIENT_AUTH'")]
    [InlineData("S23", "Fail", "'grantManagementActionRequired':true", "'clientType':'PUBLIC'")]
    [InlineData("S23", "Fail", "'grantManagementActionRequired':true", "")]
    public void A_rule_about_a_service_and_its_clients(string rule, string outcome, string service, string client)
    {
        var findings = RuleCheckRun.CheckAll(
            "{" + service + "}",
            ["{'clientType':'CONFIDENTIAL'}", "{" + client + "}", "{'clientType':'CONFIDENTIAL'}"],
            "Bcp",
            "AUT-" + rule
        );

        Assert.Equal(outcome, Assert.Single(findings).Outcome.ToString());
    }

    [Theory]
    [InlineData("AUT-S10", "{}")]
    [InlineData("AUT-S21", "{}")]
    [InlineData("AUT-S23", "{'grantManagementActionRequired':true}")]
    public void A_rule_that_depends_on_a_client_that_was_not_read_is_skipped(string rule, string service)
    {
        var check = new RuleCheck(new RuleOptions { Include = [rule] });

        var finding = Assert.Single(RuleCheckRun.ToList(check.CheckObjects([RuleCheckRun.Parse<ApiClient.Models.Service>(service)])));

        Assert.Equal(
            (RuleOutcome.Skipped, "The input contains no client. Pipe all clients of the service too."),
            (finding.Outcome, finding.Message)
        );
    }
}
