using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace Authlete.Benchmarks;

/// <summary>What a call through the pipeline costs.</summary>
internal static class IntrospectionBenchmark
{
    public const string Argument = "introspect";
    public const int Calls = 2000;

    private const int WarmUpRounds = 4;
    private const int Rounds = 21;
    private const int Tokens = 20;
    private const double RatioLimit = 1.5;
    private const double AllocationLimit = 20;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        using var sandbox = await SandboxProcess.StartAsync();
        var output = await ChildProcess.RunAsync(Argument, sandbox.BaseUri, sandbox.ApiKey, sandbox.ApiSecret, sandbox.ClientId);
        var rounds = output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray())
            .ToList();
        return
        [
            new Row("Introspection, time of a call", "µs", Figures(0), Figures(1), RatioLimit),
            new Row("Introspection, allocated by a call", "KB", Figures(2), Figures(3), Limit: AllocationLimit),
        ];

        Measurement Figures(int column) => new([.. rounds.Select(round => round[column])]);
    }

    /// <summary>What the process does: a line a round, with microseconds and kilobytes by call, of the module and of its rival.</summary>
    public static async Task MeasureAsync(Uri baseUri, string key, string secret, string clientId)
    {
        using var runspace = EngineRunspace.Open();
        runspace.Import(Program.StagedManifest);
        var variables = runspace.SessionStateProxy.PSVariable;
        variables.Set("credential", new PSCredential(key, new NetworkCredential("", secret).SecurePassword));
        variables.Set("baseUri", baseUri);
        variables.Set("clientId", clientId);
        runspace.Run("Connect-Authlete -Credential $credential -BaseUri $baseUri");
        var issued = Enumerable
            .Range(0, Tokens)
            .Select(_ =>
                (string)
                    runspace
                        .Run(
                            "(New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject user-1 -Scopes openid, profile).AccessToken"
                        )
                        .Single()
                        .BaseObject
            )
            .ToList();
        var tokens = Enumerable.Range(0, Calls).Select(i => issued[i % issued.Count]).ToArray();
        variables.Set("tokens", tokens);

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":" + secret))
        );
        var address = new Uri(baseUri.AbsoluteUri + "/auth/introspection");
        for (var i = -WarmUpRounds; i < Rounds; i++)
        {
            var moduleFirst = i % 2 == 0;
            var first = await MeasureRoundAsync(moduleFirst ? Pipeline : Bare);
            var second = await MeasureRoundAsync(moduleFirst ? Bare : Pipeline);
            if (i >= 0)
            {
                var (module, rival) = moduleFirst ? (first, second) : (second, first);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{module.Microseconds:R} {rival.Microseconds:R} {module.Kilobytes:R} {rival.Kilobytes:R}"
                    )
                );
            }
        }

        Task<int> Pipeline() => Task.FromResult(IntrospectThroughPipeline(runspace));

        Task<int> Bare() => IntrospectOverHttpAsync(client, address, tokens);
    }

    private static async Task<(double Microseconds, double Kilobytes)> MeasureRoundAsync(Func<Task<int>> round)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var usable = await round();
        var elapsed = watch.Elapsed.TotalMicroseconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return usable == Calls
            ? (elapsed / Calls, allocated / 1024.0 / Calls)
            : throw new InvalidOperationException($"{usable} of {Calls} tokens were usable.");
    }

    private static int IntrospectThroughPipeline(Runspace runspace)
    {
        using var engine = PowerShell.Create(runspace);
        var usable = 0;
        foreach (var answer in engine.AddScript("$tokens | Invoke-AuthleteIntrospection").Invoke())
        {
            if (
                answer.Properties["Usable"].Value is true
                && answer.Properties["Subject"].Value is string
                && answer.Properties["ResultCode"].Value is string
            )
            {
                usable++;
            }
        }

        return usable;
    }

    private static async Task<int> IntrospectOverHttpAsync(HttpClient client, Uri address, IEnumerable<string> tokens)
    {
        var usable = 0;
        foreach (var token in tokens)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["token"] = token });
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await client.PostAsync(address, content);
            response.EnsureSuccessStatusCode();
            await using var stream = await response.Content.ReadAsStreamAsync();
            using var answer = await JsonDocument.ParseAsync(stream);
            var root = answer.RootElement;
            if (
                root.GetProperty("usable").GetBoolean()
                && root.GetProperty("subject").GetString() is not null
                && root.GetProperty("resultCode").GetString() is not null
            )
            {
                usable++;
            }
        }

        return usable;
    }
}
