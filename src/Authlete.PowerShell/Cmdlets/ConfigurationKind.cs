using System;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;

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

    /// <summary>Whether only the order differs of a list that the server sorts by itself.</summary>
    public static bool IsReordered(MemberDifference difference) =>
        difference is { Name: "supportedScopes", Left: { } left, Right: { } right }
        && JsonView.Compare(Sorted(left), Sorted(right)).Count == 0;

    private static JsonView Sorted(string scopes)
    {
        var holder = JsonView.Parse("{\"scopes\":" + scopes + "}");
        var list = holder.GetMember("scopes") as object?[] ?? [];
        holder.SetMember("scopes", list.OrderBy(scope => (scope as JsonView)?.GetMember("name") as string, StringComparer.Ordinal).ToArray());
        return holder;
    }
}
