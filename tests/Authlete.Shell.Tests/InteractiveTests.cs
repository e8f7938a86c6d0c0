using System;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Shell.Tests;

public sealed class InteractiveTests
{
    [Fact(
        Skip = "Needs /usr/bin/script of util-linux for a pseudo-terminal.",
        SkipType = typeof(PseudoTerminal),
        SkipWhen = nameof(PseudoTerminal.IsMissing)
    )]
    public async Task A_prompt_has_the_banner_completion_history_and_an_exit_code()
    {
        using var terminal = new PseudoTerminal();

        var banner = await terminal.ReadToAsync("PS ");
        Assert.Contains("$AuthleteSandbox.ConfidentialClient", banner, StringComparison.Ordinal);
        Assert.Contains("$AuthleteSandbox.PublicClient", banner, StringComparison.Ordinal);

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
