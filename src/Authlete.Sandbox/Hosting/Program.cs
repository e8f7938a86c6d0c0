using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Authlete.Sandbox.Hosting;

var commandLine = CommandLine.Parse(args);
if (commandLine.Error is not null)
{
    await Console.Error.WriteLineAsync(commandLine.Error);
    await Console.Error.WriteLineAsync("--help lists the arguments.");
    return 2;
}

if (commandLine.HelpWanted)
{
    Console.Write(CommandLine.Help);
    return 0;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    await using var server = await SandboxServer.StartAsync(new SandboxOptions { Port = commandLine.Port }, stop.Token);
    Console.Write(CommandLine.Describe(server));
    await Task.Delay(Timeout.Infinite, stop.Token);
}
catch (OperationCanceledException)
{
    // Ctrl+C is how the sandbox is meant to end.
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

return 0;
