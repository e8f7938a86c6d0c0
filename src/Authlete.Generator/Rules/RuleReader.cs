using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Authlete.Generator.Rules;

/// <summary>Reads the rules of a built library by reflection: their types are internal, and the generator builds without that library.</summary>
internal static class RuleReader
{
    private const string Catalogue = "Authlete.Configuration.Rules.RuleCatalogue";

    public static IReadOnlyList<RuleText> Read(string libraryPath) =>
        [
            .. (
                (IEnumerable)
                    Assembly
                        .LoadFrom(libraryPath)
                        .GetType(Catalogue, throwOnError: true)!
                        .GetProperty("All", BindingFlags.Public | BindingFlags.Static)!
                        .GetValue(null)!
            )
                .Cast<object>()
                .Select(ToText),
        ];

    private static RuleText ToText(object rule) =>
        new(
            Text(rule, "Id"),
            Text(rule, "Title"),
            Text(rule, "Severity"),
            Text(rule, "Kind"),
            Text(rule, "Profile"),
            (bool)Value(rule, "IsOptIn")!
        )
        {
            Reads = Texts(rule, "Reads"),
            ReadsBeside = Texts(rule, "ReadsBeside"),
            Condition = Text(rule, "Condition"),
            Why = Text(rule, "Why"),
            References =
            [
                .. ((IEnumerable)Value(rule, "References")!)
                    .Cast<object>()
                    .Select(reference => (reference.ToString()!, Text(reference, "Words"), (bool)Value(reference, "IsQuote")!)),
            ],
            Recommendation = Text(rule, "Recommendation"),
            Fix = Text(rule, "Fix"),
            FalsePositives = Text(rule, "FalsePositives"),
        };

    private static object? Value(object item, string property) =>
        (item.GetType().GetProperty(property) ?? throw new MissingMemberException(item.GetType().FullName, property)).GetValue(item);

    private static string Text(object item, string property) => Value(item, property)!.ToString()!;

    private static string[] Texts(object item, string property) => [.. ((IEnumerable)Value(item, property)!).Cast<string>()];
}
