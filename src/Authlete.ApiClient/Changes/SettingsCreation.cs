using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>A new settings object to send, and the warnings about it. Makes no calls.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
internal sealed class SettingsCreation<T>
    where T : JsonView, new()
{
    private SettingsCreation(T request, IReadOnlyList<string> warnings) => (Request, Warnings) = (request, warnings);

    public T Request { get; }

    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Completes the object.</summary>
    /// <param name="request">The object, without the members that only the server sets.</param>
    /// <param name="original">The object that <paramref name="request"/> was copied from, if it has the same type.</param>
    /// <param name="isFromApi">Whether the fields come from the API's JSON. If so, unknown fields are newer than this library and not typos.</param>
    /// <param name="fill">Applies the parameters.</param>
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
