using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;

namespace Authlete.Fuzz;

/// <summary>Mutates the inputs of a corpus randomly, keeps those that reach new code, and saves those that crash the target.</summary>
/// <param name="target">The target to run.</param>
/// <param name="corpusFolder">The initial inputs.</param>
/// <param name="outputFolder">The folder for new inputs and crashes.</param>
/// <param name="random">The random numbers. The same seed creates the same inputs.</param>
internal sealed class FuzzLoop(FuzzTarget target, string corpusFolder, string outputFolder, Random random)
{
    // Far longer than an input of a few kilobytes takes, even on a busy machine.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    private readonly List<byte[]> _corpus = [];
    private readonly byte[] _seen = Coverage.NewMap();
    private readonly HashSet<string> _crashes = [];
    private long _executions;

    /// <summary>Runs for the specified time, and returns the number of distinct crashes.</summary>
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

    /// <summary>Runs an input, and returns whether it reached new code.</summary>
    private bool Execute(byte[] input)
    {
        _executions++;
        Coverage.Reset();
        using var watch = new Timer(_ => GiveUp(input), null, s_timeout, Timeout.InfiniteTimeSpan);
        try
        {
            target.Run(input);
        }
#pragma warning disable CA1031 // The purpose is to find any exception.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Save one crash for each broken promise, and for each other exception and location in the code under test.
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
