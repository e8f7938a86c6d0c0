using System;

namespace Authlete.PowerShell.Binding;

/// <summary>A list of names and values: takes a dictionary, or an array of @{ key; value } where keys repeat.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PairListAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => KeyedLists.ReadPairs(value);
}
