using System;

namespace Authlete.PowerShell.Binding;

/// <summary>A URI or its text. Replaces the engine's conversion, whose error quotes the text, which can contain a password.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UriTextAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) =>
        value is not string text ? value
        : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri) ? uri
        : throw new FormatException("A URI is expected, but this string isn't one.");
}
