using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Planning;

/// <summary>Checks that the scopes of clients exist. A server silently drops those that don't.</summary>
/// <param name="folder">The folder.</param>
/// <param name="live">The service and its clients on the server.</param>
/// <param name="isExact">Whether to clear settings that the folder doesn't have.</param>
/// <param name="findScopes">Reads the scopes of the service if its settings couldn't be read; null if that isn't possible.</param>
internal sealed class ScopeCheck(
    ConfigurationFolder folder,
    LiveConfiguration live,
    bool isExact,
    Func<IReadOnlyCollection<string>?> findScopes
)
{
    private const string Extension = "extension";
    private const string RequestableScopes = "requestableScopes";
    private const string SupportedScopes = "supportedScopes";

    /// <summary>Finds scopes that don't exist. Clients with a scope that the import adds to the service depend on the service.</summary>
    public IEnumerable<ConfigurationException> FindProblems(IReadOnlyList<PlannedTarget> targets)
    {
        var service = targets.FirstOrDefault(target => target.File?.Type == typeof(ApiClient.Models.Service));
        var changing = targets.Where(ChangesScopes).ToList();
        var others = LosesScopes(service) ? targets.Where(IsClientOfFile).Except(changing).ToList() : [];
        if (changing.Count + others.Count == 0 || FindScopes() is not { } scopes)
        {
            return [];
        }

        var present = new HashSet<string>(ScopesOf(live.Service) ?? scopes, StringComparer.Ordinal);
        var final = new HashSet<string>(scopes, StringComparer.Ordinal);
        var problems = new List<ConfigurationException>();
        foreach (var target in changing)
        {
            var wanted = RequestableScopesOf(target.File!).ToList();
            problems.AddRange(wanted.Where(scope => !final.Contains(scope)).Select(scope => Missing(target, scope, final)));
            if (service is not null && wanted.Any(scope => !present.Contains(scope)))
            {
                target.DependsOn.Add(service);
            }
        }

        // A scope that is removed from the service is removed from its clients too.
        problems.AddRange(
            others.SelectMany(target =>
                RequestableScopesOf(target.File!)
                    .Where(scope => present.Contains(scope) && !final.Contains(scope))
                    .Select(scope => Missing(target, scope, final))
            )
        );
        return problems;
    }

    private IReadOnlyCollection<string>? FindScopes() =>
        live.Service is null ? findScopes()
        : folder.Service is { } file && (isExact || file.Settings.ContainsKey(SupportedScopes)) ? ScopesOf(file) ?? []
        : ScopesOf(live.Service) ?? [];

    private static bool LosesScopes(PlannedTarget? service) =>
        service is not null && service.Changes.Any(change => change.Name.StartsWith(SupportedScopes, StringComparison.Ordinal));

    private static bool IsClientOfFile(PlannedTarget target) => target.Kind == nameof(ApiClient.Models.Client) && target.File is not null;

    private static bool ChangesScopes(PlannedTarget target) =>
        IsClientOfFile(target)
        && target.Changes.Any(change =>
            change.Name is Extension || change.Name.StartsWith(Extension + "." + RequestableScopes, StringComparison.Ordinal)
        );

    private static IEnumerable<string> RequestableScopesOf(ConfigurationObject client) =>
        ((client.Settings.Find(Extension) as JsonMembers)?.Find(RequestableScopes) as List<object?> ?? []).OfType<string>();

    private static string[]? ScopesOf(ConfigurationObject? service) =>
        (service?.Settings.Find(SupportedScopes) as List<object?>)
            ?.OfType<JsonMembers>()
            .Select(scope => scope.Find("name"))
            .OfType<string>()
            .ToArray();

    private static ConfigurationException Missing(PlannedTarget target, string scope, IEnumerable<string> scopes) =>
        FolderFiles.Invalid(
            FolderFiles.ClientFile(target.Label!),
            $"{Extension}.{RequestableScopes} contains the scope '{ConfigurationComparison.Show(scope, Extension + "." + RequestableScopes, target.File!)}', which the service doesn't have."
                + (NearestName.Find(scope, scopes) is { } nearest ? $" Did you mean {nearest}?" : "")
        );
}
