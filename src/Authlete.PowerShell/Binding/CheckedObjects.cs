using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Binding;

/// <summary>Services and clients that are only looked at: views, their copies from a job or a file, JSON, dictionaries, and objects with the same members.</summary>
internal static class CheckedObjects
{
    private const string Expected = "Service or Client";

    // Members that only one of the two has, with what one has to have to be of use.
    private static readonly string[] s_serviceMembers = ["apiKey", "serviceName", "supportedGrantTypes", "supportedScopes", "issuer"];
    private static readonly string[] s_clientMembers = ["clientId", "clientName", "clientType", "grantTypes", "redirectUris"];

    // Of an object that Select-Object or a CSV file made it can't be known what it lacks.
    private static readonly string[] s_partial = ["Selected.", "CSV:"];

    /// <summary>The services and clients in what came from the pipeline or the command line.</summary>
    /// <exception cref="SetupException">It is something else.</exception>
    public static IReadOnlyList<JsonView> Read(object? input)
    {
        try
        {
            WellFormedText.Check(input);
            return PlainValues.Unfold(PlainValues.Unwrap(input)) is IEnumerable items and not (string or IDictionary)
                ? [.. items.Cast<object?>().SelectMany(Read)]
                : [ReadOne(input)];
        }
        catch (FormatException e)
        {
            throw SetupErrors.WrongJsonType("service or client", e.Message);
        }
    }

    private static JsonView ReadOne(object? input)
    {
        var wrapped = input is null ? null : PSObject.AsPSObject(input);
        if (
            wrapped?.TypeNames.FirstOrDefault(name => s_partial.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))) is
            { } partial
        )
        {
            throw SetupErrors.WrongObject(Expected, partial);
        }

        var value = PlainValues.Unwrap(input);
        if (value is string text)
        {
            value = Parse(text);
        }

        if (value is Service or Client)
        {
            return (JsonView)value;
        }

        var model = wrapped is null ? null : IdentifierOrigin.FindModelName(wrapped);
        var isService = model == nameof(Service) || (model is null or nameof(JsonView) && Has(value, s_serviceMembers));
        var isClient = model == nameof(Client) || (model is null or nameof(JsonView) && Has(value, s_clientMembers));
        return isService != isClient ? ToView(isService ? typeof(Service) : typeof(Client), value)
            : model is null && value is JsonView ? throw SetupErrors.WrongJson(Expected)
            : throw SetupErrors.WrongObject(Expected, model ?? value?.GetType().Name ?? "null");
    }

    private static JsonView Parse(string text)
    {
        try
        {
            return JsonView.Parse(text);
        }
        catch (FormatException e)
        {
            throw SetupErrors.InputNotJson("service or client", e.Message);
        }
    }

    private static JsonView ToView(Type type, object? value)
    {
        var view = ModelReader.Read(type, value);
        EnumeratedMembers.Normalize(view);
        return view;
    }

    private static bool Has(object? value, string[] names) =>
        (
            value switch
            {
                JsonView { IsObject: true } view => view.GetMemberNames(),
                IDictionary members => members.Keys.Cast<object?>().Select(key => key?.ToString() ?? ""),
                PSObject custom => custom.Properties.Select(property => property.Name),
                _ => [],
            }
        ).Any(name => names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
