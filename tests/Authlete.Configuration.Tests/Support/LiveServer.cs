using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.Configuration.Application;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Placeholders;
using Authlete.Configuration.Planning;

namespace Authlete.Configuration.Tests.Support;

/// <summary>A server that an import changes. It records calls, follows rules of the real server, and fails as tests plan.</summary>
internal sealed class LiveServer
{
    private readonly Server _state;

    public LiveServer(Server state) => _state = state;

    /// <summary>The calls that make changes, as method and path.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>The ID of the next client.</summary>
    public long NextId { get; set; } = 100;

    /// <summary>The number of all calls.</summary>
    public int CallCount { get; private set; }

    /// <summary>Plans the fault of a call by its number.</summary>
    public Func<int, ApiCall, Fault> Plan { get; set; } = static (_, _) => Fault.None;

    /// <summary>Modifies an object that is sent before it is stored, as a server may.</summary>
    public Action<JsonView> Accept { get; set; } = static _ => { };

    /// <summary>Runs before each change of the import.</summary>
    public Action<ApiCall> Before { get; set; } = static _ => { };

    /// <summary>Runs after the import is planned, before it makes any change.</summary>
    public Action Planned { get; set; } = static () => { };

    public ConfigurationPlan MakePlan(TemporaryFolder folder, ImportOptions? options = null, bool includeSecret = false) =>
        NewRun(folder, options, includeSecret).Plan;

    /// <summary>Imports a folder as the cmdlet does, with one target at a time.</summary>
    public IReadOnlyList<TargetResult> Import(TemporaryFolder folder, ImportOptions? options = null, bool includeSecret = false)
    {
        var run = NewRun(folder, options, includeSecret);
        Planned();
        run.Begin();
        var results = new List<TargetResult>();
        while (run.MoveToNextPhase())
        {
            if (run.IsCreating)
            {
                run.CheckCreations(_state.Clients, null);
            }

            while (run.TakeStep(SendAsync, results.Add) is { } step)
            {
                Work(step);
            }

            while (run.TakeCompletion(_state.Clients, SendAsync, results.Add) is { } completion)
            {
                Work(completion);
            }
        }

        run.ReportRest(results.Add);
        Xunit.Assert.Equal(results.Any(result => result.Status is TargetStatus.Failed or TargetStatus.NotTried), run.Failure is not null);
        return results;

        static void Work(ImportStep step)
        {
            step.RunAsync(default).GetAwaiter().GetResult();
            step.Report();
        }
    }

    private ImportRun NewRun(TemporaryFolder folder, ImportOptions? options, bool includeSecret)
    {
        var read = Read(folder, includeSecret);
        return new ImportRun(folder.Path, read, _state.Read(read), options ?? new ImportOptions(), static () => null);
    }

    private ConfigurationFolder Read(TemporaryFolder folder, bool includeSecret) =>
        ConfigurationFolder.Read(
            folder.Path,
            _state.Key,
            includeSecret,
            new PlaceholderValues(_state.Variables, (_, name) => _state.Vault.GetValueOrDefault(name))
        );

    private Task<JsonView?> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var fault = Plan(CallCount++, call);
        Before(call);
        if (fault == Fault.Refused)
        {
            throw Failure(call, ApiErrorKind.ConnectionFailure, RequestReach.NeverSent);
        }

        var answer = fault == Fault.LostBefore ? null : Answer(call);
        return fault == Fault.None ? Task.FromResult(answer) : throw Failure(call, ApiErrorKind.ConnectionFailure, RequestReach.Unknown);
    }

    private JsonView? Answer(ApiCall call)
    {
        if (call.Operation.Mutates)
        {
            Changes.Add(call.Operation.Method + " " + call.Path);
        }

        var operation = call.Operation;
        return operation == Operations.ServiceGet ? JsonView.Copy(_state.Service)
            : operation == Operations.ServiceUpdate ? JsonView.Copy(_state.Service = Store(call, _state.Service))
            : operation == Operations.ClientGet ? JsonView.Copy(Open(call))
            : operation == Operations.ClientUpdate ? JsonView.Copy(Replace(Open(call), Store(call, Open(call))))
            : operation == Operations.ClientCreate ? JsonView.Copy(Create(call))
            : operation == Operations.ClientFlagUpdate ? SetLock(call)
            : operation == Operations.ClientSecretUpdate ? SetSecret(call)
            : operation == Operations.ClientDelete ? Remove(call)
            : throw new NotSupportedException(call.Path);
    }

    private Client Create(ApiCall call)
    {
        var id = NextId++;
        var client = Store(call, Server.NewClient(id));
        _state.Clients.Add(client);
        return client;
    }

    /// <summary>Returns the object that was sent, with the members that only the server sets.</summary>
    private T Store<T>(ApiCall call, T current)
        where T : JsonView, new()
    {
        var stored = JsonView.Copy((T)call.Body!);
        Accept(stored);
        foreach (var name in current.GetServerManagedMembers())
        {
            stored.SetMember(name, current.GetMember(name));
        }

        if (stored is Client client)
        {
            client.Locked = (current as Client)?.Locked ?? false;
            if (
                client.ClientIdAlias is { Length: > 0 } alias
                && _state.Clients.Any(other => other.ClientId != client.ClientId && other.ClientIdAlias == alias)
            )
            {
                throw Failure(call, ApiErrorKind.Result, RequestReach.Answered, "A031107");
            }
        }

        return JsonView.Parse<T>(stored.ToJson());
    }

    private Client Replace(Client current, Client client)
    {
        _state.Clients[_state.Clients.IndexOf(current)] = client;
        return client;
    }

    private ClientFlagUpdateResponse SetLock(ApiCall call)
    {
        var client = Find(call);
        var isLocked = ((ClientFlagUpdateRequest)call.Body!).ClientLocked;
        if (client.Locked == isLocked)
        {
            throw Failure(call, ApiErrorKind.Result, RequestReach.Answered, isLocked is true ? "A293203" : "A293204");
        }

        client.Locked = isLocked;
        return new ClientFlagUpdateResponse();
    }

    private ClientSecretUpdateResponse SetSecret(ApiCall call)
    {
        Open(call).SetMember("clientSecret", ((ClientSecretUpdateRequest)call.Body!).ClientSecret);
        return new ClientSecretUpdateResponse();
    }

    private JsonView? Remove(ApiCall call)
    {
        _state.Clients.Remove(Open(call));
        return null;
    }

    private Client Open(ApiCall call) =>
        Find(call) is { Locked: not true } client ? client : throw Failure(call, ApiErrorKind.Result, RequestReach.Answered, "A027204");

    private Client Find(ApiCall call) =>
        _state.Clients.FirstOrDefault(client => client.ClientId!.Value.ToString(CultureInfo.InvariantCulture) == call.PathValue)
        ?? throw Failure(call, ApiErrorKind.Result, RequestReach.Answered, "A027203");

    private static AuthleteApiException Failure(ApiCall call, ApiErrorKind kind, RequestReach reach, string? code = null) =>
        new(kind, call.Operation, call.Operation.Path + ": it failed.")
        {
            Reach = reach,
            ResultCode = code,
            StatusCode = code is null ? null : 403,
        };
}

/// <summary>The fault of a call.</summary>
internal enum Fault
{
    None,

    /// <summary>The request doesn't reach the server, and the sender knows it.</summary>
    Refused,

    /// <summary>The request doesn't reach the server, and the sender doesn't know it.</summary>
    LostBefore,

    /// <summary>The request reaches the server, but the response is lost.</summary>
    LostAfter,
}
