using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Values;

namespace Authlete.PowerShell.Binding;

/// <summary>
/// An enumerated value. Accepts any case and converts it to the API's spelling. Rejects unknown values, because a server may ignore them and
/// clear the field.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ApiValueAttribute : InputTransformationAttribute
{
    private static readonly ConcurrentDictionary<Type, ValueSet> s_sets = new();

    /// <param name="type">The set of values.</param>
    public ApiValueAttribute(Type type) => Type = type;

    /// <summary>The set of values.</summary>
    public Type Type { get; }

    /// <summary>The values, for help.</summary>
    public IReadOnlyList<string> ValidValues => Values.Values;

    private ValueSet Values => s_sets.GetOrAdd(Type, static type => (ValueSet)Activator.CreateInstance(type));

    private protected override object? Transform(object? value) =>
        value switch
        {
            null => null,
            string text => Normalize(text),
            IEnumerable many => many.Cast<object?>().Select(item => Normalize(TextValues.ToText(PlainValues.Unwrap(item)) ?? "")).ToArray(),
            _ => Normalize(TextValues.ToText(value) ?? ""),
        };

    private string Normalize(string value) =>
        Values.Find(value)
        ?? throw new FormatException("'" + value + "' isn't one of the valid values: " + string.Join(", ", Values.Values) + ".");
}
