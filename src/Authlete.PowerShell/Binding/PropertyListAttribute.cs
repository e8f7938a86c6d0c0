using System;

namespace Authlete.PowerShell.Binding;

/// <summary>Extra properties of a token. Accepts a dictionary, or an array of @{ key; value; hidden }.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PropertyListAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => KeyedLists.ReadProperties(value);
}
