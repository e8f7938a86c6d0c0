using System;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Api;

/// <summary>What in a request makes it unsafe to send it again, such as a token that works once.</summary>
/// <param name="Field">The field of the request. Without a parameter or a value, its presence is enough.</param>
/// <param name="Parameter">The name of a form parameter in the field.</param>
/// <param name="Value">The value of the field.</param>
internal sealed record RepeatCondition(string Field, string? Parameter = null, string? Value = null)
{
    public bool IsMetBy(JsonView? body) =>
        Convert.ToString(body?.GetMember(Field), CultureInfo.InvariantCulture) is { Length: > 0 } text
        && (Parameter is null || FormEncoding.Parse(text).Any(pair => string.Equals(pair.Key, Parameter, StringComparison.Ordinal)))
        && (Value is null || string.Equals(text, Value, StringComparison.OrdinalIgnoreCase));
}
