using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>The sandbox as a program.</summary>
public sealed partial class ProgramTests
{
    [Theory]
    [InlineData("--port", "--port needs a value.")]
    [InlineData("--port x", "'x' isn't a port number.")]
    [InlineData("--port 65536", "'65536' isn't a port number.")]
    [InlineData("--verbose", "'--verbose' isn't an option.")]
    [InlineData("stray", "'stray' isn't an option.")]
    [InlineData("--fault", "--fault needs a value.")]
    [InlineData("--fault status=1", "--fault 'status=1': '1' isn't valid for 'status'. Specify a whole number from 200 to 599.")]
    [InlineData(
        "--fault status=503 --fault operation=/nowhere;delay=1",
        "--fault 'operation=/nowhere;delay=1': No operation of the API has the name or the path '/nowhere'."
    )]
    public async Task An_invalid_argument_prints_one_line_and_exits_with_code_2(string arguments, string message)
    {
        using var program = Start(arguments);

        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((2, message + " To see the options, specify --help."), (program.ExitCode, error.TrimEnd()));
        Assert.Equal("", await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line_and_exit_code_1()
    {
        await using var other = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var program = Start("--port " + other.BaseUri.Port);

        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, program.ExitCode);
        Assert.Equal($"Can't listen on port {other.BaseUri.Port}. Another program uses it, or you don't have permission.", error.TrimEnd());
    }

    [Fact]
    public async Task Help_names_every_option_and_every_member_of_a_fault()
    {
        using var program = Start("--help");

        var help = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, program.ExitCode);
        foreach (var option in new[] { "--port", "--fault", "--keep-unknown-members", "--help" })
        {
            Assert.Contains($"  {option} ", help.ReplaceLineEndings(" "));
        }

        foreach (var member in MembersOfAFault())
        {
            Assert.Contains($"  {member}  ", help);
        }
    }

    [Fact]
    public async Task Faults_and_unknown_members_are_as_the_options_say()
    {
        using var program = Start(
            "--keep-unknown-members --fault operation=/info;status=503;retry-after=7 --fault operation=/info;status=429"
        );
        try
        {
            var text = await ReadDescriptionAsync(program);
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            http.DefaultRequestHeaders.Authorization = new(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(Value(text, "Service key") + ":" + Value(text, "Service secret")))
            );

            Assert.Equal((503, 429, 200), (await StatusAsync(), await StatusAsync(), await StatusAsync()));
            using var content = new StringContent("""{"future":1}""", Encoding.UTF8, "application/json");
            using var created = await http.PostAsync(
                Value(text, "Base URI") + "/client/create",
                content,
                TestContext.Current.CancellationToken
            );
            Assert.Contains("\"future\":1", await created.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("""{"faults":[]}""", await http.GetStringAsync(Value(text, "Faults"), TestContext.Current.CancellationToken));

            async Task<int> StatusAsync()
            {
                using var response = await http.GetAsync(Value(text, "Base URI") + "/info", TestContext.Current.CancellationToken);
                return (int)response.StatusCode;
            }
        }
        finally
        {
            program.Kill();
        }
    }

    private static Process Start(string arguments)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet"
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(SandboxServer).Assembly.Location);
        foreach (var argument in arguments.Split(' '))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Reads the output before the lines for the environment.</summary>
    private static async Task<string> ReadDescriptionAsync(Process program)
    {
        var text = new StringBuilder();
        while (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith('$'))
        {
            text.AppendLine(line);
        }

        return text.ToString();
    }

    private static string Value(string text, string name) =>
        Regex.Match(text, $"^{name} +(.+?)\r?$", RegexOptions.Multiline).Groups[1].Value;

    /// <summary>Returns the members in the order of the error message for an unknown one.</summary>
    private static string[] MembersOfAFault()
    {
        var message = Assert.Throws<FormatException>(() => new FaultPlan().Enqueue("x=1")).Message;
        return Members().Match(message).Groups[1].Value.Split(", ");
    }

    [GeneratedRegex("The members are (.+)[.]$")]
    private static partial Regex Members();
}
