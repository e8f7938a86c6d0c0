using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>A server's text reaches no stream or screen with values that were sent, or with characters that control a terminal.</summary>
public sealed class ServerTextTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Password = "pass&word/with+odd=characters";
    private const string Hostile = "\u001b]8;;http://evil.example\u0007\u009b2J\u202e\r\n";

    private static readonly (string Encoding, Func<string, string> Encode)[] s_encodings =
    [
        ("plain", text => text),
        ("percent", Uri.EscapeDataString),
        ("lower case", text => Uri.EscapeDataString(text).Replace("%2F", "%2f").Replace("%2B", "%2b").Replace("%3D", "%3d")),
        ("JSON", text => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"\\u{(int)c:x4}"))),
        ("HTML", text => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"&#{(int)c};"))),
        ("hexadecimal", text => Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        ("Base64", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
    ];

    public static TheoryData<string, string, string, string> Relayed { get; } =
        new()
        {
            {
                "/auth/authorization",
                "Invoke-AuthleteAuthorization -Parameters @{ client_id = '1'; password = $secret }",
                "Approve-AuthleteAuthorization -Subject u",
                "NoTicket"
            },
            {
                "/auth/authorization",
                "Invoke-AuthleteAuthorization -Parameters @{ request = $secret }",
                "Deny-AuthleteAuthorization -Reason UNKNOWN",
                "NoTicket"
            },
            {
                "/auth/token",
                "Invoke-AuthleteToken -Parameters @{ grant_type = 'password'; username = 'u'; password = $secret }",
                "Approve-AuthleteToken -Subject u",
                "NoTicket"
            },
            {
                "/auth/token",
                "Invoke-AuthleteToken -Parameters @{ a = 'b' } -ClientId 1 -ClientSecret $secret",
                "Invoke-AuthleteIntrospection",
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Relayed))]
    public void A_relayed_answer_that_quotes_what_was_sent_shows_nothing_of_it(string path, string first, string next, string errorId)
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);
        session.Set("secret", Password);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(Sandbox.ServiceApiKey + ":" + Sandbox.ServiceApiSecret));
        var forms = new[] { Password, Sandbox.ServiceApiSecret }
            .SelectMany(secret => s_encodings.Select(encoding => encoding.Encode(secret)))
            .Append(basic)
            .ToList();
        var message = Hostile + string.Join(" | ", forms);
        Sandbox.Faults.Enqueue(
            Fault.Status(
                200,
                $$"""{"action":"BAD_REQUEST","resultCode":"A009301","resultMessage":{{JsonSerializer.Serialize("[A009301] " + message)}}}"""
            ),
            path
        );

        var result = session.TryRun(
            $"$r = {first} -Verbose; $r | Out-Default; '', $r | Out-Default; $r | {next} -Verbose; $r.ResultMessage"
        );

        var error = Assert.Single(result.Errors);
        Assert.StartsWith(errorId, error.Id(), StringComparison.Ordinal);
        Assert.Equal("[A009301] " + message, result.Output.Last().ToString());
        var shown = string.Join(
            '\n',
            result.Verbose.Concat(result.Warnings).Append(error.ToString()).Append(error.Exception.ToString()).Append(host.Text)
        );
        Assert.Contains("***", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("***", host.Text, StringComparison.Ordinal);
        Assert.All(forms, form => Assert.DoesNotContain(form, shown, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("]8;;http://evil.example\u0007", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u009b', shown);
        Assert.DoesNotContain('\u202e', shown);
    }

    [Fact]
    public void An_untyped_answer_that_quotes_what_was_sent_shows_nothing_of_it()
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);
        session.Set("secret", Password);
        var body = JsonSerializer.Serialize(
            new
            {
                resultCode = "A050301",
                action = "INVALID_REQUEST",
                resultMessage = "Not " + Password,
            }
        );

        foreach (var display in new[] { "", " | Format-List", " | ForEach-Object { 1; $_ }" })
        {
            Sandbox.Faults.Enqueue(Fault.Status(200, body), "/auth/token");
            session.Run(
                "Invoke-AuthleteApi /auth/token POST -Body @{ parameters = 'a=b'; clientSecret = $secret } -Confirm:$false"
                    + display
                    + " | Out-Default"
            );
        }

        Assert.Contains("INVALID_REQUEST", host.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_shows_what_a_terminal_acts_on_escaped()
    {
        Sandbox.Faults.Enqueue(
            Fault.Status(400, $$"""{"resultCode":"A057301","resultMessage":{{JsonSerializer.Serialize("x" + Hostile)}}}"""),
            "/auth/introspection"
        );

        var error = Session.RunError("Invoke-AuthleteIntrospection a");

        Assert.Contains(@"x\u001b]8;;http://evil.example\u0007\u009b2J\u202e\r\n", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(error.ToString() + error.Exception.Message + error.OfException("ResultMessage"), char.IsControl);
    }

    [Fact]
    public void An_action_that_is_an_error_is_shown_masked_and_escaped()
    {
        Sandbox.Faults.Enqueue(
            Fault.Status(
                200,
                $$"""{"action":{{JsonSerializer.Serialize("BAD" + Hostile)}},"resultCode":"A1\u001b[2J","resultMessage":{{JsonSerializer.Serialize(Sandbox.ServiceApiSecret + Hostile)}}}"""
            ),
            "/auth/token/create"
        );

        var error = Session.RunError("New-AuthleteAccessToken -ClientId $clientId -GrantType CLIENT_CREDENTIALS");

        var shown = error.ToString() + error.Exception.Message + error.FullyQualifiedErrorId + error.CategoryInfo;
        Assert.DoesNotContain(shown, char.IsControl);
        Assert.DoesNotContain(Sandbox.ServiceApiSecret, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_a_terminal_acts_on_is_escaped_in_questions()
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);

        session.Run("Remove-AuthleteClient -ClientId \"a`e[2J$([char]0x202e)\" -WhatIf");

        Assert.Contains(@"a\u001b[2J\u202e", host.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', host.Text);
    }

    [Fact]
    public void An_identifier_that_a_terminal_acts_on_is_escaped_in_all_texts_of_its_error()
    {
        var error = Session.RunError("Get-AuthleteClient -ClientId \"a`e[2J$([char]0x202e)\"");

        Assert.Equal("a\u001b[2J\u202e", error.TargetObject);
        Assert.Contains(@"a\u001b[2J\u202e", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(error.ToString() + error.CategoryInfo, character => char.IsControl(character) || character == '\u202e');
    }

    [Fact]
    public void Objects_in_a_long_list_are_prepared_bit_by_bit()
    {
        var items = string.Join(',', Enumerable.Range(0, 12_000).Select(i => $"{{\"a\":{i}}}"));
        Sandbox.Faults.Enqueue(Fault.Status(200, $$"""{"action":"OK","resultCode":"A056001","list":[{{items}}]}"""), "/auth/introspection");

        var result = Session.Run("$r = Invoke-AuthleteIntrospection a; $r.list.Count; $r.list[0].a; $r.list[11999].a");

        Assert.Equal("12000 0 11999", string.Join(' ', result));
    }

    [Fact]
    public void Many_unknown_members_become_properties_up_to_a_limit_and_the_others_stay_members()
    {
        var members = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"\"n{i}\":{i},"));
        Sandbox.Faults.Enqueue(Fault.Status(200, "{" + members + "\"action\":\"OK\",\"resultCode\":\"A056001\"}"), "/auth/introspection");

        var result = Session.Run(
            "$r = Invoke-AuthleteIntrospection a; @($r.psobject.Properties.Name -match '^n\\d').Count; $r.n7; $r.GetMember('n19999'); @($r.GetMemberNames()).Count"
        );

        Assert.Equal(
            [1000, 7L, 19_999L, 20_002],
            result.Select(item => item.BaseObject).Select(value => value is int number && number < 20 ? (long)number : value)
        );
    }
}
