using System;
using System.Linq;
using System.Text.RegularExpressions;
using Authlete.Sandbox.Api;

namespace Authlete.Sandbox.Faults;

/// <summary>
/// The calls that a fault applies to: the name of an operation, its path template, or a path. <c>*</c> matches any text.
/// Paths don't contain the base path.
/// </summary>
internal sealed class OperationPattern
{
    private readonly Func<string, string?, bool> _matches;

    private OperationPattern(Func<string, string?, bool> matches) => _matches = matches;

    /// <summary>The paths that start with a text.</summary>
    public static OperationPattern Prefix(string prefix) => new((path, _) => path.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">No call can match.</exception>
    public static OperationPattern Parse(string text)
    {
        var operations = ApiFacts.Current.Operations;
        if (operations.FirstOrDefault(operation => operation.Id == text || operation.Path == text) is { } named)
        {
            return new OperationPattern((_, operation) => operation == named.Id);
        }

        var expression = new Regex(
            "^" + string.Join(".*", text.Split('*').Select(Regex.Escape)) + "$",
            RegexOptions.CultureInvariant | RegexOptions.Singleline
        );
        var start = text.Split('*')[0];
        var possible = operations.Any(operation =>
            expression.IsMatch(operation.Id)
            || (start == text ? operation.Matches(text, out _) : MayStartWith(operation.Path.Split('{')[0], start))
        );
        return possible
            ? new OperationPattern(
                (path, operation) => expression.IsMatch(path) || (operation is not null && expression.IsMatch(operation))
            )
            : throw new FormatException($"No operation of the API has the name or the path '{text}'.");
    }

    public bool Matches(string path, string? operation) => _matches(path, operation);

    private static bool MayStartWith(string fixedPart, string start) =>
        fixedPart.StartsWith(start, StringComparison.Ordinal)
        || (fixedPart.EndsWith('/') && start.StartsWith(fixedPart, StringComparison.Ordinal));
}
