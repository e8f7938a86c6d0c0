using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Authlete.Sandbox.Faults;

/// <summary>Creates a planned fault from its members, and refuses invalid combinations.</summary>
internal sealed partial class FaultBuilder(IReadOnlyDictionary<string, string> members)
{
    private static readonly string[] s_effects = ["status", "delay", "body-delay", "content-type", "connection"];

    private static readonly Dictionary<string, FaultDelivery> s_connections = new(StringComparer.Ordinal)
    {
        ["reset"] = FaultDelivery.Reset,
        ["reset-after"] = FaultDelivery.ResetAfter,
        ["truncate"] = FaultDelivery.Truncated,
        ["hang"] = FaultDelivery.Hang,
    };

    public PlannedFault Build()
    {
        CheckTogether();
        var pattern = OperationPattern.Parse(Text("operation") ?? "*");
        var effect = new FaultEffect
        {
            DelayBefore = Duration("delay"),
            DelayWithin = Duration("body-delay"),
            Answer = Answer(),
            ContentType = ContentType(),
            Delivery = Delivery(),
        };
        return new PlannedFault(
            effect,
            pattern,
            Text("count") == FaultReader.Always ? null : Integer("count", 1, int.MaxValue) ?? 1,
            Integer("skip", 0, int.MaxValue) ?? 0
        )
        {
            Members = [.. members.Where(member => member.Key is not ("count" or "skip"))],
        };
    }

    private void CheckTogether()
    {
        foreach (var name in new[] { "body", "result-code", "retry-after", "retry-after-date" })
        {
            Needs(name, "status");
        }

        if (!s_effects.Any(members.ContainsKey))
        {
            throw new FormatException($"The fault does nothing. It needs one of {string.Join(", ", s_effects)}.");
        }

        Excludes("body", "result-code");
        Excludes("retry-after", "retry-after-date");
        var answered = !members.ContainsKey("status") || members.ContainsKey("body") || members.ContainsKey("result-code");
        foreach (var name in new[] { "body-delay", "content-type" })
        {
            if (members.ContainsKey(name) && !answered)
            {
                throw new FormatException($"'{name}' needs a body.");
            }
        }

        if (Delivery() == FaultDelivery.Truncated)
        {
            if (!answered)
            {
                throw new FormatException("'connection=truncate' needs a body.");
            }
        }
        else if (Text("connection") is { } connection)
        {
            foreach (var name in new[] { "status", "body-delay", "content-type" })
            {
                if (members.ContainsKey(name))
                {
                    throw new FormatException($"You can't combine '{name}' with 'connection={connection}', which sends no response.");
                }
            }
        }
    }

    private void Needs(string name, string needed)
    {
        if (members.ContainsKey(name) && !members.ContainsKey(needed))
        {
            throw new FormatException($"'{name}' needs '{needed}'.");
        }
    }

    private void Excludes(string first, string second)
    {
        if (members.ContainsKey(first) && members.ContainsKey(second))
        {
            throw new FormatException($"You can't combine '{first}' and '{second}'.");
        }
    }

    private HttpAnswer? Answer()
    {
        if (Integer("status", 200, 599) is not { } status)
        {
            return null;
        }

        var body = Text("body") ?? ResultBody();
        if (body is not null && status is 204 or 205 or 304)
        {
            throw new FormatException($"A response with status {status} can't have a body.");
        }

        var headers = new Dictionary<string, string>();
        if (RetryAfter() is { } retryAfter)
        {
            headers["Retry-After"] = retryAfter;
        }

        return new HttpAnswer(
            status,
            headers,
            body is null ? null : Encoding.UTF8.GetBytes(body),
            body is null ? null : "application/json;charset=UTF-8"
        )
        {
            RetryDateAfter = Integer("retry-after-date", 0, int.MaxValue) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
    }

    /// <summary>An error as the API itself reports it.</summary>
    private string? ResultBody()
    {
        if (Text("result-code") is not { } code)
        {
            return null;
        }

        if (!ResultCode().IsMatch(code))
        {
            throw new FormatException($"'{code}' isn't a result code, such as A001101.");
        }

        return new JsonObject { ["resultCode"] = code, ["resultMessage"] = $"[{code}] A planned fault." }.ToJsonString();
    }

    private string? RetryAfter()
    {
        if (Text("retry-after") is not { } text)
        {
            return null;
        }

        var isDate = DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return isDate || text.All(char.IsAsciiDigit)
            ? text
            : throw new FormatException($"'{text}' isn't valid for 'retry-after'. Specify seconds or an HTTP date.");
    }

    private string? ContentType()
    {
        if (Text("content-type") is not { } text)
        {
            return null;
        }

        return MediaTypeHeaderValue.TryParse(text, out _) ? text : throw new FormatException($"'{text}' isn't a content type.");
    }

    private FaultDelivery Delivery()
    {
        if (Text("connection") is not { } text)
        {
            return FaultDelivery.Whole;
        }

        return s_connections.TryGetValue(text, out var delivery)
            ? delivery
            : throw new FormatException($"'{text}' isn't valid for 'connection'. The values are {string.Join(", ", s_connections.Keys)}.");
    }

    /// <summary>Seconds, or a number with a unit: 2, 0.5, 2s, 500ms.</summary>
    private TimeSpan Duration(string name)
    {
        if (Text(name) is not { } text)
        {
            return TimeSpan.Zero;
        }

        var match = Time().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"'{text}' isn't a duration for '{name}', such as 2, 0.5, or 500ms.");
        }

        var number = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups[2].Value == "ms" ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(number);
    }

    private int? Integer(string name, int minimum, int maximum)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        var range = maximum == int.MaxValue ? $"of at least {minimum}" : $"from {minimum} to {maximum}";
        var always = name == "count" ? $" or '{FaultReader.Always}'" : "";
        throw new FormatException($"'{text}' isn't valid for '{name}'. Specify a whole number {range}{always}.");
    }

    private string? Text(string name) => members.GetValueOrDefault(name);

    [GeneratedRegex("^([0-9]{1,6}(?:[.][0-9]{1,6})?)(s|ms)?$")]
    private static partial Regex Time();

    [GeneratedRegex("^A[0-9]{6}$")]
    private static partial Regex ResultCode();
}
