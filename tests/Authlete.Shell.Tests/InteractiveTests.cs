using System;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Shell.Tests;

public sealed class InteractiveTests
{
    [Theory(
        Skip = "Needs /usr/bin/script of util-linux for a pseudo-terminal.",
        SkipType = typeof(PseudoTerminal),
        SkipWhen = nameof(PseudoTerminal.IsMissing)
    )]
    [InlineData("")]
    [InlineData("-NoProfile")]
    [InlineData("-NoExit -Command 1")]
    public async Task A_prompt_has_the_banner_completion_history_and_an_exit_code(string arguments)
    {
        using var terminal = new PseudoTerminal(arguments);

        var banner = await terminal.ReadToAsync("PS ");
        Assert.Contains("$AuthleteSandbox.ConfidentialClient", banner, StringComparison.Ordinal);
        Assert.Contains("$AuthleteSandbox.PublicClient", banner, StringComparison.Ordinal);
        Assert.All(banner.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));

        terminal.Type("'<' + (Get-AuthleteServerI");
        await terminal.ReadToAsync("(Get-AuthleteServerI");
        terminal.Type("\t");
        await terminal.ReadToAsync("(Get-AuthleteServerInfo");
        terminal.Type(").Version + '>'\r");
        await terminal.ReadToAsync("<2.3.0>");
        await terminal.ReadToAsync("PS ");

        terminal.Type("\x1b[A");
        await terminal.ReadToAsync("(Get-AuthleteServerInfo).Version");
        terminal.Type("\r");
        await terminal.ReadToAsync("<2.3.0>");
        await terminal.ReadToAsync("PS ");

        terminal.Type("exit 3\r");
        Assert.Equal(3, await terminal.WaitForExitAsync());
    }
}
