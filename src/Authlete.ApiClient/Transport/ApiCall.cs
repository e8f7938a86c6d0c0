using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Transport;

/// <summary>A call of an operation, with its path values, query, and body.</summary>
internal sealed class ApiCall
{
    private List<KeyValuePair<string, string>>? _query;

    /// <param name="operation">The operation.</param>
    public ApiCall(Operation operation)
        : this(operation, operation?.Path ?? throw new ArgumentNullException(nameof(operation))) { }

    internal ApiCall(Operation operation, string path)
    {
        Operation = operation;
        Path = path;
    }

    /// <summary>The operation.</summary>
    public Operation Operation { get; }

    /// <summary>The path, with the values filled in so far.</summary>
    internal string Path { get; private set; }

    /// <summary>The last value that was filled into the path; null if the path has no variables.</summary>
    internal string? PathValue { get; private set; }

    internal IReadOnlyList<KeyValuePair<string, string>> Query => _query ?? (IReadOnlyList<KeyValuePair<string, string>>)[];

    /// <summary>The body; null for none.</summary>
    public JsonView? Body { get; set; }

    /// <summary>The check to make before the call is sent again after an attempt that may have reached the server; null for none.</summary>
    internal RepeatCheck? CheckBeforeRepeat { get; init; }

    /// <summary>Whether the caller releases the response once it has read its parts, so that the response can use pooled memory.</summary>
    internal bool IsReleased { get; set; }

    /// <summary>Fills in a variable of the path template.</summary>
    /// <param name="name">The name of the variable.</param>
    /// <param name="value">The unescaped value.</param>
    /// <exception cref="ArgumentException">The value can't be part of a path.</exception>
    public ApiCall WithPathValue(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(value) || ApiPath.HasDotSegment(value))
        {
            throw new ArgumentException("The value of " + name + " is empty or a folder name, and can't be part of a path.");
        }

        PathValue = value;
        Path = Path.Replace("{" + name + "}", Uri.EscapeDataString(value));
        return this;
    }

    /// <summary>Adds a query parameter, unless its value is null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The unescaped value.</param>
    public ApiCall WithQuery(string name, string? value)
    {
        if (value is not null)
        {
            (_query ??= []).Add(new KeyValuePair<string, string>(name, value));
        }

        return this;
    }

    /// <summary>Adds the parameters of an encoded query, unless it is null.</summary>
    /// <param name="encoded">The form-encoded query string.</param>
    public ApiCall WithEncodedQuery(string? encoded)
    {
        (_query ??= []).AddRange(FormEncoding.Parse(encoded ?? ""));
        return this;
    }

    /// <summary>Whether every call of the operation has the same URI.</summary>
    internal bool HasFixedAddress => _query is null && ReferenceEquals(Path, Operation.Path) && !Operation.IsUntyped;

    internal Uri ToUri(Uri baseUri)
    {
        var uri = new StringBuilder(baseUri.GetLeftPart(UriPartial.Path).TrimEnd('/')).Append(Path);
        if (_query is { Count: > 0 })
        {
            uri.Append('?')
                .Append(string.Join("&", _query.Select(pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value))));
        }

        return new Uri(uri.ToString());
    }
}
