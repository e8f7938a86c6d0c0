using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace Authlete.Sandbox.Protocol;

/// <summary>Parameters in application/x-www-form-urlencoded: a query string or a form body.</summary>
internal sealed class FormParameters
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    private FormParameters() { }

    public static FormParameters Empty { get; } = new();

    public IEnumerable<string> Names => _values.Keys;

    public bool IsEmpty => _values.Count == 0;

    /// <summary>Parses the text; false if a percent sign isn't followed by two hexadecimal digits.</summary>
    public static bool TryParse(string text, out FormParameters parameters)
    {
        parameters = new FormParameters();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsEncoded(pair))
            {
                return false;
            }

            var separator = pair.IndexOf('=', StringComparison.Ordinal);
            var name = WebUtility.UrlDecode(separator < 0 ? pair : pair[..separator]);
            var value = separator < 0 ? "" : WebUtility.UrlDecode(pair[(separator + 1)..]);
            parameters.Add(name, value);
        }

        return true;
    }

    public static FormParameters Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var parameters = new FormParameters();
        foreach (var (name, value) in pairs)
        {
            parameters.Add(name, value);
        }

        return parameters;
    }

    /// <summary>These parameters, followed by the pairs.</summary>
    public FormParameters With(IEnumerable<KeyValuePair<string, string>> pairs) =>
        Of(Names.SelectMany(name => All(name).Select(value => KeyValuePair.Create(name, value))).Concat(pairs));

    public string? First(string name) => _values.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>Whether a parameter is true, in any case, because languages write Booleans differently.</summary>
    public bool Flag(string name) => string.Equals(First(name), "true", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    public bool IsRepeated(string name) => All(name).Count > 1;

    /// <summary>These parameters, if the name isn't repeated.</summary>
    /// <exception cref="ProtocolException">The name is repeated; the error is invalid_request with the code.</exception>
    public FormParameters Once(string name, string code) =>
        IsRepeated(name) ? throw new ProtocolException(code, OAuthErrors.InvalidRequest, $"{name} is given more than once.") : this;

    /// <summary>The words of a space-separated list.</summary>
    public IReadOnlyList<string> Words(string name) =>
        [.. (First(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out var values))
        {
            _values[name] = values = [];
        }

        values.Add(value);
    }

    private static bool IsEncoded(string text)
    {
        for (var index = text.IndexOf('%', StringComparison.Ordinal); index >= 0; index = text.IndexOf('%', index + 1))
        {
            if (index + 2 >= text.Length || !char.IsAsciiHexDigit(text[index + 1]) || !char.IsAsciiHexDigit(text[index + 2]))
            {
                return false;
            }
        }

        return true;
    }
}
