using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Warnings about a change. They don't prevent it.</summary>
internal static class ChangeWarnings
{
    /// <summary>Fields that are newer than this module, or misspelled.</summary>
    public static IEnumerable<string> UnknownFields(IEnumerable<string> paths) =>
        paths.Select(path => path + ": this module doesn't know the field, and sends it unchanged.");

    /// <summary>Values that are newer than this module, or misspelled. A server may treat a misspelled value as if it were absent.</summary>
    public static IEnumerable<string> UnknownValues(IEnumerable<UnknownValue> values) =>
        values.Select(value =>
            $"{value.Member}: this module doesn't know the value '{value.Value}', and sends it unchanged. Known values: {string.Join(", ", value.Known)}."
        );

    /// <summary>Fields that the server ignored, which it does silently. It treats null and empty alike.</summary>
    /// <param name="sent">The differences that were sent.</param>
    /// <param name="applied">The differences that the response shows.</param>
    public static IEnumerable<string> Ignored(IEnumerable<MemberDifference> sent, IEnumerable<MemberDifference> applied)
    {
        var changed = new HashSet<string>(applied.Select(change => change.Name), StringComparer.Ordinal);
        return sent.Where(change =>
                !changed.Contains(change.Name) && change is not ({ Right: null } or { Left: null, Right: "\"\"" or "[]" or "{}" })
            )
            .Select(change =>
                change.Name + (change.Left is null ? ": the server didn't accept it." : ": the server kept the previous value.")
            );
    }

    /// <summary>Changes to members that only the server sets.</summary>
    public static IEnumerable<string> ServerManaged(IEnumerable<MemberDifference> differences) =>
        differences
            .Where(difference => difference is { Right: not null, Name: not "modifiedAt" })
            .Select(difference => difference.Name + ": your value is ignored, because only the server sets this field.");
}
