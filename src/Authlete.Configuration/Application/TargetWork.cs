using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Json;
using Authlete.Configuration.Merging;
using Authlete.Configuration.Planning;

namespace Authlete.Configuration.Application;

/// <summary>The work on one target: a sequence of calls.</summary>
/// <param name="target">The target.</param>
/// <param name="options">The options of the import.</param>
/// <param name="server">The server.</param>
/// <param name="basis">The object that the server returned last.</param>
internal sealed class TargetWork(PlannedTarget target, ImportOptions options, ConfigurationServer server, JsonView? basis)
{
    private const string NotTaken = "NotTaken";
    private const string ReservedScope = "A039208";
    private const string Scopes = "supportedScopes";

    // OpenID Connect Core 1.0, sections 3.1.2.1, 5.4 and 11.
    private static readonly HashSet<string> s_standardScopes = ["openid", "profile", "email", "address", "phone", "offline_access"];

    private long Id => target.Live!.Id!.Value;

    public async Task<WorkResult?> ChangeServiceAsync(CancellationToken cancellationToken)
    {
        var change = PlanChange(await ReadAsync<Service>(cancellationToken).ConfigureAwait(false));
        if (change.Differences.Count == 0)
        {
            return new WorkResult(Id);
        }

        IReadOnlyList<string> omitted = [];
        Service answer;
        try
        {
            answer = await server.UpdateAsync(Id, change, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthleteApiException e) when (e.ResultCode == ReservedScope && FindReserved(change.Wanted) is { Count: > 0 } reserved)
        {
            omitted = reserved;
            answer = await server.UpdateAsync(Id, WithoutScopes(change, reserved), cancellationToken).ConfigureAwait(false);
        }

        var note =
            omitted.Count > 0
                ? $"The server defines these standard scopes itself and doesn't accept definitions of them: {string.Join(", ", omitted)}."
                : null;
        return ToResult(FindIgnored(answer).Where(name => !omitted.Contains(ScopeOf(name))), Id, note);
    }

    public async Task<WorkResult?> ChangeClientAsync(CancellationToken cancellationToken)
    {
        var result = new WorkResult(Id);
        if (target.ChangesSettings || target.NewSecret is not null)
        {
            var change = PlanChange(await ReadAsync<Client>(cancellationToken).ConfigureAwait(false));
            if (target.ChangesSettings && change.Differences.Count > 0)
            {
                var answer = await server.UpdateAsync(Id, change, cancellationToken).ConfigureAwait(false);
                result = ToResult(FindIgnored(answer), Id, null);
            }
        }

        return await FinishAsync(result, cancellationToken).ConfigureAwait(false);
    }

    public async Task<JsonView> ReleaseAliasAsync(CancellationToken cancellationToken)
    {
        var answer = await SetAliasAsync(null, cancellationToken).ConfigureAwait(false);
        return answer.ClientIdAlias is null or ""
            ? answer
            : throw new ConfigurationException(ConfigurationProblem.AliasTaken, "The server didn't remove the alias.");
    }

    /// <summary>Restores the alias that a client released.</summary>
    public Task<Client> ReturnAliasAsync(CancellationToken cancellationToken) => SetAliasAsync(target.Live!.Alias, cancellationToken);

    private async Task<Client> SetAliasAsync(string? alias, CancellationToken cancellationToken)
    {
        var current = await ReadAsync<Client>(cancellationToken).ConfigureAwait(false);
        var change = SettingsChange<Client>.Plan(
            current,
            JsonView.Copy(current),
            client => client.SetMember(FieldKinds.ClientIdAlias, alias)
        );
        return await server.UpdateAsync(Id, change, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="former">The IDs of the clients that existed before.</param>
    /// <param name="ids">Records the ID of the new client.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<WorkResult?> CreateAsync(HashSet<long> former, IdsRecord ids, CancellationToken cancellationToken)
    {
        var client = new Client();
        client.Attach(JsonTree.ToElement(SettingsMerge.Create(target.File!)));
        var created = await server.CreateAsync(client, cancellationToken).ConfigureAwait(false);
        return former.Contains(created.ClientId!.Value)
            ? new WorkResult(
                null,
                $"The server answered the creation with client {created.ClientId}, which existed before. Run the import again.",
                nameof(ApiErrorKind.UnexpectedAnswer)
            )
            : await FinishCreationAsync(created, ids, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records the ID of a new client, and makes the settings that its creation doesn't support.</summary>
    public async Task<WorkResult?> FinishCreationAsync(Client created, IdsRecord ids, CancellationToken cancellationToken)
    {
        var id = created.ClientId!.Value;
        try
        {
            ids.Add(target.Label!, id);
        }
        catch (ConfigurationException e)
        {
            return new WorkResult(
                id,
                $"Client {id} was created. {e.Message} Add \"{target.Label}\": {id} to ids.json.",
                e.Problem.ToString()
            );
        }

        var answer = ConfigurationObject.FromServer(created, server.ApiKey);
        var ignored = new ConfigurationComparison(declaredOnly: true)
            .CompareObjects(target.File! with { Secrets = [], IsLocked = null }, answer)
            .Select(difference => difference.Property!);
        return await FinishAsync(ToResult(ignored, id, null), cancellationToken).ConfigureAwait(false);
    }

    public async Task<WorkResult?> RemoveAsync(IdsRecord ids, CancellationToken cancellationToken)
    {
        await server.RemoveAsync(Id, cancellationToken).ConfigureAwait(false);
        try
        {
            ids.Remove(target.Label!);
            return new WorkResult(Id);
        }
        catch (ConfigurationException e)
        {
            return new WorkResult(Id, $"The client was removed. {e.Message} Remove {target.Label} from ids.json.", e.Problem.ToString());
        }
    }

    /// <summary>Sets the client's secret and lock, which have their own operations.</summary>
    private async Task<WorkResult> FinishAsync(WorkResult result, CancellationToken cancellationToken)
    {
        var id = result.Id!.Value;
        try
        {
            if (target.NewSecret is { } secret)
            {
                await server.SetSecretAsync(id, secret, cancellationToken).ConfigureAwait(false);
            }

            if (target.Lock == LockChange.Lock)
            {
                await server.SetLockAsync(id, isLocked: true, cancellationToken).ConfigureAwait(false);
            }

            return result;
        }
        catch (AuthleteApiException e)
        {
            var done = target.Action == PlanAction.Create ? $"Client {id} was created, but a later step failed:" : null;
            return new WorkResult(id, TargetResult.Join(result.Message, done, e.Message), e.ErrorId);
        }
    }

    /// <summary>Reads the object to change, and checks that it is still as planned.</summary>
    private async Task<T> ReadAsync<T>(CancellationToken cancellationToken)
        where T : JsonView
    {
        var current = await server.ReadAsync<T>(Id, cancellationToken).ConfigureAwait(false);
        var changed = SettingsComparison.FindChanged(basis!, current).ToList();
        if (
            target.NewSecret is { } secret
            && current is Client { ClientSecret: { } currentSecret }
            && currentSecret != target.Live!.ClientSecret
            && currentSecret != secret
        )
        {
            changed.Add(FieldKinds.ClientSecret);
        }

        return changed.Count == 0
            ? current
            : throw ConfigurationServer.Conflict(
                $"It was changed on the server after the plan was made: {string.Join(", ", changed)}. Run the import again."
            );
    }

    private SettingsChange<T> PlanChange<T>(T current)
        where T : JsonView, new() => SettingsChange<T>.Plan(current, (T)WantedOf(current).View, static _ => { });

    /// <summary>Returns the properties that the server didn't change as sent.</summary>
    private IEnumerable<string> FindIgnored<T>(T answer)
        where T : JsonView, new()
    {
        var sent = new HashSet<string>(target.Changes.Select(change => change.Name), StringComparer.Ordinal);
        return WantedOf(answer)
            .FindDifferences()
            .Select(difference => difference.Property!)
            .Where(name => sent.Any(other => Overlap(name, other)));
    }

    private WantedObject WantedOf<T>(T view)
        where T : JsonView, new() => new(target.File!, ConfigurationObject.FromServer(view, server.ApiKey), options, server.ApiKey);

    private static bool Overlap(string name, string other) =>
        name == other
        || name.StartsWith(other + ".", StringComparison.Ordinal)
        || other.StartsWith(name + ".", StringComparison.Ordinal)
        || name.StartsWith(other + "[", StringComparison.Ordinal)
        || other.StartsWith(name + "[", StringComparison.Ordinal);

    private static WorkResult ToResult(IEnumerable<string> ignored, long id, string? note) =>
        ignored.ToList() is { Count: > 0 } names
            ? new WorkResult(
                id,
                TargetResult.Join($"The server didn't apply these properties: {string.Join(", ", names)}.", note),
                NotTaken
            )
            : new WorkResult(id, note);

    /// <summary>Returns the standard scopes that the service lacks. The server may refuse to define them.</summary>
    private IReadOnlyList<string> FindReserved(Service wanted)
    {
        var present = new HashSet<string?>((basis as Service)?.SupportedScopes?.Select(scope => scope.Name) ?? []);
        return
        [
            .. (wanted.SupportedScopes ?? [])
                .Select(scope => scope.Name!)
                .Where(name => s_standardScopes.Contains(name) && !present.Contains(name)),
        ];
    }

    private SettingsChange<Service> WithoutScopes(SettingsChange<Service> change, IReadOnlyList<string> names) =>
        SettingsChange<Service>.Plan(
            (Service)basis!,
            change.Wanted,
            service => service.SupportedScopes = [.. (service.SupportedScopes ?? []).Where(scope => !names.Contains(scope.Name!))]
        );

    private static string ScopeOf(string path) =>
        path.StartsWith(Scopes + "[", StringComparison.Ordinal) && path.IndexOf(']') is > 0 and var end
            ? path.Substring(Scopes.Length + 1, end - Scopes.Length - 1)
            : "";
}
