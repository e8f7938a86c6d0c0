using System;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The user's language, digits, and calendar don't affect the values that are sent and read.</summary>
public sealed class CultureTests(SandboxFixture fixture) : EngineTests(fixture)
{
    public static TheoryData<string> Cultures => ["tr-TR", "ja-JP", "th-TH", "ar-SA", "fa-IR", "de-DE"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void The_complete_flow_works_in_every_culture(string culture)
    {
        using var session = SessionIn(culture);

        var output = Run(
            session,
            "$code = "
                + Scripts.Code
                + "; $token = Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters "
                + Scripts.CodeRequest
                + "; $token.Action; ($token | Invoke-AuthleteIntrospection -Scopes openid).Action; ($token | Invoke-AuthleteUserInfo).Action; @($token | Get-AuthleteAccessToken).Count"
        );

        Assert.Equal("OK,OK,OK,1", string.Join(",", output));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Times_and_numbers_arrive_as_the_API_counts_them(string culture)
    {
        using var session = SessionIn(culture);

        Run(
            session,
            Scripts.Authorization
                + " | Approve-AuthleteAuthorization -Subject user-1 -AuthTime '2026-07-01T12:00:00Z' -AccessTokenDuration 1234567 -Claims @{ pi = 3.25; n = -5 }"
        );

        var body = Sandbox.LastBody("/auth/authorization/issue");
        Assert.Equal(1782907200, (long?)body["authTime"]);
        Assert.Equal(1234567, (long?)body["accessTokenDuration"]);
        Assert.Contains("\"pi\":3.25", (string?)body["claims"], StringComparison.Ordinal);
        Assert.Contains("\"n\":-5", (string?)body["claims"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Parameters_of_a_dictionary_are_written_alike(string culture)
    {
        using var session = SessionIn(culture);

        Run(
            session,
            "Invoke-AuthleteAuthorization ([ordered]@{ max_age = 3600; ratio = 1.5; minus = -1; at = 12345678901; flag = $true })"
        );

        Assert.Equal("max_age=3600&ratio=1.5&minus=-1&at=12345678901&flag=true", Sandbox.LastParameters("/auth/authorization"));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Ids_and_pages_are_written_alike(string culture)
    {
        using var session = SessionIn(culture);

        var calls = Sandbox.CallsDuring(() => Run(session, "Get-AuthleteClient -First 1 | Get-AuthleteClient"));

        Assert.Equal("?start=0&end=1", calls[0].Query);
        Assert.Equal("/api/client/get/" + Sandbox.ConfidentialClient.ClientId.ToString(CultureInfo.InvariantCulture), calls[1].Path);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Enumerated_values_and_names_do_not_mind_the_dotless_i(string culture)
    {
        using var session = SessionIn(culture);

        Run(session, "New-AuthleteClient -ClientType confidential -GrantTypes implicit -ApplicationType native");

        var body = Sandbox.LastBody("/client/create");
        Assert.Equal("CONFIDENTIAL", (string?)body["clientType"]);
        Assert.Equal("""["IMPLICIT"]""", body["grantTypes"]!.ToJsonString());
        Assert.Equal("Service", Run(session, "(Test-AuthleteCredential).Kind").Single().ToString());
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_time_is_the_same_instant(string culture)
    {
        using var session = SessionIn(culture);

        var created = (DateTimeOffset)Run(session, "(Get-AuthleteClient -ClientId $clientId).CreatedAt").Single().BaseObject;

        Assert.InRange(created, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_change_of_a_whole_object_changes_nothing_else(string culture)
    {
        using var session = SessionIn(culture);
        Run(
            session,
            "$script:client = New-AuthleteClient -ClientName 'I i ı İ' -DefaultMaxAge 1234567 -BcDeliveryMode ping -BcNotificationEndpoint 'https://a.example/'"
        );
        var before = JsonNode.Parse(session.RunSingle("$client.ToJson()").ToString())!.AsObject();

        Run(session, "$null = $client | Set-AuthleteClient -Description x");

        var sent = Sandbox.LastBody(
            "/client/update/" + ((long)session.RunSingle("$client.ClientId").BaseObject).ToString(CultureInfo.InvariantCulture)
        );
        Assert.True(sent.Remove("description"));
        Assert.True(JsonNode.DeepEquals(before, sent), sent.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void An_id_is_shown_without_grouping_in_the_digits_that_a_parameter_takes(string culture)
    {
        using var session = SessionIn(culture);

        var shown = Run(session, "\"$((Get-AuthleteClient $clientId).ClientId)\"; (Get-AuthleteClient $clientId).ClientId.ToString()");

        Assert.All(shown, id => Assert.Equal(Sandbox.ConfidentialClient.ClientId.ToString(CultureInfo.InvariantCulture), id.ToString()));
    }

    private EngineSession SessionIn(string culture)
    {
        var session = EngineSession.Connected(Sandbox);
        session.Set("culture", culture);
        return session;
    }

    // Each pipeline has its own thread, so set the culture in each.
    private static Collection<PSObject> Run(EngineSession session, string script)
    {
        var output = session.Run(
            "[cultureinfo]::CurrentCulture = $culture; [cultureinfo]::CurrentUICulture = $culture; [cultureinfo]::CurrentCulture.Name; "
                + script
        );
        Assert.Equal(session.RunSingle("$culture").ToString(), output[0].ToString());
        output.RemoveAt(0);
        return output;
    }
}
