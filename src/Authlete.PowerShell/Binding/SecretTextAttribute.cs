using System;
using System.Management.Automation;
using System.Security;

namespace Authlete.PowerShell.Binding;

/// <summary>A secret. Accepts a string, a SecureString, or a PSCredential.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTextAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) =>
        value switch
        {
            null or SecretText => value,
            string text => new SecretText(text),
            SecureString secret => new SecretText(TextValues.Reveal(secret)),
            PSCredential credential => new SecretText(TextValues.Reveal(credential.Password)),
            _ => throw new FormatException("A string or a SecureString is expected here."),
        };
}
