using System;
using System.Globalization;
using System.Reflection;

namespace Authlete.PowerShell.Binding;

/// <summary>
/// The parameters of an OAuth request, form-encoded exactly once. Accepts the raw query string or form body, a URL with a query, or a
/// dictionary of plain values. They can include a secret.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormParametersAttribute : InputTransformationAttribute
{
    private readonly Type _type;

    /// <summary>Initializes the attribute for a parameter without known keys.</summary>
    public FormParametersAttribute()
        : this(typeof(SecretText)) { }

    /// <param name="type">The type of the parameter. The engine offers its properties as keys of a dictionary.</param>
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
