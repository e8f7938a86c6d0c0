using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.Configuration;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Placeholders;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>
/// A cmdlet that works with the configuration of a service. It reads the service and all its clients. A failed read ends the command.
/// </summary>
/// <remarks>
/// Only bodies of methods use types of Authlete.Configuration, so that the assembly is loaded when such a cmdlet runs.
/// </remarks>
public abstract class ConfigurationCmdlet : ConnectedCmdlet
{
    private const int PageSize = 100;

    // A locked client can't be read by its ID, but the list contains it.
    private const string LockedClient = "A027204";

    /// <summary>The API key of the service. Specify it if the connection has only the service owner's credential. By default, the service of the connection.</summary>
    [Parameter]
    [Alias("ApiKey")]
    [ValidateNotNullOrEmpty]
    [Identifier("apiKey", "serviceApiKey")]
    [ArgumentCompleter(typeof(ServiceApiKeyCompleter))]
    public string? ServiceApiKey { get; set; }

    /// <summary>The values of placeholders in the files, such as <c>@{ HOST = 'app.example.com' }</c> for <c>${HOST}</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Variable { get; set; }

    private protected override CredentialKind CredentialKind => CredentialKind.Service;

    private protected override bool AcceptsOwnerCredential => true;

    /// <summary>Runs the cmdlet. Any failure ends the command.</summary>
    private protected void RunConfiguration(Action work)
    {
        try
        {
            work();
        }
        catch (ConfigurationException e)
        {
            ThrowTerminatingError(ToSetupException(e).ToErrorRecord());
        }
        catch (SetupException e)
        {
            ThrowTerminatingError(e.ToErrorRecord());
        }
    }

    /// <summary>The variables as plain values.</summary>
    private protected IDictionary PlainVariables
    {
        get
        {
            var variables = new Hashtable(StringComparer.OrdinalIgnoreCase);
            foreach (DictionaryEntry entry in Variable ?? new Hashtable())
            {
                variables[TextValues.RequireText(PlainValues.Unwrap(entry.Key))] =
                    SecretValues.FindText(entry.Value) ?? PlainValues.Normalize(entry.Value);
            }

            return variables;
        }
    }

    /// <summary>The text of a vault entry, or its password if it is a credential. Null if there is no entry.</summary>
    private protected string? FindSecret(string? vault, string name)
    {
        var source = $"the entry '{name}'" + (vault is null ? "" : $" of the vault '{vault}'");
        try
        {
            return SecretValues.FindText(Vaults.GetSecret(name, vault, source))
                ?? throw SetupErrors.SecretOfWrongShape(source, "neither a text nor a credential");
        }
        catch (SetupException e) when (e.Category == ErrorCategory.ObjectNotFound)
        {
            return null;
        }
    }

    /// <summary>The API key of the service, from the connection or else from the parameter.</summary>
    private protected static string FindServiceApiKey(AuthleteConnection connection, string? apiKey) =>
        apiKey ?? connection.GetCredential(CredentialKind.Service)?.Key ?? throw SetupErrors.ServiceNotNamed();

    /// <summary>Finds the service of a connection. Reads its settings if they are needed and the connection has the owner's credential.</summary>
    private protected ServiceAccess OpenService(AuthleteConnection connection, string? apiKey, bool isWanted)
    {
        var owner = connection.GetCredential(CredentialKind.ServiceOwner);
        var own = connection.GetCredential(CredentialKind.Service);
        var key = FindServiceApiKey(connection, apiKey);
        var credential = own?.Key == key ? own : null;
        if (owner is null)
        {
            if (credential is null)
            {
                throw SetupErrors.ServiceNotReachable(key);
            }

            if (isWanted)
            {
                WriteWarning(
                    $"Without a service owner's credential, only the clients of service {key} are included, and not the service's own settings."
                );
            }

            return new ServiceAccess(key, connection.Api, credential, connection.GetOrigin(CredentialKind.Service), null);
        }

        if (!isWanted && credential is not null)
        {
            return new ServiceAccess(key, connection.Api, credential, connection.GetOrigin(CredentialKind.Service), null);
        }

        var origin = connection.GetOrigin(CredentialKind.ServiceOwner);
        var call = new PreparedCall(new ApiCall(Operations.ServiceGet).WithPathValue("serviceApiKey", key)) { Target = key };
        var service = (Service)Require(WaitFor(new CallRunner(connection.Api, owner).RunAsync(call, StopToken)), origin);
        return new ServiceAccess(
            key,
            connection.Api,
            credential ?? new ApiCredential(key, service.ApiSecret ?? throw SetupErrors.ServiceWithoutKeys()),
            credential is null ? origin with { Kind = CredentialKind.Service, ApiKey = key } : connection.GetOrigin(CredentialKind.Service),
            isWanted ? service : null
        )
        {
            Owner = owner,
            OwnerOrigin = origin,
        };
    }

    /// <summary>All clients of a service. The next page is requested while one is processed.</summary>
    private protected IEnumerable<Client> ReadClients(ServiceAccess access) => ReadClients(access, Require);

    /// <param name="access">The service.</param>
    /// <param name="require">Returns the response of a call, or ends the command.</param>
    private protected IEnumerable<Client> ReadClients(ServiceAccess access, Func<CallOutcome, CallOrigin, JsonView> require)
    {
        var position = new ListPosition(0, PageSize);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(StopToken);
        try
        {
            for (var ahead = BeginPage(access, position, cancellation.Token); ahead is not null; )
            {
                var page = (ClientGetListResponse)require(WaitFor(ahead), access.Origin);
                var total = page.TotalCount;
                var clients = page.Clients ?? [];
                page.Release();
                var keys = Array.ConvertAll(clients, IdOf);
                var isNew = position.Accept(keys, total, position.EndFor(PageSize) - position.Start);
                ahead = position.IsAtEnd ? null : BeginPage(access, position, cancellation.Token);
                foreach (var client in clients.Where((_, index) => isNew[index]))
                {
                    ReportProgress();
                    yield return client;
                }
            }
        }
        finally
        {
            cancellation.Cancel();
        }
    }

    /// <summary>The clients with the specified IDs, in the same order.</summary>
    private protected IEnumerable<Client> ReadNamedClients(ServiceAccess access, string[] ids, int throttleLimit)
    {
        var clients = new List<Client>();
        var locked = new HashSet<string>(StringComparer.Ordinal);
        var runner = new CallRunner(access.Api, access.Credential);
        using var queue = new CallQueue(throttleLimit, StopToken);
        foreach (var id in ids)
        {
            var call = new PreparedCall(new ApiCall(Operations.ClientGet).WithPathValue("clientId", id)) { Target = id };
            queue.Add(
                new QueuedCall(
                    token => runner.RunAsync(call, token),
                    outcome =>
                    {
                        ReportProgress();
                        if (outcome.Failure?.ResultCode == LockedClient)
                        {
                            WriteTraces(outcome);
                            locked.Add(id);
                        }
                        else
                        {
                            clients.Add((Client)Require(outcome, access.Origin));
                        }
                    }
                )
            );
        }

        queue.Drain();
        if (locked.Count > 0)
        {
            clients.AddRange(
                ReadClients(access).Where(client => locked.Contains(IdOf(client) ?? "") || locked.Contains(client.ClientIdAlias ?? ""))
            );
        }

        return clients.GroupBy(IdOf).Select(same => same.First());
    }

    /// <summary>Reads a folder, and writes its warnings.</summary>
    private protected ConfigurationFolder ReadFolder(string path, string apiKey, bool includeSecret)
    {
        var folder = ConfigurationFolder.Read(path, apiKey, includeSecret, new PlaceholderValues(PlainVariables, FindSecret));
        Warn(folder.Warnings);
        return folder;
    }

    /// <summary>Reads a service and all its clients.</summary>
    /// <param name="access">The service.</param>
    /// <param name="folder">The folder that they are compared with. Null if there is none.</param>
    private protected LiveConfiguration ReadLive(ServiceAccess access, ConfigurationFolder? folder = null)
    {
        var live = new LiveConfiguration(access.ApiKey, access.Service, folder);
        foreach (var client in ReadClients(access))
        {
            live.AddClient(client);
        }

        return live;
    }

    /// <summary>The path of a folder.</summary>
    private protected string ResolveFolder(string path)
    {
        var resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem"
            ? resolved
            : throw SetupErrors.InvalidConfiguration(path + " isn't a path in the file system.");
    }

    /// <summary>The response of a call. A failure ends the command.</summary>
    private protected JsonView Require(CallOutcome outcome, CallOrigin origin)
    {
        WriteTraces(outcome);
        if (outcome.Failure is { } failure)
        {
            ThrowTerminatingError(ApiErrors.ToErrorRecord(failure, origin, outcome.Prepared.Call.Operation.Name, outcome.Prepared.Target));
        }

        return outcome.Body ?? throw outcome.Refusal ?? throw new InvalidOperationException("A read has a body.");
    }

    private static string? IdOf(Client client) => client.ClientId?.ToString(CultureInfo.InvariantCulture);

    private static Task<CallOutcome> BeginPage(ServiceAccess access, ListPosition position, CancellationToken cancellationToken)
    {
        var call = position.NewPageCall(new ApiCall(Operations.ClientGetList), PageSize, access.ApiKey);
        return new CallRunner(access.Api, access.Credential).RunAsync(call, cancellationToken);
    }

    private static SetupException ToSetupException(ConfigurationException e) =>
        e.Problem switch
        {
            ConfigurationProblem.UnresolvedPlaceholder => SetupErrors.PlaceholderUnresolved(e.Message),
            ConfigurationProblem.ExposedSecret => SetupErrors.SecretExposed(e.Message),
            ConfigurationProblem.StaleSecrets => SetupErrors.StaleSecrets(e.Message),
            ConfigurationProblem.AmbiguousClient => SetupErrors.ClientAmbiguous(e.Message),
            ConfigurationProblem.UnknownRule => SetupErrors.RuleNotFound(e.Message),
            ConfigurationProblem.SeveralServices => SetupErrors.SeveralServices(e.Message),
            ConfigurationProblem.InvalidSuppressions => SetupErrors.InvalidSuppressions(e.Message),
            ConfigurationProblem.ClientGone => SetupErrors.ClientGone(e.Message),
            ConfigurationProblem.AliasTaken => SetupErrors.AliasTaken(e.Message),
            ConfigurationProblem.PruneRefused => SetupErrors.PruneRefused(e.Message),
            ConfigurationProblem.NotWritable => SetupErrors.FolderNotWritable(e.Message),
            _ => SetupErrors.InvalidConfiguration(e.Message),
        };
}
