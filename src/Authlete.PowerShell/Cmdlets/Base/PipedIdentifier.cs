using System;
using System.Linq;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The identifier that a cmdlet takes from the pipeline.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">What is bound to it.</param>
/// <param name="OwnTypes">The types of this module whose identifier it is, the thing itself first; none if any object's will do.</param>
internal sealed record PipedIdentifier(string Parameter, string? Value, params string[] OwnTypes)
{
    /// <summary>Refuses a text that may be anything, and the identifier of an object that is another thing than the one to change or to delete.</summary>
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
