using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Changes of many objects at the same time.</summary>
public sealed class ThrottledChangeTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const int Count = 30;

    private const string NewClients = "$clients = 1..30 | ForEach-Object { New-AuthleteClient -ClientName \"client-$_\" }; ";

    private const string Describe =
        " | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.FullyQualifiedErrorId.Split(',')[0] } else { $_.ClientName } }";

    private static readonly string[] s_names = [.. Enumerable.Range(1, Count).Select(number => $"client-{number}")];

    [Fact]
    public void Whole_objects_are_changed_and_written_in_the_order_of_the_input()
    {
        Session.Run(NewClients);

        var names = Session.Run(
            "$clients | ForEach-Object { $_.Description = 'x'; $_ } | Set-AuthleteClient -ThrottleLimit 8 | ForEach-Object ClientName"
        );

        Assert.Equal(s_names, names.Select(name => name.ToString()));
        Assert.All(
            Session.Run("$clients | Get-AuthleteClient -ThrottleLimit 8 | ForEach-Object Description"),
            text => Assert.Equal("x", text.ToString())
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public void Objects_that_someone_else_changed_are_errors_at_their_positions(int limit)
    {
        Session.Run(NewClients + "$clients[4, 5, 29] | ForEach-Object { $null = Set-AuthleteClient $_.ClientId -Description theirs }");

        var output = Session.Run(
            $"$clients | ForEach-Object {{ $_.Description = 'x'; $_ }} | Set-AuthleteClient -ThrottleLimit {limit} 2>&1{Describe}"
        );

        Assert.Equal(
            s_names.Select((name, index) => index is 4 or 5 or 29 ? "ConcurrentChange" : name),
            output.Select(item => item.ToString())
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Every_tenth_object_that_no_longer_exists_is_an_error_at_its_position(int limit)
    {
        Session.Run(NewClients + "$clients[9, 19, 29] | Remove-AuthleteClient -Confirm:$false");

        var output = Session.Run(
            $"$clients | ForEach-Object {{ $_.Description = 'x'; $_ }} | Set-AuthleteClient -ThrottleLimit {limit} 2>&1{Describe}"
        );

        Assert.Equal(s_names.Select((name, index) => index % 10 == 9 ? "A027203" : name), output.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Prompts_appear_in_the_order_of_the_input_and_on_the_pipeline_thread(int limit)
    {
        var threads = new List<int>();
        var host = new CapturingHost(beforeAnswer: () => threads.Add(Environment.CurrentManagedThreadId));
        using var session = EngineSession.Connected(Sandbox, host);
        session.Run(NewClients);

        var thread = session.Run(
            $"[Environment]::CurrentManagedThreadId; $null = $clients | Set-AuthleteClient -Description asked -ThrottleLimit {limit} -Confirm; [Environment]::CurrentManagedThreadId"
        );

        Assert.Equal(thread[0].BaseObject, thread[1].BaseObject);
        Assert.Equal(Count, threads.Count);
        Assert.All(threads, id => Assert.Equal(thread[0].BaseObject, id));
        Assert.Equal(Ids(session), Named(host));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void A_client_that_can_not_be_read_again_after_a_question_that_waited_is_an_error_at_its_place(int limit)
    {
        var clock = new ManualClock();
        var asked = 0;
        var host = new CapturingHost(beforeAnswer: () =>
        {
            // By the last prompt, all objects have been read once.
            if (++asked == Count)
            {
                clock.Advance();
                Sandbox.Faults.Enqueue("operation=client_get_api; status=400; result-code=A001101");
            }
        });
        using var session = EngineSession.Connected(Sandbox, host);
        session.UseClock(clock);
        session.Run(NewClients);

        var output = session.Run($"$clients | Set-AuthleteClient -Description asked -ThrottleLimit {limit} -Confirm 2>&1{Describe}");

        Assert.Equal([.. s_names[..^1], "A001101"], output.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void WhatIf_shows_each_in_the_order_of_the_input_and_changes_nothing(int limit)
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);
        session.Run(NewClients);

        var calls = Sandbox.CallsDuring(() =>
            Assert.Empty(session.Run($"$clients | Set-AuthleteClient -Description x -ThrottleLimit {limit} -WhatIf"))
        );

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
        Assert.Equal(Ids(session), Named(host));
    }

    [Fact]
    public void Each_warning_is_written_once()
    {
        Session.Run(NewClients);

        var result = Session.TryRun(
            """$null = $clients | ForEach-Object { $_.ToJson() -replace '"clientSecret":"', '$0other' } | Set-AuthleteClient -Description x -ThrottleLimit 8"""
        );

        Assert.Empty(result.Errors);
        Assert.Equal(Count, result.Warnings.Count(warning => warning.Contains("clientSecret", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_downstream_cmdlet_that_has_enough_ends_the_changes()
    {
        Session.Run(NewClients);

        var names = Session.Run(
            "$clients | ForEach-Object { $_.Description = 'x'; $_ } | Set-AuthleteClient -ThrottleLimit 4 | Select-Object -First 3 | ForEach-Object ClientName"
        );

        Assert.Equal(s_names[..3], names.Select(name => name.ToString()));
        Assert.InRange(
            (int)
                Session
                    .RunSingle("($clients | Get-AuthleteClient -ThrottleLimit 8 | Where-Object Description -EQ x | Measure-Object).Count")
                    .BaseObject,
            3,
            11
        );
    }

    [Fact]
    public void The_same_name_twice_makes_two_clients()
    {
        var ids = Session.Run(
            "'twin', 'twin' | ForEach-Object { [pscustomobject]@{ clientName = $_ } } | New-AuthleteClient -ThrottleLimit 8 | ForEach-Object ClientId"
        );

        Assert.Equal(2, ids.Select(id => id.BaseObject).Distinct().Count());
    }

    [Fact]
    public void The_same_object_twice_is_changed_one_after_the_other()
    {
        Session.Run(Scripts.NewClient);

        var texts = Session.Run(
            "1..6 | ForEach-Object { [pscustomobject]@{ ClientId = $client.ClientId; Number = $_ } } | Lock-AuthleteClient -ThrottleLimit 8 -Confirm:$false | ForEach-Object ClientId"
        );

        Assert.Equal(6, texts.Count);
    }

    [Fact]
    public async Task Two_runspaces_change_their_objects_without_mixing_them()
    {
        var sessions = new[] { EngineSession.Connected(Sandbox), EngineSession.Connected(Sandbox) };

        var names = await Task.WhenAll(
            sessions.Select(session =>
                Task.Run(
                    () =>
                        session.Run(
                            NewClients
                                + $"$clients | ForEach-Object {{ $_.Description = $_.ClientName; $_ }} | Set-AuthleteClient -ThrottleLimit 8 | ForEach-Object Description"
                        ),
                    TestContext.Current.CancellationToken
                )
            )
        );

        Assert.All(names, list => Assert.Equal(s_names, list.Select(name => name.ToString())));
        Array.ForEach(sessions, session => session.Dispose());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void The_lists_of_many_clients_are_complete_and_in_the_order_of_the_clients(int limit)
    {
        Session.Run(
            "$owners = 1..5 | ForEach-Object { New-AuthleteClient -ClientName \"owner-$_\" }; $owners | ForEach-Object { $id = $_.ClientId; 1..5 | ForEach-Object { $null = New-AuthleteAccessToken -ClientId $id -GrantType CLIENT_CREDENTIALS } }"
        );

        var clients = Session.Run($"$owners | Get-AuthleteAccessToken -PageSize 2 -ThrottleLimit {limit} | ForEach-Object ClientId");

        Assert.Equal(
            Session.Run("$owners | ForEach-Object { ,$_.ClientId * 5 }").Select(id => id.BaseObject),
            clients.Select(id => id.BaseObject)
        );
    }

    private static IEnumerable<string> Ids(EngineSession session) => session.Run("$clients.ClientId").Select(id => id.ToString());

    /// <summary>Returns the clients of the prompts, in order.</summary>
    private static IEnumerable<string> Named(CapturingHost host) =>
        host.Text.Split("Change client ").Skip(1).Select(text => new string([.. text.TakeWhile(char.IsAsciiDigit)]));
}
