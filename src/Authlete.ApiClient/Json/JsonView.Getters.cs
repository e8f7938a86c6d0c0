using System;

namespace Authlete.ApiClient.Json;

/// <content>The accessors that the typed properties use.</content>
public partial class JsonView
{
    private protected string? GetString(string name)
    {
        if (_overlay.TryGetSet(name, out var value))
        {
            return value is null or string ? (string?)value : JsonValues.ToText(JsonWriting.ToElement(value));
        }

        return TryGetReceived(name, out var element) ? JsonValues.ToText(element) : null;
    }

    private protected bool? GetBoolean(string name)
    {
        if (_overlay.TryGetSet(name, out var value))
        {
            return value is null or bool ? (bool?)value : JsonValues.ToBoolean(JsonWriting.ToElement(value));
        }

        return TryGetReceived(name, out var element) ? JsonValues.ToBoolean(element) : null;
    }

    /// <summary>Returns a number; the nearest one if it is out of range.</summary>
    private protected long? GetInt64(string name)
    {
        if (_overlay.TryGetSet(name, out var value))
        {
            return value switch
            {
                null => null,
                long number => number,
                int number => number,
                _ => JsonValues.ToInt64(JsonWriting.ToElement(value)),
            };
        }

        return TryGetReceived(name, out var element) ? JsonValues.ToInt64(element) : null;
    }

    /// <summary>Returns an identifier; null if it isn't an integer or is out of range, because the nearest number identifies another object.</summary>
    private protected long? GetIdentifier(string name)
    {
        if (_overlay.TryGetSet(name, out var value))
        {
            return value is null ? null : JsonValues.ToExactInt64(JsonWriting.ToElement(value));
        }

        return TryGetReceived(name, out var element) ? JsonValues.ToExactInt64(element) : null;
    }

    private protected int? GetInt32(string name) =>
        GetInt64(name) is { } number ? (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, number)) : null;

    /// <summary>Returns a time; null if it is 0 or absent, and the nearest time if it is out of range.</summary>
    private protected DateTimeOffset? GetTime(string name, TimeUnit unit) => ApiTime.FromNumber(GetInt64(name), unit);

    private protected string?[]? GetStrings(string name)
    {
        if (_overlay.TryGet(name, out var entry))
        {
            switch (entry.Value)
            {
                case null:
                    return null;
                case string?[] strings:
                    return strings;
                case not (JsonView or System.Collections.IEnumerable):
                case string:
                    return JsonValues.ToTexts(JsonWriting.ToElement(entry.Value));
                case var _
                    when entry.Kind != MemberOverlay.EntryKind.Cached
                        || (TryGetReceived(name, out var received) && CachedValue.IsModified(entry.Value, received)):
                    return JsonValues.ToTexts(JsonWriting.ToElement(entry.Value)) is { } set
                        ? (string?[]?)_overlay.Cache(name, set, entry.Kind)
                        : null;
                default:
                    break;
            }
        }

        return TryGetReceived(name, out var element) && JsonValues.ToTexts(element) is { } texts
            ? (string?[]?)_overlay.Cache(name, texts)
            : null;
    }

    private protected T? GetView<T>(string name)
        where T : JsonView => GetMember(name) as T;

    private protected T[]? GetViews<T>(string name)
        where T : JsonView =>
        GetMember(name) switch
        {
            T[] views => views,
            T view => [view],
            object?[] values when values.Length > 0 && Array.TrueForAll(values, value => HostValues.Unwrap(value) is T) => (T[]?)
                _overlay.Cache(name, Array.ConvertAll(values, value => (T)HostValues.Unwrap(value)!), MemberOverlay.EntryKind.Set),
            _ => null,
        };

    private protected object?[]? GetValues(string name) => GetMember(name) as object?[];

    /// <summary>Sets a member. Null removes it, because absent and null mean the same to the API.</summary>
    private protected void Set(string name, object? value)
    {
        if (value is null)
        {
            _overlay.Remove(name, _received);
        }
        else
        {
            _overlay.Set(name, value, _received);
        }
    }

    private protected void SetTime(string name, DateTimeOffset? value, TimeUnit unit) =>
        Set(name, value is { } time ? ApiTime.ToNumber(time, unit) : null);
}
