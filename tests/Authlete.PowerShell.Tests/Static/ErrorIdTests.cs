using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>about_Authlete_Errors lists every error that exists, and no other.</summary>
public sealed partial class ErrorIdTests
{
    private static readonly Type s_setupErrors = ImportedModule.Module.GetType(
        "Authlete.PowerShell.Errors.SetupErrors",
        throwOnError: true
    )!;

    [Fact]
    public void Every_error_id_is_documented() => Assert.Empty(Ids().Except(Documented().Keys));

    [Fact]
    public void Every_documented_error_id_exists() => Assert.Empty(Documented().Keys.Except(Ids()));

    [Fact]
    public void The_category_of_an_error_is_the_documented_one()
    {
        var documented = Documented();
        foreach (var (id, category) in SetupIds())
        {
            Assert.True(documented[id].Contains(category, StringComparison.Ordinal), id + " is of category " + category + ".");
        }
    }

    private static IEnumerable<string> Ids() => SetupIds().Select(error => error.Id).Concat(TransportIds()).Concat(IdsInCmdlets());

    /// <summary>The error IDs from the factory, whose methods create one error each.</summary>
    private static IEnumerable<(string Id, string Category)> SetupIds()
    {
        foreach (
            var method in s_setupErrors.GetMethods(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
            )
        )
        {
            if (method.ReturnType.Name == "SetupException")
            {
                var error = method.Invoke(null, [.. method.GetParameters().Select(SampleArgument)])!;
                yield return (Property(error, "ErrorId"), Property(error, "Category"));
            }
        }
    }

    private static object SampleArgument(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "x" : Activator.CreateInstance(parameter.ParameterType)!;

    /// <summary>The kinds of failed calls, except those whose ID is the result code.</summary>
    private static IEnumerable<string> TransportIds() =>
        Enum.GetNames(ImportedModule.ApiClient.GetType("Authlete.ApiClient.Transport.ApiErrorKind", throwOnError: true)!)
            .Where(kind => kind is not ("Result" or "Action"))
            .Select(kind => kind == "HttpStatus" ? "HttpStatusNNN" : kind)
            .Append("Annnnnn");

    private static IEnumerable<string> IdsInCmdlets() =>
        Directory
            .EnumerateFiles(
                Path.Combine(StagedModule.Repository, "src", "Authlete.PowerShell", "Cmdlets"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .SelectMany(path => LiteralId().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value));

    private static string Property(object error, string name) =>
        error
            .GetType()
            .GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!
            .GetValue(error)!
            .ToString()!;

    /// <summary>Reads the topic: an ID is alone on a line and indented by four spaces; its description follows, indented by eight.</summary>
    private static Dictionary<string, string> Documented()
    {
        var text = File.ReadAllText(Path.Combine(StagedModule.Folder, "en-US", "about_Authlete_Errors.help.txt")).ReplaceLineEndings("\n");
        return Entry().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\bErrorRecord\([^;]*?""(\w+)"",\s*ErrorCategory")]
    private static partial Regex LiteralId();

    [GeneratedRegex(@"(?<=\n) {4}([A-Z]\w+)\n((?: {8,}.*\n)+)")]
    private static partial Regex Entry();
}
