using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Binding;

/// <summary>Reads services and clients to check: views, deserialized views, JSON, dictionaries, and objects with the same members.</summary>
internal static class CheckedObjects
{
    private const string Expected = "Service or Client";

    // Members that only a service or only a client has. An object needs one of them to be recognized.
    private static readonly string[] s_serviceMembers = ["apiKey", "serviceName", "supportedGrantTypes", "supportedScopes", "issuer"];
    private static readonly string[] s_clientMembers = ["clientId", "clientName", "clientType", "grantTypes", "redirectUris"];

    // Objects from Select-Object or a CSV file can lack members without any sign of it.
    private static readonly string[] s_partial = ["Selected.", "CSV:"];

    /// <summary>Returns the services and clients in pipeline or command-line input.</summary>
    /// <exception cref="SetupException">The input is neither.</exception>
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
