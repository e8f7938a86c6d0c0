using System;
using System.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>A change never undoes someone else's concurrent change. The server's clock stands still, so modification times don't help.</summary>
public sealed class ConcurrentChangeTests(ConcurrentChangeTests.StillFixture fixture)
    : EngineTests<ConcurrentChangeTests.StillFixture>(fixture)
{
    private const string NewService =
        "$service = New-AuthleteService -ServiceName s -Issuer 'https://s.example.com' -SupportedResponseTypes CODE; ";

    [Theory]
    [InlineData("$client", "$client.ClientId", "Set-AuthleteClient", "-PkceRequired $false", "pkceRequired")]
    [InlineData(
        "$client",
        "$client.ClientId",
        "Set-AuthleteClient",
        "-Description theirs -Extension @{ accessTokenDuration = 60 }",
        "description, extension"
    )]
    [InlineData("$client", "$client.ClientId", "Set-AuthleteClient", "-Contacts c@example.com", "contacts")]
    [InlineData("$service", "$service.ApiKey", "Set-AuthleteService", "-AccessTokenDuration 77", "accessTokenDuration")]
    [InlineData("$service", "$service.ApiKey", "Set-AuthleteService", "-SupportedScopes @(@{ name = 'theirs' })", "supportedScopes")]
    public void An_older_object_is_refused_and_names_what_would_be_lost(
        string variable,
        string id,
        string cmdlet,
        string theirs,
        string names
    )
    {
        Session.Run(Scripts.NewClient + NewService + $"$old = {variable}");

        var calls = Sandbox.CallsDuring(() =>
        {
            Session.Run($"$null = {cmdlet} {id} {theirs}");
            var error = Session.RunError($"$old.Description = 'mine'; $old | {cmdlet}");
            Assert.Equal("ConcurrentChange", error.Id());
            Assert.Contains("after the object was read: " + names, error.Message(), StringComparison.Ordinal);
        });

        Assert.Single(calls, call => call.Method == "POST");
        Assert.Equal("mine", Session.RunSingle($"($old | {cmdlet} -Force).Description").ToString());
    }

    [Fact]
    public void An_untyped_view_is_compared_with_what_was_read_too()
    {
        Session.Run(
            Scripts.NewClient
                + "$old = Invoke-AuthleteApi \"/client/get/$($client.ClientId)\"; $null = Set-AuthleteClient $client.ClientId -PkceRequired $false"
        );

        Assert.Equal("ConcurrentChange", Session.RunError("$old.description = 'mine'; $old | Set-AuthleteClient").Id());
        Assert.Equal(
            "mine",
            Session
                .RunSingle(
                    "$new = Invoke-AuthleteApi \"/client/get/$($client.ClientId)\"; $new.description = 'mine'; ($new | Set-AuthleteClient).Description"
                )
                .ToString()
        );
    }

    [Theory]
    [InlineData("Get-AuthleteClient $client.ClientId")]
    [InlineData("Get-AuthleteClient | Where-Object ClientId -eq $client.ClientId")]
    [InlineData("Set-AuthleteClient $client.ClientId -LogoUri 'https://logo.example.com/'")]
    [InlineData("Set-AuthleteClient $client.ClientId -GrantTypes IMPLICIT, AUTHORIZATION_CODE -ResponseTypes CODE")]
    [InlineData("$client")]
    public void An_object_that_was_read_or_written_last_is_no_conflict(string script)
    {
        Session.Run(Scripts.NewClient);

        var result = Session.TryRun($"$mine = {script}; $mine.Description = 'mine'; $mine | Set-AuthleteClient");

        Assert.Empty(result.Errors);
        Assert.Equal("mine", Assert.Single(result.Output).Value("Description"));
    }

    [Fact]
    public void One_s_own_changes_with_the_same_object_are_no_conflict()
    {
        Session.Run(Scripts.NewClient);

        var output = Session.Run(
            "foreach ($text in 'a', 'b', 'c') { $client.Description = $text; $client.GrantTypes = 'implicit', 'authorization_code'; $client | Set-AuthleteClient }"
        );

        Assert.Equal(["a", "b", "c"], output.Select(client => client.Text("Description")));
    }

    [Fact]
    public void A_parameter_beside_the_object_is_a_change_that_the_object_does_not_know_of()
    {
        Session.Run(Scripts.NewClient + "$null = $client | Set-AuthleteClient -Description parameter");

        Assert.Equal("ConcurrentChange", Session.RunError("$client.LogoUri = 'https://a.example.com/'; $client | Set-AuthleteClient").Id());
    }

    [Fact]
    public void An_object_that_is_as_wanted_already_is_written_whoever_made_it_so()
    {
        Session.Run(Scripts.NewClient + "$null = Set-AuthleteClient $client.ClientId -Description same; $client.Description = 'same'");

        var calls = Sandbox.CallsDuring(() =>
            Assert.Equal("same", Session.RunSingle("($client | Set-AuthleteClient).Description").ToString())
        );

        Assert.DoesNotContain(calls, call => call.Method == "POST");
    }

    [Fact]
    public void Server_managed_members_and_those_of_other_cmdlets_are_no_conflict()
    {
        Session.Run(NewService + "$null = New-AuthleteClient -Connection ($service | Connect-Authlete -SkipTest)");
        Session.Run(Scripts.NewClient + "$null = Reset-AuthleteClientSecret $client.ClientId -Confirm:$false");

        var result = Session.TryRun(
            "$service.Description = 'mine'; $service | Set-AuthleteService; $client.Description = 'mine'; $client | Set-AuthleteClient"
        );

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.All(result.Output, item => Assert.Equal("mine", item.Value("Description")));
    }

    [Theory]
    [InlineData("Set-AuthleteClient $client.ClientId", "-PkceRequired $false", "PkceRequired", false)]
    [InlineData("Set-AuthleteService $service.ApiKey", "-AccessTokenDuration 9", "AccessTokenDuration", 9L)]
    public void Changes_that_others_make_during_the_prompt_survive(string change, string theirs, string property, object value)
    {
        var output = Assert.Single(RunWhileAsked(change + " -Description mine", $"$null = {change} {theirs}").Output);

        Assert.Equal("mine", output.Text("Description"));
        Assert.Equal(value, output.Value(property));
    }

    [Theory]
    [InlineData(
        "$client | Set-AuthleteClient",
        "Set-AuthleteClient $client.ClientId -PkceRequired $false",
        "ConcurrentChange",
        "pkceRequired"
    )]
    [InlineData(
        "$service | Set-AuthleteService",
        "Set-AuthleteService $service.ApiKey -AccessTokenDuration 9",
        "ConcurrentChange",
        "accessTokenDuration"
    )]
    [InlineData(
        "Set-AuthleteClient $client.ClientId",
        "Set-AuthleteClient $client.ClientId -Description theirs",
        "ConcurrentChange",
        "description"
    )]
    [InlineData("Set-AuthleteClient $client.ClientId", "Lock-AuthleteClient $client.ClientId", "A027204", "")]
    [InlineData("Set-AuthleteClient $client.ClientId", "Remove-AuthleteClient $client.ClientId -Confirm:$false", "A027203", "")]
    public void A_change_that_would_undo_what_others_did_while_the_question_waited_is_refused(
        string change,
        string theirs,
        string id,
        string names
    )
    {
        var result = RunWhileAsked(change + " -Description mine", "$null = " + theirs);

        var error = Assert.Single(result.Errors);
        Assert.Equal(id, error.Id());
        Assert.Contains(names, error.Message(), StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Force_overwrites_only_changes_made_during_the_prompt()
    {
        var output = Assert.Single(
            RunWhileAsked(
                "Set-AuthleteClient $client.ClientId -Description mine -Force",
                "$null = Set-AuthleteClient $client.ClientId -Description theirs -LogoUri 'https://theirs.example.com/'"
            ).Output
        );

        Assert.Equal("mine", output.Text("Description"));
        Assert.Equal("https://theirs.example.com/", output.Text("LogoUri"));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(-5000, 2)]
    public void A_question_that_was_answered_within_a_second_reads_once(int milliseconds, int reads)
    {
        using var session = Waiting(TimeSpan.FromMilliseconds(milliseconds), static () => { });
        session.Run(Scripts.NewClient);

        var calls = Sandbox.CallsDuring(() => session.Run("Set-AuthleteClient $client.ClientId -Description mine -Confirm"));

        Assert.Equal(reads, calls.Count(call => call.Method == "GET"));
        Assert.Equal(1, calls.Count(call => call.Method == "POST"));
    }

    [Fact]
    public void An_object_that_someone_else_changed_as_wanted_during_the_prompt_is_written_as_it_is_now()
    {
        var result = RunWhileAsked(
            "Set-AuthleteClient $client.ClientId -Description mine -Force",
            "Set-AuthleteClient $client.ClientId -Description mine -TosUri https://client.example.com/tos"
        );

        var written = Assert.Single(result.Output);
        Assert.Equal(("mine", "https://client.example.com/tos"), (written.Text("Description"), written.Text("TosUri")));
    }

    /// <summary>Runs a change whose prompt waits 13 seconds, during which another session makes a change.</summary>
    private RunResult RunWhileAsked(string change, string theirs)
    {
        using var other = EngineSession.Connected(Sandbox);
        using var session = Waiting(TimeSpan.FromSeconds(13), () => other.Run(theirs));
        session.Run(Scripts.NewClient + NewService);
        other.Set("client", session.RunSingle("$client").BaseObject);
        other.Set("service", session.RunSingle("$service").BaseObject);
        return session.TryRun(change + " -Confirm");
    }

    private EngineSession Waiting(TimeSpan time, Action meanwhile)
    {
        var clock = new ManualClock();
        var host = new CapturingHost(beforeAnswer: () =>
        {
            meanwhile();
            clock.Advance(time);
        });
        var session = EngineSession.Connected(Sandbox, host);
        session.UseClock(clock);
        return session;
    }

    public sealed class StillFixture : SandboxFixture
    {
        protected override SandboxOptions Options { get; } = new() { TimeProvider = new ManualClock() };
    }
}
