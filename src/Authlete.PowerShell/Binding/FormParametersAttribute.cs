using System;
using System.Globalization;
using System.Reflection;

namespace Authlete.PowerShell.Binding;

/// <summary>
/// The parameters of an OAuth request, form-encoded once and only once: takes the raw query string or form body as it came,
/// a URL whose query it is, or a dictionary of plain values. A secret may be among them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormParametersAttribute : InputTransformationAttribute
{
    private readonly Type _type;

    /// <summary>For a parameter of which no names are known.</summary>
    public FormParametersAttribute()
        : this(typeof(SecretText)) { }

    /// <param name="type">The type of the parameter, whose properties the engine offers as keys of a dictionary.</param>
    public FormParametersAttribute(Type type) => _type = type;

    private protected override object? Transform(object? value) =>
        value switch
        {
            null => null,
            SecretText text => _type.IsInstanceOfType(text) ? text : New(text.Reveal()),
            _ => New(FormParameters.Encode(value)),
        };

    private object New(string text) =>
        Activator.CreateInstance(_type, BindingFlags.Instance | BindingFlags.NonPublic, null, [text], CultureInfo.InvariantCulture)!;
}
