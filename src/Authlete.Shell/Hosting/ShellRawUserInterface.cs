using System;
using System.Management.Automation.Host;

namespace Authlete.Shell.Hosting;

/// <summary>The size of the output, and nothing of a screen buffer.</summary>
internal sealed class ShellRawUserInterface : PSHostRawUserInterface
{
    // No ConsoleColor: the terminal's own, whatever it is.
    public const ConsoleColor DefaultColor = (ConsoleColor)(-1);

    public override ConsoleColor ForegroundColor { get; set; } = DefaultColor;

    public override ConsoleColor BackgroundColor { get; set; } = DefaultColor;

    public override Size BufferSize
    {
        get => new(Terminal.Width, Terminal.Height);
        set => throw NotSupported();
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw NotSupported();
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Coordinates CursorPosition
    {
        get => default;
        set => throw NotSupported();
    }

    public override Coordinates WindowPosition
    {
        get => default;
        set => throw NotSupported();
    }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle { get; set; } = "Authlete for PowerShell";

    public override bool KeyAvailable => Terminal.IsInteractive && Console.KeyAvailable;

    public override void FlushInputBuffer()
    {
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!Terminal.IsInteractive)
            throw new HostException("A key is waited for, and nobody is there to press one.");
        var key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotSupported();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NotSupported();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotSupported();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotSupported();

    private static HostException NotSupported() => new("This shell has no screen buffer.");
}
