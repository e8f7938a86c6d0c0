using System;

namespace Authlete.PowerShell.Binding;

/// <summary>authorization_details (RFC 9396): takes an array of objects, or its JSON text. Fields that the RFC does not define go where the API keeps them, as JSON text.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AuthorizationDetailsListAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => AuthorizationDetailsReader.Read(value);
}
