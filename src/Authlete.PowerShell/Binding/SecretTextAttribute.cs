using System;
using System.Management.Automation;
using System.Security;

namespace Authlete.PowerShell.Binding;

/// <summary>A secret: takes a string, a SecureString or a PSCredential.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTextAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) =>
        value switch
        {
            SecureString secret => TextValues.Reveal(secret),
            PSCredential credential => TextValues.Reveal(credential.Password),
            null or string => value,
            _ => throw new FormatException("A string or a SecureString is expected here."),
        };
}
