using System;
using System.IO;

namespace Authlete.Shell.Hosting;

/// <summary>What the process's standard streams are.</summary>
internal static class Terminal
{
    private const int DefaultWidth = 120;
    private const int DefaultHeight = 50;

    // A person has to see the question and be able to answer it.
    public static bool IsInteractive { get; } = !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public static bool OutputTakesAnsi { get; } = !Console.IsOutputRedirected && AnsiWanted();

    public static bool ErrorTakesAnsi { get; } = !Console.IsErrorRedirected && AnsiWanted();

    // A pipe has no width, and may report 0: the formatter then prints blank lines.
    public static int Width => Console.IsOutputRedirected ? DefaultWidth : Measure(() => Console.WindowWidth, DefaultWidth);

    public static int Height => Console.IsOutputRedirected ? DefaultHeight : Measure(() => Console.WindowHeight, DefaultHeight);

    private static bool AnsiWanted() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static int Measure(Func<int> measure, int fallback)
    {
        try
        {
            return measure() is > 0 and var size ? size : fallback;
        }
        catch (IOException)
        {
            return fallback;
        }
    }
}
