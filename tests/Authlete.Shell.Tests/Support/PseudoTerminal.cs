using System;
using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Shell.Tests.Support;

/// <summary>The shell in a terminal, with input from the test. <c>script</c> of util-linux creates the terminal.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const string ScriptProgram = "/usr/bin/script";
    private const string CursorQuery = "\x1b[6n";
    private const string CursorReply = "\x1b[1;1R";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("AuthleteShell");
    private readonly Process _process;
    private readonly CancellationTokenSource _timeout;
    private string _screen = "";

    public PseudoTerminal(string arguments = "")
    {
        _timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _timeout.CancelAfter(TimeSpan.FromMinutes(1));
        var start = ShellProcess.CreateStartInfo(
            ScriptProgram,
            ["-qfec", $"stty rows 40 cols 200; exec {Quote(ShellProcess.DotNet)} {Quote(ShellProcess.Path)} {arguments}", "/dev/null"]
        );
        // Keep the command history of the user who runs the tests.
        start.Environment["XDG_DATA_HOME"] = _data.FullName;
        _process = Process.Start(start)!;
    }

    public static bool IsMissing => !OperatingSystem.IsLinux() || !File.Exists(ScriptProgram);

    public void Type(string text)
    {
        _process.StandardInput.Write(text);
        _process.StandardInput.Flush();
    }

    /// <summary>Reads up to and including <paramref name="text"/>. In the meantime, responds to requests for the cursor position.</summary>
    public async Task<string> ReadToAsync(string text)
    {
        var buffer = new char[4096];
        int found;
        while ((found = _screen.IndexOf(text, StringComparison.Ordinal)) < 0)
        {
            int count;
            try
            {
                count = await _process.StandardOutput.ReadAsync(buffer, _timeout.Token);
            }
            catch (OperationCanceledException)
            {
                count = 0;
            }

            if (count == 0)
            {
                throw new InvalidOperationException($"The screen never showed '{text}', but: {_screen}");
            }

            _screen += new string(buffer, 0, count);
            foreach (Match sequence in ControlSequence().Matches(_screen))
            {
                if (sequence.Value == CursorQuery)
                {
                    Type(CursorReply);
                }
            }

            _screen = ControlSequence().Replace(_screen, "");
        }

        var read = _screen[..(found + text.Length)];
        _screen = _screen[read.Length..];
        return read;
    }

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(_timeout.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _timeout.Dispose();
        _data.Delete(recursive: true);
    }

    private static string Quote(string path) => $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\x1b\[[?0-9;]*[A-Za-z]")]
    private static partial Regex ControlSequence();
}
