using System;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The list of one record, created from the parameters before the first call.</summary>
/// <typeparam name="TItem">The type of the items.</typeparam>
/// <param name="NewCall">Creates the call for a page, to which the range is added.</param>
internal sealed record PreparedList<TItem>(Func<ApiCall> NewCall)
{
    /// <summary>The identifier of the subject of the list, for errors. If null, errors contain the operation.</summary>
    public string? Target { get; init; }

    /// <summary>The filter for which the API has no parameter. If null, all items match.</summary>
    public Func<TItem, bool>? IsWanted { get; init; }

    /// <summary>Finds the single item to return, which ends the list. If null, all items are listed.</summary>
    public Func<TItem, bool>? IsSought { get; init; }
}
