using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;

namespace Authlete.Fuzz;

/// <summary>Changes the inputs of a corpus by chance, keeps those that reach something new, and saves those that the target fails on.</summary>
/// <param name="target">What is run.</param>
/// <param name="corpusFolder">The inputs to begin with.</param>
/// <param name="outputFolder">Where new inputs and crashes are saved.</param>
/// <param name="random">The source of chance: the same seed makes the same inputs.</param>
internal sealed class FuzzLoop(FuzzTarget target, string corpusFolder, string outputFolder, Random random)
{
    // Far longer than any input of a few kilobytes takes on a busy machine.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    private readonly List<byte[]> _corpus = [];
    private readonly byte[] _seen = Coverage.NewMap();
    private readonly HashSet<string> _crashes = [];
    private long _executions;

    /// <summary>Runs for a while; the number of different crashes.</summary>
    public int Run(TimeSpan time)
    {
        foreach (var file in Directory.GetFiles(corpusFolder).Order(StringComparer.Ordinal))
        {
            var input = File.ReadAllBytes(file);
            Execute(input);
            _corpus.Add(input);
        }

        var given = _corpus.Count;
        var mutator = new Mutator(random, target.Words);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < time)
        {
            var input = mutator.Mutate(_corpus);
            if (Execute(input))
            {
                _corpus.Add(input);
                Save("corpus", input);
            }
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Name, -10} {_executions, 10} {_executions / clock.Elapsed.TotalSeconds, 8:0} {_seen.Count(edge => edge != 0), 6} {_corpus.Count, 6} {_corpus.Count - given, 5} {_crashes.Count, 7}"
            )
        );
        return _crashes.Count;
    }

    /// <summary>Whether the input reached something new.</summary>
    private bool Execute(byte[] input)
    {
        _executions++;
        Coverage.Reset();
        using var watch = new Timer(_ => GiveUp(input), null, s_timeout, Timeout.InfiniteTimeSpan);
        try
        {
            target.Run(input);
        }
#pragma warning disable CA1031 // Any exception is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // One crash for each promise that is broken, and for each other exception and place in the code under test.
            var place = e.StackTrace?.Split('\n').FirstOrDefault(line => !line.Contains("Authlete.Fuzz", StringComparison.Ordinal));
            var crash = e.GetType() + (place?.Trim() ?? e.Message);
            if (_crashes.Add(crash))
            {
                Console.WriteLine(target.Name + ": " + Save("crashes", input) + Environment.NewLine + e);
            }

            return false;
        }

        return Coverage.AddTo(_seen);
    }

    private void GiveUp(byte[] input)
    {
        Console.WriteLine(target.Name + ": no end after " + s_timeout + ": " + Save("crashes", input));
        Environment.Exit(1);
    }

    private string Save(string kind, byte[] input)
    {
        var folder = Directory.CreateDirectory(Path.Combine(outputFolder, kind)).FullName;
        var path = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(input))[..16]);
        File.WriteAllBytes(path, input);
        return path;
    }
}
