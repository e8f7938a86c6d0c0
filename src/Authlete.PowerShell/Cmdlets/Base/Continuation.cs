using System;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The value that connects a step of a protocol with the previous step.</summary>
internal sealed class Continuation
{
    private readonly Func<string, SetupException> _newError;

    private Continuation(string parameter, Func<string, SetupException> newError) => (Parameter, _newError) = (parameter, newError);

    public static Continuation Ticket { get; } = new(nameof(Ticket), SetupErrors.NoTicket);

    public static Continuation UserCode { get; } = new(nameof(UserCode), SetupErrors.NoUserCode);

    /// <summary>The parameter and the property that contain it.</summary>
    public string Parameter { get; }

    /// <summary>The error if there is none.</summary>
    public SetupException NewError(string reason) => _newError(reason);
}
