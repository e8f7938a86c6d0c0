using Xunit;

namespace Authlete.Configuration.Tests.Rules;

/// <summary>The FAPI rules, selected by the scopes of a client and by the profile.</summary>
public sealed class FapiRuleTests
{
    private const string Profiles = "'supportedServiceProfiles':['FAPI']";
    private const string ReadWrite = Profiles + ",'supportedScopes':[{'name':'pay','attributes':[{'key':'fapi','value':'rw'}]}]";
    private const string ReadOnly = Profiles + ",'supportedScopes':[{'name':'read','attributes':[{'key':'fapi','value':'r'}]}]";
    private const string Marked = "'supportedScopes':[{'name':'pay','attributes':[{'key':'fapi','value':'rw'}]}]";
    private const string Confidential = "'clientType':'CONFIDENTIAL'";
    private const string BothBind = "'tlsClientCertificateBoundAccessTokens':true";
    private const string Ciba = Profiles + ",'supportedGrantTypes':['CIBA']";
    private const string Times = "'pushedAuthReqDuration':90,'allowableClockSkew':10";

    [Theory]
    [InlineData("F01", "Bcp", "NotApplicable", "", null)]
    [InlineData("F01", "Bcp", "Fail", Marked, null)]
    [InlineData("F01", "Bcp", "Fail", "'supportedScopes':[{'name':'x','attributes':[{'key':'fapi','value':'other'}]}]", null)]
    [InlineData("F01", "Bcp", "Pass", ReadWrite, null)]
    [InlineData("F02", "Bcp", "NotApplicable", Marked, null)]
    [InlineData("F02", "Bcp", "Fail", Profiles + ",'supportedScopes':[{'name':'x','attributes':[{'key':'fapi','value':'other'}]}]", null)]
    [InlineData("F02", "Bcp", "Fail", Profiles, null)]
    [InlineData("F02", "Bcp", "Pass", ReadOnly, null)]
    [InlineData("F03", "Bcp", "NotApplicable", "'nbfOptional':true", null)]
    [InlineData("F03", "Bcp", "Fail", Profiles + ",'nbfOptional':true", null)]
    [InlineData("F03", "Fapi1", "Fail", "'nbfOptional':true", null)]
    [InlineData("F03", "Bcp", "Pass", Profiles, null)]
    [InlineData("F04", "Bcp", "NotApplicable", Marked, "")]
    [InlineData("F04", "Bcp", "NotApplicable", Profiles, "")]
    [InlineData("F04", "Bcp", "Fail", ReadWrite, "")]
    [InlineData("F04", "Bcp", "Pass", ReadWrite, Confidential)]
    [InlineData("F04", "Bcp", "Pass", ReadOnly, "'pkceRequired':true")]
    [InlineData("F04", "Bcp", "Pass", ReadOnly + ",'pkceRequired':true", "")]
    [InlineData("F04", "Bcp", "Fail", ReadOnly, "")]
    [InlineData("F04", "Fapi1", "Fail", ReadOnly, "'pkceRequired':true")]
    [InlineData("F04", "Fapi2", "Fail", "", "")]
    [InlineData("F04", "Bcp", "NotApplicable", ReadWrite, "'extension':{'requestableScopesEnabled':true,'requestableScopes':['openid']}")]
    [InlineData("F04", "Bcp", "NotApplicable", ReadWrite, "'extension':{'requestableScopesEnabled':true}")]
    [InlineData("F04", "Bcp", "Fail", ReadWrite, "'extension':{'requestableScopesEnabled':true,'requestableScopes':['pay']}")]
    [InlineData("F04", "Bcp", "Fail", ReadWrite, "'extension':{'requestableScopesEnabled':false,'requestableScopes':['openid']}")]
    [InlineData("F05", "Bcp", "NotApplicable", "", "'tokenAuthMethod':'CLIENT_SECRET_BASIC'")]
    [InlineData("F05", "Bcp", "Fail", ReadWrite, "'tokenAuthMethod':'CLIENT_SECRET_JWT'")]
    [InlineData("F05", "Bcp", "Pass", ReadOnly, "'tokenAuthMethod':'CLIENT_SECRET_JWT'")]
    [InlineData("F05", "Bcp", "Fail", ReadOnly, "'tokenAuthMethod':'CLIENT_SECRET_BASIC'")]
    [InlineData("F05", "Bcp", "Pass", ReadWrite, "'tokenAuthMethod':'PRIVATE_KEY_JWT'")]
    [InlineData("F05", "Bcp", "Pass", ReadWrite, "'tokenAuthMethod':'TLS_CLIENT_AUTH'")]
    [InlineData("F05", "Fapi2", "Pass", "", "'tokenAuthMethod':'SELF_SIGNED_TLS_CLIENT_AUTH'")]
    [InlineData("F06", "Bcp", "NotApplicable", "", "")]
    [InlineData("F06", "Bcp", "NotApplicable", ReadOnly, "")]
    [InlineData("F06", "Bcp", "Fail", ReadWrite, "'dpopRequired':true," + BothBind)]
    [InlineData("F06", "Bcp", "Pass", ReadWrite + "," + BothBind, BothBind)]
    [InlineData("F06", "Fapi1", "Fail", "", "'dpopRequired':true")]
    [InlineData("F06", "Fapi2", "Pass", "", "'dpopRequired':true")]
    [InlineData("F06", "Fapi2", "Fail", BothBind, "")]
    [InlineData("F07", "Bcp", "NotApplicable", "", "'idTokenSignAlg':'RS256'")]
    [InlineData("F07", "Bcp", "Fail", ReadWrite, "'idTokenSignAlg':'RS256'")]
    [InlineData("F07", "Bcp", "Fail", ReadOnly, "'tokenAuthSignAlg':'HS256'")]
    [InlineData("F07", "Bcp", "Pass", ReadWrite, "'idTokenSignAlg':'PS256','userInfoSignAlg':'ES256'")]
    [InlineData("F07", "Bcp", "Pass", ReadWrite, "")]
    [InlineData("F07", "Fapi1", "Fail", "", "'idTokenSignAlg':'EdDSA'")]
    [InlineData("F07", "Fapi2", "Pass", "", "'idTokenSignAlg':'EdDSA'")]
    [InlineData("F08", "Bcp", "NotApplicable", "", "'responseTypes':['TOKEN']")]
    [InlineData("F08", "Bcp", "NotApplicable", ReadWrite, "")]
    [InlineData("F08", "Bcp", "Fail", ReadWrite, "'responseTypes':['TOKEN']")]
    [InlineData("F08", "Bcp", "Fail", ReadWrite, "'responseTypes':['CODE']")]
    [InlineData("F08", "Bcp", "Pass", ReadWrite, "'responseTypes':['CODE'],'authorizationSignAlg':'ES256'")]
    [InlineData("F08", "Bcp", "Pass", ReadWrite, "'responseTypes':['CODE_ID_TOKEN']")]
    [InlineData("F08", "Fapi2", "Pass", "", "'responseTypes':['CODE']")]
    [InlineData("F08", "Fapi2", "Fail", "", "'responseTypes':['CODE_ID_TOKEN']")]
    [InlineData("F09", "Bcp", "NotApplicable", "'supportedGrantTypes':['CIBA']", null)]
    [InlineData("F09", "Bcp", "NotApplicable", Profiles, null)]
    [InlineData("F09", "Bcp", "Fail", Ciba, null)]
    [InlineData(
        "F09",
        "Bcp",
        "Fail",
        Ciba + ",'backchannelBindingMessageRequiredInFapi':true,'supportedBackchannelTokenDeliveryModes':['PUSH']",
        null
    )]
    [InlineData(
        "F09",
        "Bcp",
        "Pass",
        Ciba + ",'backchannelBindingMessageRequiredInFapi':true,'supportedBackchannelTokenDeliveryModes':['POLL']",
        null
    )]
    [InlineData("F10", "Fapi2", "Fail", "", null)]
    [InlineData(
        "F10",
        "Fapi2",
        "Pass",
        "'parRequired':true,'pkceRequired':true,'pkceS256Required':true,'supportedResponseTypes':['CODE']",
        null
    )]
    [InlineData(
        "F10",
        "Fapi2",
        "Fail",
        "'parRequired':true,'pkceRequired':true,'pkceS256Required':true,'supportedResponseTypes':['CODE','NONE']",
        null
    )]
    [InlineData("F10", "Fapi2", "Fail", "'parRequired':true,'pkceRequired':true,'supportedResponseTypes':['CODE']", "'pkceRequired':true")]
    [InlineData(
        "F10",
        "Fapi2",
        "Pass",
        "'pkceRequired':true,'supportedResponseTypes':['TOKEN']",
        "'parRequired':true,'pkceS256Required':true,'responseTypes':['CODE']"
    )]
    [InlineData("F11", "Fapi2", "Fail", "", null)]
    [InlineData("F11", "Fapi2", "Pass", "'refreshTokenKept':true", null)]
    [InlineData("F12", "Fapi2", "Fail", "'allowableClockSkew':10", null)]
    [InlineData("F12", "Fapi2", "Fail", "'pushedAuthReqDuration':600,'allowableClockSkew':10", null)]
    [InlineData("F12", "Fapi2", "Fail", "'pushedAuthReqDuration':599,'allowableClockSkew':9", null)]
    [InlineData("F12", "Fapi2", "Fail", "'pushedAuthReqDuration':599,'allowableClockSkew':61", null)]
    [InlineData("F12", "Fapi2", "Fail", Times + ",'issSuppressed':true", null)]
    [InlineData("F12", "Fapi2", "Investigate", Times, null)]
    public void A_FAPI_rule_has_the_expected_outcome(string rule, string profile, string outcome, string service, string? client)
    {
        var finding = RuleCheckRun.Check("AUT-" + rule, "{" + service + "}", client is null ? null : "{" + client + "}", profile);

        Assert.Equal(outcome, finding.Outcome.ToString());
        Assert.Equal(finding.Rule.Severity, finding.Severity);
    }

    [Fact]
    public void The_strictest_of_several_scopes_decides()
    {
        const string Both =
            Profiles
            + ",'supportedScopes':[{'name':'pay','attributes':[{'key':'fapi','value':'rw'}]},{'name':'read','attributes':[{'key':'fapi','value':'r'}]}]";

        Assert.Equal("Fail", RuleCheckRun.Check("AUT-F04", "{" + Both + "}", "{'pkceRequired':true}").Outcome.ToString());
        Assert.Equal(
            "Pass",
            RuleCheckRun
                .Check(
                    "AUT-F04",
                    "{" + Both + "}",
                    "{'pkceRequired':true,'extension':{'requestableScopesEnabled':true,'requestableScopes':['read']}}"
                )
                .Outcome.ToString()
        );
    }

    [Theory]
    [InlineData("AUT-F04", "Fail")]
    [InlineData("AUT-F05", "Fail")]
    [InlineData("AUT-F06", "Skipped")]
    [InlineData("AUT-F08", "NotApplicable")]
    public void With_a_profile_only_rules_that_read_the_service_need_it(string rule, string outcome)
    {
        Assert.Equal(outcome, RuleCheckRun.Check(rule, null, "{}", "Fapi1").Outcome.ToString());
        Assert.Equal("Skipped", RuleCheckRun.Check(rule, null, "{}").Outcome.ToString());
    }
}
