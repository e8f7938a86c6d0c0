using System;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>An identifier: takes it as text or number, or the object that holds it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentifierAttribute : TextAttribute
{
    private readonly string[] _members;

    /// <param name="members">The members of an object that hold the identifier, the first that is there counts.</param>
    public IdentifierAttribute(params string[] members) => _members = members;

    private protected override object? Transform(object? value) =>
        value switch
        {
            JsonView view => _members.Select(view.GetMember).FirstOrDefault(found => found is not null) is { } member
                ? TextValues.RequireIdentifier(member)
                : throw Refused(view),
            PSObject custom => _members.Select(name => custom.Properties[name]?.Value).FirstOrDefault(found => found is not null)
                is { } member
                ? TextValues.RequireIdentifier(PlainValues.Unwrap(member))
                : throw Refused(custom),
            _ => base.Transform(NumberValues.IsNumber(value) ? TextValues.RequireIdentifier(value) : value),
        };

    private FormatException Refused(object value) =>
        new(
            "One of "
                + string.Join(", ", _members)
                + " is expected here, or an object that has it; "
                + TextValues.Describe(value)
                + " came."
        );
}
