using System.Threading.Tasks;
using Xunit;

namespace Authlete.Shell.Tests;

public sealed class ScriptTests
{
    [Fact]
    public async Task A_script_gets_its_arguments_by_name_and_position()
    {
        var shell = await ShellProcess.RunScriptAsync(
            "param([string] $Name, [switch] $Force, [int] $Count, [Parameter(ValueFromRemainingArguments)] $Rest) \"$Name|$Force|$Count|$Rest\"",
            "-Count",
            "3",
            "-Force:$false",
            "an 'odd' name",
            "-Name:x",
            "y"
        );

        Assert.Equal(new ShellProcess(0, "x|False|3|an 'odd' name y", ""), shell);
    }

    [Fact]
    public async Task An_uncaught_error_goes_to_standard_error_and_gives_1()
    {
        var shell = await ShellProcess.RunScriptAsync("'before'; throw 'out of order'; 'after'");

        Assert.Equal((1, "before"), (shell.ExitCode, shell.Output));
        Assert.Contains("out of order", shell.Error, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_gives_its_number() => Assert.Equal(new ShellProcess(7, "", ""), await ShellProcess.RunScriptAsync("exit 7"));

    [Fact]
    public async Task The_sample_goes_through_the_whole_flow()
    {
        var shell = await ShellProcess.RunAsync(System.IO.Path.Combine(ShellProcess.Samples, "authorization-code-flow.ps1"));

        Assert.Equal((0, ""), (shell.ExitCode, shell.Error));
        Assert.Contains("A057302", shell.Output, System.StringComparison.Ordinal);
    }
}
