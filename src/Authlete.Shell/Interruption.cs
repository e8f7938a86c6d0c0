using System;
using System.Management.Automation;
using System.Threading;

namespace Authlete.Shell;

/// <summary>
/// Ctrl+C stops the pipeline that runs; a second one, or one while nothing can be stopped, ends the process as usual.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _lock = new();
    private PowerShell? _running;
    private bool _stopping;

    public Interruption() => Console.CancelKeyPress += OnCancelKeyPress;

    /// <summary>Whether the prompt waits for a line: Ctrl+C leaves it alone.</summary>
    public bool AtPrompt { get; set; }

    public void Dispose() => Console.CancelKeyPress -= OnCancelKeyPress;

    public void Begin(PowerShell pipeline)
    {
        lock (_lock)
        {
            _running = pipeline;
            _stopping = false;
        }
    }

    public void End()
    {
        lock (_lock)
            _running = null;
    }

    private void OnCancelKeyPress(object? sender, ConsoleCancelEventArgs e)
    {
        lock (_lock)
        {
            if (_running is null)
            {
                e.Cancel = AtPrompt;
                return;
            }

            e.Cancel = !_stopping;
            if (!_stopping)
            {
                _stopping = true;
                _running.BeginStop(null, null);
            }
        }
    }
}
