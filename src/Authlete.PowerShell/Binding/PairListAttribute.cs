using System;

namespace Authlete.PowerShell.Binding;

/// <summary>A list of key-value pairs. Accepts a dictionary, or an array of @{ key; value }, in which keys can repeat.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PairListAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => KeyedLists.ReadPairs(value);
}
