using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>A kind of settings object: its name, the members that identify it, and its operations.</summary>
internal sealed class SettingsKind(string noun, string idMember, string nameMember, Operation create, Operation read, Operation update)
{
    public string Noun { get; } = noun;

    public Operation Create { get; } = create;

    public Operation Read { get; } = read;

    public Operation Update { get; } = update;

    /// <summary>The name of the ID in the path templates.</summary>
    public string PathName { get; } = update.Path.Split('/').Last().Trim('{', '}');

    /// <summary>The ID of an object; null if it has none, or a number that can't be an ID.</summary>
    public string? IdOf(JsonView view) => view.GetMember(idMember) is { } id and (long or int or string) ? id.ToString() : null;

    public string? NameOf(JsonView view) => view.GetMember(nameMember) as string;

    public string Describe(JsonView view) => Noun + " " + (NameOf(view) ?? "without a name");
}
