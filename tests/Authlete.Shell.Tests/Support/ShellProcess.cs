using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Shell.Tests.Support;

/// <summary>The result of a run of the built shell.</summary>
internal sealed record ShellProcess(int ExitCode, string Output, string Error)
{
    public static string Path { get; } = Metadata("Shell");

    public static string Samples { get; } = Metadata("Samples");

    public static string Images { get; } = Metadata("Images");

    public static string DotNet { get; } =
        System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", "dotnet"));

    public static async Task<ShellProcess> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(CreateStartInfo(DotNet, [Path, .. arguments]))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ShellProcess(process.ExitCode, (await output).Trim(), (await error).Trim());
    }

    public static async Task<ShellProcess> RunScriptAsync(string text, params string[] arguments)
    {
        // An apostrophe and a space, as in the home folders of many users.
        var folder = Directory.CreateTempSubdirectory("Authlete's shell ");
        try
        {
            var script = System.IO.Path.Combine(folder.FullName, "script.ps1");
            await File.WriteAllTextAsync(script, text, TestContext.Current.CancellationToken);
            return await RunAsync([script, .. arguments]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static ProcessStartInfo CreateStartInfo(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["TERM"] = "xterm";
        SetUnreachableProxy(start);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AUTHLETE_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    /// <summary>Sets a proxy at whose address nothing listens. The shell must call the sandbox without it.</summary>
    private static void SetUnreachableProxy(ProcessStartInfo start)
    {
        foreach (var name in new[] { "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" })
        {
            start.Environment[name] = start.Environment[name.ToLowerInvariant()] = "http://proxy.invalid:3128";
        }

        start.Environment.Remove("NO_PROXY");
        start.Environment.Remove("no_proxy");
    }

    private static string Metadata(string key) =>
        typeof(ShellProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
