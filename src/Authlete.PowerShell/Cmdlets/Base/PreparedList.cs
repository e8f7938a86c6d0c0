using System;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>What one record lists, taken from the parameters before the first call.</summary>
/// <typeparam name="TItem">What is listed.</typeparam>
/// <param name="NewCall">Makes the call of a page, to which the range is added.</param>
internal sealed record PreparedList<TItem>(Func<ApiCall> NewCall)
{
    /// <summary>An identifier of what the list is of, for errors; null names the operation.</summary>
    public string? Target { get; init; }

    /// <summary>Which items are wanted, for what the API has no parameter; null wants all.</summary>
    public Func<TItem, bool>? IsWanted { get; init; }

    /// <summary>Finds the one wanted item, which ends the list; null lists all.</summary>
    public Func<TItem, bool>? IsSought { get; init; }
}
