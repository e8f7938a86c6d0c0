using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Authlete.Fuzz;
using SharpFuzz;

var arguments = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
if (arguments.Keys.Except(["--target", "--seconds", "--seed"]).Any())
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/Authlete.Fuzz [-- --target NAME --seconds 60 --seed 1]");
    return 2;
}

// Instrument the assemblies before any of their types is used. Only code that is loaded afterwards is counted.
foreach (var assembly in new[] { "Authlete.ApiClient.dll", "Authlete.PowerShell.dll" })
{
    try
    {
        Fuzzer.Instrument(
            Path.Combine(AppContext.BaseDirectory, assembly),
            static type => type.StartsWith("Authlete.", StringComparison.Ordinal),
            Options.Value
        );
    }
    catch (InstrumentationException e) when (e.Message.Contains("already", StringComparison.Ordinal))
    {
        // An earlier run instrumented the same build.
    }
}

Coverage.Start();
var targets = FuzzTarget.All.Where(target => arguments.GetValueOrDefault("--target", target.Name) == target.Name).ToList();
if (targets.Count == 0)
{
    Console.Error.WriteLine("The targets are " + string.Join(", ", FuzzTarget.All.Select(target => target.Name)) + ".");
    return 2;
}

var seconds = double.Parse(arguments.GetValueOrDefault("--seconds", "60"), CultureInfo.InvariantCulture) / targets.Count;
var seed = int.Parse(
    arguments.GetValueOrDefault("--seed", Random.Shared.Next().ToString(CultureInfo.InvariantCulture)),
    CultureInfo.InvariantCulture
);
var repository = typeof(FuzzTarget)
    .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
    .Single(attribute => attribute.Key == "RepositoryRoot")
    .Value!;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {seconds:0.#} s for each target"));
Console.WriteLine($"{"target", -10} {"executions", 10} {"per s", 8} {"edges", 6} {"corpus", 6} {"new", 5} {"crashes", 7}");
var crashes = 0;
foreach (var target in targets)
{
    var loop = new FuzzLoop(
        target,
        Path.Combine(repository, "tests/Authlete.Fuzz/Corpus", target.Name),
        Path.Combine(repository, "out/fuzz", target.Name),
        new Random(seed)
    );
    crashes += loop.Run(TimeSpan.FromSeconds(seconds));
}

return crashes == 0 ? 0 : 1;
