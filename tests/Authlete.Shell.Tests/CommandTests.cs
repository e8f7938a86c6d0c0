using System.Threading.Tasks;
using Xunit;

namespace Authlete.Shell.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task A_command_runs_with_the_module_imported_and_connected()
    {
        var shell = await ShellProcess.RunAsync(
            "-NoProfile",
            "-Command",
            "(Get-Module Authlete).Name; (Get-AuthleteConnection).BaseUri -eq $AuthleteSandbox.BaseUri; exit 5"
        );

        Assert.Equal(new ShellProcess(5, "Authlete\nTrue", ""), shell);
    }

    [Fact]
    public async Task Utility_cmdlets_and_help_are_those_of_PowerShell()
    {
        var shell = await ShellProcess.RunAsync(
            "-c",
            "Get-AuthleteClient | Sort-Object ClientType | Select-Object ClientType | ConvertTo-Json -Compress; (Get-Help Get-AuthleteClient -Full | Out-String) -match 'PARAMETERS'; Get-Command Format-Table, Start-ThreadJob | ForEach-Object Name"
        );

        Assert.Equal(
            new ShellProcess(
                0,
                """
                [{"ClientType":"CONFIDENTIAL"},{"ClientType":"PUBLIC"}]
                True
                Format-Table
                Start-ThreadJob
                """,
                ""
            ),
            shell
        );
    }

    [Fact]
    public async Task Jobs_and_parallel_runspaces_reach_the_sandbox_too()
    {
        var shell = await ShellProcess.RunAsync(
            "-Command",
            "$count = { @(Get-AuthleteClient).Count }; Start-Job $count | Receive-Job -Wait; 1 | ForEach-Object -Parallel { @(Get-AuthleteClient).Count }"
        );

        Assert.Equal(new ShellProcess(0, "2\n2", ""), shell);
    }

    [Fact]
    public async Task Without_a_sandbox_nothing_is_connected()
    {
        var shell = await ShellProcess.RunAsync(
            "-NoSandbox",
            "-Command",
            "(Get-Module Authlete).Name; $null -eq $AuthleteSandbox; $null -eq (Get-AuthleteConnection); $env:AUTHLETE_BASE_URL"
        );

        Assert.Equal(new ShellProcess(0, "Authlete\nTrue\nTrue", ""), shell);
    }

    [Theory]
    [InlineData("The script 'no such.ps1' doesn't exist.", "no such.ps1", "-Name", "x")]
    [InlineData("The script 'no such.ps1' doesn't exist.", "-NoSandbox", "-File", "no such.ps1")]
    [InlineData("-File needs the path of a script.", "-file")]
    [InlineData("Unknown option: --no-such. -Help lists the options.", "--no-such")]
    public async Task What_cannot_run_gets_one_line_and_64(string error, params string[] arguments) =>
        Assert.Equal(new ShellProcess(64, "", error), await ShellProcess.RunAsync(arguments));

    [Theory]
    [InlineData("-Help")]
    [InlineData("--help")]
    [InlineData("-NoSandbox", "-?")]
    public async Task Help_shows_the_options(params string[] arguments)
    {
        var shell = await ShellProcess.RunAsync(arguments);

        Assert.Equal((0, ""), (shell.ExitCode, shell.Error));
        Assert.Contains("-NoSandbox", shell.Output, System.StringComparison.Ordinal);
        Assert.All(shell.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }
}
