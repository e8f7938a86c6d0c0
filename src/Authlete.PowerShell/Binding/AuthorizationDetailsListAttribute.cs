using System;

namespace Authlete.PowerShell.Binding;

/// <summary>The authorization_details (RFC 9396). Accepts an array of objects or JSON text.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AuthorizationDetailsListAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => AuthorizationDetailsReader.Read(value);
}
