using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Authlete.Sandbox;

var commandLine = CommandLine.Parse(args);
if (commandLine.Error is not null)
{
    await Console.Error.WriteLineAsync(commandLine.Error);
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
    var options = new SandboxOptions { Port = commandLine.Port, KeepUnknownMembers = commandLine.KeepUnknownMembers };
    await using var server = await SandboxServer.StartAsync(options, stop.Token);
    server.Faults.Queue.Add(commandLine.Faults);
    Console.Write(CommandLine.Describe(server));
    await Task.Delay(Timeout.Infinite, stop.Token);
}
catch (OperationCanceledException)
{
    // Ctrl+C is the normal way to stop the sandbox.
}
catch (Exception exception) when (exception is IOException or SocketException)
{
    await Console.Error.WriteLineAsync($"Can't listen on port {commandLine.Port}. Another program uses it, or you don't have permission.");
    return 1;
}

return 0;
