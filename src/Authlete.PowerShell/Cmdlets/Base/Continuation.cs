using System;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>What connects a step of a protocol with the step before.</summary>
internal sealed class Continuation
{
    private readonly Func<string, SetupException> _newError;

    private Continuation(string parameter, Func<string, SetupException> newError) => (Parameter, _newError) = (parameter, newError);

    public static Continuation Ticket { get; } = new(nameof(Ticket), SetupErrors.NoTicket);

    public static Continuation UserCode { get; } = new(nameof(UserCode), SetupErrors.NoUserCode);

    /// <summary>The parameter and the property that hold it.</summary>
    public string Parameter { get; }

    /// <summary>The error where there is none.</summary>
    public SetupException NewError(string reason) => _newError(reason);
}
