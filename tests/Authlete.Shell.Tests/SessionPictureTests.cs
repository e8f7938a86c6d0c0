using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace Authlete.Shell.Tests;

/// <summary>The picture of a session in README.md. If it isn't current, CONTRIBUTING.md has the command that draws it again.</summary>
public sealed partial class SessionPictureTests
{
    [Theory]
    [InlineData("session-light.svg")]
    [InlineData("session-dark.svg")]
    public async Task The_picture_in_the_README_shows_what_the_session_prints(string picture)
    {
        var shell = await ShellProcess.RunAsync(Path.Combine(ShellProcess.Images, "session.ps1"));

        Assert.Equal((0, ""), (shell.ExitCode, shell.Error));
        var svg = XDocument.Load(Path.Combine(ShellProcess.Images, picture));
        var shown = string.Concat(svg.Descendants().Where(element => element.Name.LocalName == "text").Select(line => line.Value));
        Assert.Equal(Comparable(shell.Output), Comparable(shown));
    }

    /// <summary>The text without colors and blanks, because the picture wraps lines, and with a word for each ID.</summary>
    private static string Comparable(string text) => Id().Replace(ColorOrBlank().Replace(text, ""), "ID");

    [GeneratedRegex(@"\e\[[\d;]*m|\s")]
    private static partial Regex ColorOrBlank();

    [GeneratedRegex(@"\d{8,}")]
    private static partial Regex Id();
}
