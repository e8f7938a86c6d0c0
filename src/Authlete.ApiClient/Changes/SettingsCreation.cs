using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>A new settings object as it is going to be sent, and what to warn of. Calls nothing.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
internal sealed class SettingsCreation<T>
    where T : JsonView, new()
{
    private SettingsCreation(T request, IReadOnlyList<string> warnings) => (Request, Warnings) = (request, warnings);

    public T Request { get; }

    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Completes an object.</summary>
    /// <param name="request">The object, without what only the server sets.</param>
    /// <param name="original">The object it was copied from, if it was one of this type.</param>
    /// <param name="isFromApi">Whether its fields come from the API's JSON: those that this library doesn't know are newer than it, not typos.</param>
    /// <param name="fill">Sets the parameters.</param>
    public static SettingsCreation<T> Plan(T request, T? original, bool isFromApi, Action<T> fill)
    {
        if (original is not null)
        {
            NulledStrings.Remove(request, original, request.GetMemberNames().Where(name => request.GetMember(name) is ""));
        }

        var known = isFromApi ? UnknownPaths.Find(request).ToList() : [];
        fill(request);
        var unknownFields = ChangeWarnings.UnknownFields(UnknownPaths.Find(request).Except(known)).ToList();
        return new SettingsCreation<T>(request, [.. unknownFields, .. ChangeWarnings.UnknownValues(EnumeratedMembers.Normalize(request))]);
    }
}
