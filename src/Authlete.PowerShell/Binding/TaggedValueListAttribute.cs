using System;

namespace Authlete.PowerShell.Binding;

/// <summary>Texts by language. Accepts a dictionary of language tags and values, or an array of @{ tag; value }.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TaggedValueListAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => KeyedLists.ReadTaggedValues(value);
}
