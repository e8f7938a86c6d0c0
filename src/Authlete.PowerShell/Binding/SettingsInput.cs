using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Binding;

/// <summary>Reads settings objects from the pipeline or a parameter.</summary>
internal static class SettingsInput
{
    /// <summary>Reads an object that replaces another. Accepts a view of the type or JSON text only, because other objects can lack members without any sign of it.</summary>
    /// <param name="input">The object.</param>
    /// <param name="noun">The expected kind of object, for messages.</param>
    /// <param name="idParameter">The parameter for its ID, which the user may have piped instead.</param>
    public static T ReadWhole<T>(PSObject input, string noun, string idParameter)
        where T : JsonView, new()
    {
        CheckType<T>(input);
        CheckText(input, noun);
        switch (PlainValues.Unwrap(input))
        {
            case T view:
                return JsonView.Copy(view);
            case string text:
                var read = Parse<T>(
                    text,
                    noun,
                    text.TrimStart() is { Length: > 0 } start && start[0] is not ('{' or '[') ? IdAdvice() : ""
                );
                Check(read);
                return read;
            case JsonView untyped:
                // The output of Invoke-AuthleteApi.
                var typed = ToTyped<T>(untyped, noun);
                Check(typed);
                return typed;
            case IEnumerable many and not IDictionary:
                throw SeveralObjects(many, typeof(T).Name, noun);
            default:
                throw SetupErrors.PartialObject($"A whole {noun} must be a {typeof(T).Name} object or its JSON text.{IdAdvice()}");
        }

        string IdAdvice() => $" If it is the ID of a {noun}, specify -{idParameter}.";
    }

    /// <summary>Reads an object to create a new one from, without the members that only the server sets.</summary>
    public static T ReadAny<T>(PSObject input, string noun)
        where T : JsonView, new()
    {
        CheckType<T>(input);
        CheckText(input, noun);
        switch (PlainValues.Unwrap(input))
        {
            case T view:
                return WithoutAssigned(JsonView.Copy(view));
            case string or JsonView or IDictionary or PSObject { BaseObject: PSCustomObject }:
                var read = WithoutAssigned(Read<T>(PlainValues.Unwrap(input)!, noun));
                Check(read);
                return read;
            case IEnumerable many:
                throw SeveralObjects(many, typeof(T).Name, noun);
            case var value:
                throw SetupErrors.WrongObject(typeof(T).Name, value?.GetType().Name ?? "null");
        }
    }

    /// <summary>Rejects objects of this module with another type, such as a token or connection, even if deserialized or selected.</summary>
    private static void CheckType<T>(PSObject input)
    {
        if (IdentifierOrigin.FindModelName(input) is { } found and not nameof(JsonView) && found != typeof(T).Name)
        {
            throw SetupErrors.WrongObject(typeof(T).Name, found);
        }
    }

    private static void CheckText(PSObject input, string noun)
    {
        try
        {
            WellFormedText.Check(input);
        }
        catch (FormatException e)
        {
            throw SetupErrors.WrongJsonType(noun, e.Message);
        }
    }

    private static SetupException SeveralObjects(IEnumerable many, string type, string noun) =>
        many.Cast<object?>().All(item => PlainValues.Unwrap(item) is string)
            ? SetupErrors.InputNotJson(noun, "These are several strings, perhaps the lines of a file.")
            : SetupErrors.SeveralObjects(type);

    private static T Read<T>(object value, string noun)
        where T : JsonView, new()
    {
        if (value is string text)
        {
            return Parse<T>(text, noun);
        }

        try
        {
            return (T)ModelReader.Read(typeof(T), value);
        }
        catch (FormatException e)
        {
            throw SetupErrors.WrongJsonType(noun, e.Message);
        }
    }

    private static T Parse<T>(string json, string noun, string advice = "")
        where T : JsonView, new()
    {
        try
        {
            return ToTyped<T>(JsonView.Parse(json), noun, advice);
        }
        catch (FormatException e)
        {
            throw SetupErrors.InputNotJson(noun, e.Message + advice);
        }
    }

    private static T ToTyped<T>(JsonView view, string noun, string advice = "")
        where T : JsonView, new() =>
        view.IsObject ? view.CopyAs<T>() : throw SetupErrors.WrongJsonType(noun, "This is JSON, but not an object." + advice);

    private static void Check(JsonView view)
    {
        try
        {
            view.CheckInput();
        }
        catch (FormatException e)
        {
            throw SetupErrors.WrongJsonType(view.GetType().Name.ToLowerInvariant(), e.Message);
        }
    }

    private static T WithoutAssigned<T>(T view)
        where T : JsonView
    {
        foreach (var name in view.GetServerManagedMembers().Where(name => view.GetMemberNames().Contains(name)).ToList())
        {
            view.RemoveMember(name);
        }

        return view;
    }
}
