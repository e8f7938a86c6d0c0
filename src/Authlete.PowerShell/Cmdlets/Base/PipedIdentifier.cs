using System;
using System.Linq;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The identifier from the pipeline.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The value that is bound to it.</param>
/// <param name="OwnTypes">The types of this module that can have the identifier, the type of the object itself first. None if any object can.</param>
internal sealed record PipedIdentifier(string Parameter, string? Value, params string[] OwnTypes)
{
    /// <summary>Refuses text that isn't clearly an identifier, and the identifier of an object of another type than the one to change or delete.</summary>
    /// <param name="cmdlet">The name of the cmdlet.</param>
    public void Validate(string cmdlet)
    {
        if (Value is null)
        {
            return;
        }

        var origin = IdentifierOrigin.Find(Value);
        if (origin is null && !Value.All(c => c is >= '0' and <= '9'))
        {
            throw SetupErrors.TextAsIdentifier(cmdlet, Parameter);
        }

        if (OwnTypes.Length > 0 && origin?.ModelName is { } type && Array.IndexOf(OwnTypes, type) < 0)
        {
            throw SetupErrors.ForeignIdentifier(cmdlet, Parameter, OwnTypes[0], type);
        }
    }
}
