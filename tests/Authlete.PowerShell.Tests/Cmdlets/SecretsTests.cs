using System;
using System.Linq;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>
/// Recognizable secrets pass through every cmdlet, in success and failure, with all streams enabled. None may appear in any stream except
/// the output, or in the default view.
/// </summary>
public sealed class SecretsTests : IAsyncLifetime
{
    private const string ServiceSecret = "Canary service secret/+=&é%";
    private const string OwnerSecret = "Canary owner secret/+=&é%";

    private SandboxServer _sandbox = null!;

    public static TheoryData<string> Scripts => SecretScripts.All;

    public static TheoryData<string, string> Senders => SecretScripts.Senders;

    public async ValueTask InitializeAsync() =>
        _sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { ServiceApiSecret = ServiceSecret, ServiceOwnerApiSecret = OwnerSecret }
        );

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Theory]
    [MemberData(nameof(Scripts))]
    public void No_secret_shows_in_a_stream_or_in_the_default_view(string script)
    {
        var host = new CapturingHost();
        using var session = Prepared(host, out var secrets);
        var before = host.Text.Length;

        var result = session.TryRun(script);
        secrets.CheckAbsentFrom(script, result);

        session.Set("result", result.Output);
        session.Set("errors", result.Errors);
        session.Run("$result | Out-Default; $errors | Out-Default");
        secrets.CheckAbsentFrom("the default view of " + script, WithoutUsersLines(host.Text[before..], script));
        foreach (var item in result.Output)
        {
            // Check views and results. A bare string is data that the user requested.
            if (item.BaseObject is not string)
            {
                secrets.CheckAbsentFrom("ToString of " + script, item.ToString());
            }
        }
    }

    [Fact]
    public void Every_cmdlet_is_run() =>
        Assert.All(
            ImportedModule.Cmdlets.Keys,
            cmdlet =>
                Assert.Contains(
                    Scripts.Select(row => row.Data).Append(SecretScripts.Preparation),
                    script => SecretScripts.RunsSameCmdlet(script, cmdlet)
                )
        );

    [Fact]
    public void Values_in_a_wrapped_item_are_masked_in_the_servers_text()
    {
        using var session = EngineSession.Connected(_sandbox);
        _sandbox.Faults.Enqueue(
            Fault.Status(
                200,
                Answers.Client(
                    77,
                    """ "newPart":{"s":"canary-secret-1"},"newList":[{"pin":"canary-secret-2","deep":[{"x":"canary-secret-3"}]}] """
                )
            ),
            "/client/get/77"
        );
        _sandbox.Faults.Enqueue(
            Fault.Status(
                400,
                """{"resultCode":"A000201","resultMessage":"[A000201] bad canary-secret-1 canary-secret-2 canary-secret-3"}"""
            ),
            "/any"
        );

        var error = session.RunError("$client = Get-AuthleteClient 77; Invoke-AuthleteApi /any -Method POST -Body $client");

        Assert.DoesNotContain("canary", error.Message() + error.OfException("ResultMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_searched_output_is_not_empty()
    {
        var host = new CapturingHost();
        using var session = Prepared(host, out var secrets);

        var result = session.TryRun("Get-AuthleteClient -ClientId $id; Get-AuthleteClient -ClientId 99");
        session.Set("result", result.Output);
        session.Run("$result | Out-Default");

        Assert.NotEmpty(result.Verbose);
        Assert.NotEmpty(result.Errors);
        Assert.Contains("Canary", host.Text, StringComparison.Ordinal);
        var shown = session.RunSingle("$secret").ToString();
        Assert.ThrowsAny<Exception>(() =>
            secrets.CheckAbsentFrom("here", "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(shown)))
        );
    }

    [Theory]
    [MemberData(nameof(Senders))]
    public void A_server_that_sends_secrets_back_in_its_message_does_not_make_them_show(string script, string path)
    {
        using var session = Prepared(null, out var secrets);
        var echo = session
            .RunSingle(
                """
                $texts = $secret, $accessToken, $refreshToken, $code, $ticket, $passwordTicket
                $texts += $texts | ForEach-Object { [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($_)); [uri]::EscapeDataString($_) }
                $texts -join ' '
                """
            )
            .ToString();
        var sent = new Secrets();
        foreach (var name in SentBy(script))
        {
            sent.Add(name, session.RunSingle("$" + name));
        }

        sent.Add("service's secret", ServiceSecret);
        sent.Add("service's Basic header", Basic(_sandbox.ServiceApiKey, ServiceSecret));

        foreach (var status in new[] { 400, 401, 500 })
        {
            _sandbox.Faults.Enqueue(Echo(status, echo), path);
            sent.CheckAbsentFrom(script, session.TryRun(script));
        }

        _sandbox.Faults.Enqueue(Fault.Status(502, "<html>" + echo + "</html>", "text/html"), path);
        secrets.CheckAbsentFrom(script, session.TryRun(script));
        _sandbox.Faults.Enqueue(Fault.Status(200, "{\"accessToken\":\"" + echo, "application/json"), path);
        secrets.CheckAbsentFrom(script, session.TryRun(script));
        _sandbox.Faults.Enqueue(Fault.Redirect("https://elsewhere.example.com/?t=" + Uri.EscapeDataString(echo)), path);
        secrets.CheckAbsentFrom(script, session.TryRun(script));
    }

    [Fact]
    public void A_refusal_that_repeats_the_credential_does_not_make_it_show()
    {
        using var session = Prepared(null, out var secrets);
        foreach (
            var script in new[]
            {
                "Connect-Authlete $credential -BaseUri $baseUri",
                "Test-AuthleteCredential -Credential $credential -BaseUri $baseUri",
                "Get-AuthleteServiceConfiguration",
            }
        )
        {
            _sandbox.Faults.Enqueue(
                Echo(
                    401,
                    ServiceSecret.Replace("\"", "", StringComparison.Ordinal)
                        + " "
                        + Basic(_sandbox.ServiceApiKey, ServiceSecret)
                        + " "
                        + Uri.EscapeDataString(ServiceSecret)
                ),
                "/service/configuration"
            );

            var result = session.TryRun(script);

            secrets.CheckAbsentFrom(script, result);
            foreach (var output in result.Output)
            {
                secrets.CheckAbsentFrom(script, output.Text("ResultMessage") + output.Text("Reason"));
            }
        }
    }

    private static Fault Echo(int status, string text) =>
        Fault.Status(
            status,
            System.Text.Json.JsonSerializer.Serialize(new { resultCode = "A999999", resultMessage = "[A999999] You sent " + text })
        );

    private static string Basic(string key, string secret) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(key + ":" + secret));

    private static string[] SentBy(string script) =>
        Array.FindAll(
            ["secret", "accessToken", "refreshToken", "code", "ticket", "passwordTicket"],
            name => script.Contains("$" + name, StringComparison.Ordinal)
        );

    // The view of an error quotes the user's line.
    private static string WithoutUsersLines(string text, string script) => text.Replace(script, "", StringComparison.Ordinal);

    private EngineSession Prepared(CapturingHost? host, out Secrets secrets)
    {
        var session = EngineSession.Connected(_sandbox, host);
        session.Set("mixed", EngineSession.Credential(_sandbox.ServiceApiKey, OwnerSecret));
        session.Set("tokenAsKey", EngineSession.Credential("Kcl4BsoKJEKHtTqiAT2zIK0uFL8Bx-a8DRbLK7qVaYs", ServiceSecret));
        session.Set("malformed", EngineSession.Credential("99", ServiceSecret + "\n"));
        session.Run(SecretScripts.Preparation);
        session.Run("$global:VerbosePreference = 'Continue'; $global:DebugPreference = 'Continue'");
        secrets = new Secrets();
        secrets.Add("service's secret", ServiceSecret);
        secrets.Add("owner's secret", OwnerSecret);
        secrets.Add("service's Basic header", Basic(_sandbox.ServiceApiKey, ServiceSecret));
        secrets.Add("owner's Basic header", Basic(_sandbox.ServiceOwnerApiKey, OwnerSecret));
        secrets.Add("token as key", "Kcl4BsoKJEKHtTqiAT2zIK0uFL8Bx-a8DRbLK7qVaYs");
        secrets.Add("seeded client's secret", _sandbox.ConfidentialClient.ClientSecret);
        foreach (
            var name in new[]
            {
                "secret",
                "password",
                "ticket",
                "usedTicket",
                "code",
                "usedCode",
                "accessToken",
                "refreshToken",
                "passwordTicket",
                "otherToken",
                "pkce.CodeVerifier",
                "backchannelTicket",
                "authReqId",
                "deviceCode",
                "registrationToken",
                "privatePart",
                "newSecret",
            }
        )
        {
            secrets.Add(name, session.RunSingle("$" + name));
        }

        return session;
    }
}
