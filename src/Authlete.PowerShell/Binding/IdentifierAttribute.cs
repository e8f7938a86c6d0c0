using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Numerics;
using System.Security;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>An identifier. Accepts text, a number, or an object with the identifier.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdentifierAttribute : TextAttribute
{
    private readonly string[] _members;

    /// <param name="members">The members that can have the identifier. The first one that the object has is used.</param>
    public IdentifierAttribute(params string[] members) => _members = members;

    private protected override object? Transform(object? value) =>
        IsObject(value)
            ? IdentifierOrigin.Remember(Read(PSObject.AsPSObject(value)), PSObject.AsPSObject(value))
            : base.Transform(NumberValues.IsNumber(value) ? TextValues.RequireIdentifier(value) : value);

    /// <summary>Whether a value can have the identifier as a property, because it is neither a plain value nor a list.</summary>
    private static bool IsObject(object? value) =>
        value
            is JsonView
                or PSObject
                or (
                    not null
                    and not IConvertible
                    and not IEnumerable
                    and not BigInteger
                    and not (Guid or Version or IPAddress or Uri or DateTimeOffset or SecureString)
                );

    private string Read(PSObject source) =>
        _members
            .Select(name => PlainValues.Unwrap(source.Properties[name]?.Value))
            .Where(member => member is not null)
            .Select(TextValues.RequireIdentifier)
            .FirstOrDefault(text => text.Length > 0)
        ?? throw new FormatException(
            $"An object with a property {string.Join(" or ", _members)} is expected here, but this is {TextValues.Describe(PlainValues.Unwrap(source))}."
        );
}
