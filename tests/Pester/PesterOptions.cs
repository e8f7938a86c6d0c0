using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.CommandLine;

namespace Authlete.Pester.Tests;

/// <summary>Options of the test application that select versions of Pester and tests.</summary>
internal sealed class PesterOptions : ICommandLineOptionsProvider
{
    private const string VersionOption = "pester-version";
    private const string TestOption = "pester-test";

    public string Uid => nameof(PesterOptions);

    public string Version => "1.0.0";

    public string DisplayName => "Pester";

    public string Description => "Chooses the version of Pester and the tests.";

    public static IReadOnlyList<string> VersionsFrom(ICommandLineOptions options) =>
        options.TryGetOptionArgumentList(VersionOption, out var versions) ? versions : Paths.PesterVersions;

    /// <summary>The wildcard pattern for full names; null for all tests.</summary>
    public static string? TestFrom(ICommandLineOptions options) =>
        options.TryGetOptionArgumentList(TestOption, out var tests) ? tests.Single() : null;

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public IReadOnlyCollection<CommandLineOption> GetCommandLineOptions() =>
        [
            new CommandLineOption(
                VersionOption,
                "The versions of Pester to run on: " + string.Join(", ", Paths.PesterVersions) + ".",
                ArgumentArity.OneOrMore,
                isHidden: false
            ),
            new CommandLineOption(
                TestOption,
                "Runs only the tests whose full name (Describe.Context.It) is like this; takes wildcards.",
                ArgumentArity.ExactlyOne,
                isHidden: false
            ),
        ];

    public Task<ValidationResult> ValidateOptionArgumentsAsync(CommandLineOption commandOption, string[] arguments) =>
        commandOption.Name == VersionOption
        && arguments.Except(Paths.PesterVersions, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? ValidationResult.InvalidTask($"'{unknown}' is not one of {string.Join(", ", Paths.PesterVersions)}.")
            : ValidationResult.ValidTask;

    public Task<ValidationResult> ValidateCommandLineOptionsAsync(ICommandLineOptions commandLineOptions) => ValidationResult.ValidTask;
}
