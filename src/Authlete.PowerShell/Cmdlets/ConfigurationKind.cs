using System;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A kind of configuration object: how it is called, which members identify it, and the operations on it.</summary>
internal sealed class ConfigurationKind(string noun, string idMember, string nameMember, Operation create, Operation read, Operation update)
{
    public string Noun { get; } = noun;

    public Operation Create { get; } = create;

    public Operation Read { get; } = read;

    public Operation Update { get; } = update;

    /// <summary>The name in the path templates that stands for the id.</summary>
    public string PathName { get; } = update.Path.Split('/').Last().Trim('{', '}');

    public string? IdOf(JsonView view) => view.GetMember(idMember)?.ToString();

    public string Describe(JsonView view) => Noun + " " + (view.GetMember(nameMember) as string ?? "without a name");

    /// <summary>
    /// Whether a difference is none: another order of a list that the server sorts by itself, another spelling of JSON in a text, or the
    /// time of a change, which has milliseconds in the answer to the change and is rounded to the nearest second when read later.
    /// </summary>
    public static bool IsSame(MemberDifference difference) => difference switch
    {
        { Name: "supportedScopes", Left: { } left, Right: { } right } => JsonView.Compare(Sorted(left), Sorted(right)).Count == 0,
        { Name: "modifiedAt", Left: { } left, Right: { } right } => Second(left) is { } second && second == Second(right),
        { Left: { } left, Right: { } right } when Held(left) is { } before && Held(right) is { } after => JsonView.Compare(before, after).Count == 0,
        _ => false,
    };

    private static long? Second(string milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time) && time < long.MaxValue - 500 ? (time + 500) / 1000 : null;

    private static JsonView Sorted(string scopes)
    {
        var list = PlainValues.Deserialize(scopes) as object?[] ?? [];
        var holder = new JsonView();
        holder.SetMember("scopes", list.OrderBy(scope => (scope as JsonView)?.GetMember("name") as string, StringComparer.Ordinal).ToArray());
        return holder;
    }

    private static JsonView? Held(string json) =>
        json[0] == '"' && PlainValues.Deserialize(json) is string text ? PlainValues.HeldObject(text) : null;
}
