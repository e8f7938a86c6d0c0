using System.Diagnostics;
using System.Globalization;
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

    [Fact]
    public async Task Options_of_the_shell_and_of_PowerShell_come_in_any_order()
    {
        var shell = await ShellProcess.RunAsync(
            "-NoProfile",
            "-WorkingDirectory",
            System.AppContext.BaseDirectory,
            "-NoSandbox",
            "-Command",
            "$null -eq $AuthleteSandbox; Split-Path -Leaf $PWD; '-NoSandbox'"
        );

        var folder = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.AppContext.BaseDirectory));
        Assert.Equal(new ShellProcess(0, $"True\n{folder}\n-NoSandbox", ""), shell);
    }

    [Fact]
    public async Task The_session_starts_with_the_preferences_and_variables_of_PowerShell()
    {
        var shell = await ShellProcess.RunAsync(
            "-NoProfile",
            "-Command",
            "$ErrorActionPreference; Get-Variable module, clients, toCredential -ErrorAction Ignore; Get-ChildItem env:AUTHLETE_SHELL_*; Get-AuthleteClient 1 2> $null; 'goes on'"
        );

        Assert.Equal(new ShellProcess(0, "Continue\ngoes on", ""), shell);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task PowerShell_ends_with_the_shell(string signal)
    {
        Assert.SkipWhen(System.OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var shell = Process.Start(
            ShellProcess.CreateStartInfo(ShellProcess.DotNet, [ShellProcess.Path, "-NoProfile", "-Command", "$PID; Start-Sleep 600"])
        )!;
        var line = await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var powerShell = Process.GetProcessById(int.Parse(line!, CultureInfo.InvariantCulture));

        using var kill = Process.Start("kill", ["-" + signal, shell.Id.ToString(CultureInfo.InvariantCulture)]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        var ended = powerShell.WaitForExit(0);
        if (!ended)
        {
            powerShell.Kill();
        }

        Assert.True(ended);
    }

    [Theory]
    [InlineData("The script 'no such.ps1' doesn't exist.", "no such.ps1", "-Name", "x")]
    [InlineData("The script 'no such.ps1' doesn't exist.", "-NoSandbox", "-File", "no such.ps1")]
    [InlineData("The script 'no such.ps1' doesn't exist.", "-NoProfile", "no such.ps1")]
    [InlineData("'.' is a folder, not a script.", ".")]
    [InlineData("-File needs the path of a script.", "-file")]
    [InlineData("-File needs the path of a script.", "-ExecutionPolicy", "Bypass", "-File", "")]
    [InlineData("-Command needs a value.", "-NoProfile", "-Command")]
    [InlineData("-wd needs a value.", "-wd")]
    [InlineData("Unknown option: -No-Such. To see the options, specify -Help.", "-NoProfile", "-No-Such")]
    [InlineData("Unknown option: --no-such. To see the options, specify -Help.", "--no-such")]
    public async Task Invalid_options_print_one_line_and_exit_with_code_64(string error, params string[] arguments) =>
        Assert.Equal(new ShellProcess(64, "", error), await ShellProcess.RunAsync(arguments));

    [Theory]
    [InlineData("-Help")]
    [InlineData("--help")]
    [InlineData("-NoSandbox", "-?")]
    [InlineData("-NoProfile", "-h")]
    public async Task Help_shows_the_options(params string[] arguments)
    {
        var shell = await ShellProcess.RunAsync(arguments);

        Assert.Equal((0, ""), (shell.ExitCode, shell.Error));
        Assert.Contains("-NoSandbox", shell.Output, System.StringComparison.Ordinal);
        Assert.All(shell.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }
}
