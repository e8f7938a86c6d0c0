using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Api;

/// <summary>A call of one operation: authenticated, its body checked against the facts.</summary>
internal sealed class ApiCall(ApiOperation operation, Installation installation, ServiceRecord? service, string? variable)
{
    private static readonly string[] s_withoutPath = ["A0262", "A0272", "A0352"];

    public ApiOperation Operation { get; } = operation;

    public Installation Installation { get; } = installation;

    /// <summary>The service that the credentials belong to. The owner's operations have none.</summary>
    public ServiceRecord Service => service ?? throw new InvalidOperationException("No service on this operation.");

    /// <summary>The service, or null if the owner calls an operation that both can call.</summary>
    public ServiceRecord? ServiceOrNull => service;

    /// <summary>The last segment of a path with a variable.</summary>
    public string Variable => variable ?? throw new InvalidOperationException("No variable in this path.");

    /// <summary>The HTTP method, which can differ from the documented one.</summary>
    public required string Method { get; init; }

    public FormParameters Query { get; init; } = FormParameters.Empty;

    public JsonObject Body { get; init; } = [];

    public long Now => Installation.Clock.NowMilliseconds();

    /// <summary>The same call with another body.</summary>
    public ApiCall WithBody(JsonObject body) =>
        new(Operation, Installation, service, variable)
        {
            Method = Method,
            Query = Query,
            Body = body,
        };

    public string? Text(string name) => (string?)Body[name];

    public long Number(string name) => (long?)Body[name] ?? 0;

    public bool Flag(string name) => (bool?)Body[name] ?? false;

    /// <summary>The elements of an array of strings, or null when the member is absent.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        Body[name] is JsonArray array ? [.. array.Select(item => (string?)item ?? "")] : null;

    public Reply Reply(string code, string text) => new(Operation.Response, code, text);

    public Reply Reply(string code, string text, string action) => Reply(code, text).With("action", action);

    /// <summary>An error of this call. Its message starts with the path of the operation, except for some look-ups.</summary>
    public ApiException Fail(int status, string code, string text) =>
        new(
            status,
            code,
            Array.Exists(s_withoutPath, start => code.StartsWith(start, StringComparison.Ordinal))
                ? char.ToUpperInvariant(text[0]) + text[1..]
                : $"{Operation.Path}, {char.ToLowerInvariant(text[0])}{text[1..]}"
        );

    /// <summary>The user in the query.</summary>
    public string QuerySubject(string missing) =>
        Query.First("subject") is { Length: > 0 } subject ? subject : throw Fail(400, missing, "'subject' is missing.");

    /// <summary>The part of a list from <c>start</c> (inclusive) to <c>end</c> (exclusive) of the query.</summary>
    public (int Start, int End) Page((string NoInteger, string Negative) start, (string NoInteger, string Negative) end) =>
        (Bound("start", 0, start), Bound("end", 5, end));

    private int Bound(string name, int initial, (string NoInteger, string Negative) codes)
    {
        if (Query.First(name) is not { Length: > 0 } text)
        {
            return initial;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw Fail(400, codes.NoInteger, $"the value of '{name}' is not an integer.");
        }

        return value >= 0 ? value : throw Fail(400, codes.Negative, $"the value of '{name}' is negative.");
    }
}
