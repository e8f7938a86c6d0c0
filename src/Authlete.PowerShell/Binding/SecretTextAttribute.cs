using System;
using System.Management.Automation;
using System.Security;

namespace Authlete.PowerShell.Binding;

/// <summary>A secret: takes a string, a SecureString or a PSCredential.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTextAttribute : InputTransformationAttribute
{
    private readonly bool _required;

    /// <param name="required">Whether an empty text is refused: the engine refuses it for strings only.</param>
    public SecretTextAttribute(bool required = false) => _required = required;

    private protected override object? Transform(object? value) =>
        value switch
        {
            null or SecretText => value,
            string text => Hide(text),
            SecureString secret => Hide(TextValues.Reveal(secret)),
            PSCredential credential => Hide(TextValues.Reveal(credential.Password)),
            _ => throw new FormatException("A string or a SecureString is expected here."),
        };

    private SecretText Hide(string text) =>
        _required && text.Length == 0
            ? throw new FormatException("A string or a SecureString is expected here, and an empty one came.")
            : new SecretText(text);
}
