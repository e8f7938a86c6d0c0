using System;

namespace Authlete.PowerShell.Binding;

/// <summary>
/// The parameters of an OAuth request, form-encoded once and only once: takes the raw query string or form body as it came,
/// a URL whose query it is, or a dictionary of plain values. A secret may be among them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormParametersAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) =>
        value is null or SecretText ? value : new SecretText(FormParameters.Encode(value));
}
