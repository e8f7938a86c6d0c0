using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Rules;

/// <summary>Reads a suppression file: a list of objects with rule, target, reason, and optionally expires.</summary>
internal static class SuppressionFile
{
    private const string RuleMember = "rule";
    private const string TargetMember = "target";
    private const string ReasonMember = "reason";
    private const string ExpiresMember = "expires";
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly string[] s_members = [RuleMember, TargetMember, ReasonMember, ExpiresMember];

    /// <param name="path">The file.</param>
    /// <exception cref="ConfigurationException">The file contains errors; the message lists all of them.</exception>
    public static IReadOnlyList<Suppression> Read(string path)
    {
        var file = Path.GetFileName(path);
        var problems = new List<ConfigurationException>();
        var read = new List<Suppression>();
        var number = 0;
        foreach (var item in ReadItems(path, file))
        {
            number++;
            try
            {
                read.Add(ReadItem(item));
            }
            catch (FormatException e)
            {
                problems.Add(Invalid(file, $"item {number}: {e.Message}"));
            }
        }

        ConfigurationException.ThrowIfAny(problems);
        return read;
    }

    private static List<object?> ReadItems(string path, string file)
    {
        try
        {
            var element = JsonReader.Read(File.ReadAllBytes(path));
            return JsonTree.FindRepeated(element) is { } repeated
                ? throw Invalid(file, $"{repeated} appears twice.")
                : JsonTree.Read(element) as List<object?>
                    ?? throw Invalid(file, "it isn't a list. A suppression file is [{ \"rule\": …, \"target\": …, \"reason\": … }].");
        }
        catch (FormatException e)
        {
            throw Invalid(file, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Invalid(file, "it can't be read: " + e.Message);
        }
    }

    private static Suppression ReadItem(object? item)
    {
        var members = item as JsonMembers ?? throw new FormatException("it isn't an object.");
        if (members.Keys.FirstOrDefault(name => !s_members.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new FormatException(
                $"there is no member {unknown}. "
                    + (
                        NearestName.Find(unknown, s_members) is { } nearest
                            ? $"Did you mean {nearest}?"
                            : "The members are " + string.Join(", ", s_members) + "."
                    )
            );
        }

        var rule = Require(members, RuleMember);
        var pattern = new NamePattern(rule);
        if (!RuleCatalogue.All.Any(known => pattern.Matches(known.Id)))
        {
            throw new FormatException(
                $"there is no rule {rule}."
                    + (
                        NearestName.Find(rule, RuleCatalogue.All.Select(known => known.Id)) is { } nearest
                            ? $" Did you mean {nearest}?"
                            : ""
                    )
            );
        }

        return new Suppression(rule, Require(members, TargetMember), Require(members, ReasonMember), ReadDate(members.Find(ExpiresMember)));
    }

    private static string Require(JsonMembers members, string name) =>
        members.Find(name) is string text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new FormatException(
                name == ReasonMember ? "it has no reason. Say why the finding is accepted." : $"{name} must be a non-empty string."
            );

    private static DateTime? ReadDate(object? value) =>
        value switch
        {
            null => null,
            string text
                when DateTime.TryParseExact(
                    text,
                    DateFormat,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                    out var date
                ) => date,
            _ => throw new FormatException($"{ExpiresMember} must be a date, such as 2027-03-31."),
        };

    private static ConfigurationException Invalid(string file, string reason) =>
        new(ConfigurationProblem.InvalidSuppressions, $"{file}: {reason}");
}
