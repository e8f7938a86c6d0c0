using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Completion;

/// <summary>A list on the server for completion: the call, and the conversion of its response to candidates.</summary>
internal sealed class ServerList(Operation operation, Action<ApiCall> fill, Func<JsonView, IEnumerable<Candidate>> read)
{
    // One page, which can be read within half a second.
    private const string PageSize = "200";
    private const int MaxLength = 80;

    public static ServerList Clients { get; } =
        new(
            Operations.ClientGetList,
            FirstPage,
            answer => ((answer as ClientGetListResponse)?.Clients ?? []).OfType<Client>().Select(FromClient).OfType<Candidate>()
        );

    public static ServerList Services { get; } =
        new(
            Operations.ServiceGetList,
            FirstPage,
            answer => ((answer as ServiceGetListResponse)?.Services ?? []).OfType<Service>().Select(FromService).OfType<Candidate>()
        );

    /// <summary>The scopes in the service's metadata.</summary>
    public static ServerList Scopes { get; } =
        new(
            Operations.ServiceConfiguration,
            static _ => { },
            answer =>
                (answer.GetMember("scopes_supported") as object?[] ?? [])
                    .OfType<string>()
                    .Where(scope => scope.Length > 0 && PrintableText.Escape(scope) == scope)
                    .Select(scope => new Candidate(scope, scope, scope))
        );

    public CredentialKind Kind => operation.Credential;

    public ApiCall NewCall()
    {
        var call = new ApiCall(operation);
        fill(call);
        return call;
    }

    public IEnumerable<Candidate> Read(JsonView answer) => read(answer);

    private static void FirstPage(ApiCall call) => call.WithQuery("start", "0").WithQuery("end", PageSize);

    private static Candidate? FromClient(Client client) =>
        client.ClientId is { } id
            ? New(id.ToString(CultureInfo.InvariantCulture), client.ClientName, client.ClientType, client.ClientIdAlias)
            : null;

    private static Candidate? FromService(Service service) =>
        service.ApiKey is { } key ? New(key.ToString(CultureInfo.InvariantCulture), service.ServiceName, service.Issuer?.ToString()) : null;

    private static Candidate New(string id, string? name, params string?[] facts)
    {
        var shown = string.IsNullOrWhiteSpace(name) ? id : PrintableText.Escape(name!, MaxLength);
        var parts = facts.Where(fact => !string.IsNullOrEmpty(fact)).Select(fact => PrintableText.Escape(fact!, MaxLength)).Prepend(id);
        return new Candidate(id, shown, shown == id ? string.Join(", ", parts) : shown + ": " + string.Join(", ", parts));
    }
}
