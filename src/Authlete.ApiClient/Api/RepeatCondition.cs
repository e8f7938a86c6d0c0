using System;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Api;

/// <summary>A property of a request that makes it unsafe to send again, such as a single-use token.</summary>
/// <param name="Field">The field of the request. If neither a parameter nor a value is specified, its presence meets the condition.</param>
/// <param name="Parameter">The name of a form parameter that the field contains.</param>
/// <param name="Value">The value of the field.</param>
internal sealed record RepeatCondition(string Field, string? Parameter = null, string? Value = null)
{
    public bool IsMetBy(JsonView? body) =>
        Convert.ToString(body?.GetMember(Field), CultureInfo.InvariantCulture) is { Length: > 0 } text
        && (Parameter is null || FormEncoding.Parse(text).Any(pair => string.Equals(pair.Key, Parameter, StringComparison.Ordinal)))
        && (Value is null || string.Equals(text, Value, StringComparison.OrdinalIgnoreCase));
}
