using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.Configuration.Application;

/// <summary>The calls that an import makes.</summary>
/// <param name="apiKey">The API key of the service.</param>
/// <param name="send">Sends a call with the credential that its operation requires, and throws if it fails.</param>
internal sealed class ConfigurationServer(string apiKey, Func<ApiCall, CancellationToken, Task<JsonView?>> send)
{
    private const string IsLocked = "A293203";
    private const string IsUnlocked = "A293204";

    /// <summary>The API key of the service.</summary>
    public string ApiKey { get; } = apiKey;

    public async Task<T> ReadAsync<T>(long id, CancellationToken cancellationToken)
        where T : JsonView => (T)(await send(NewRead<T>(id), cancellationToken).ConfigureAwait(false))!;

    /// <summary>Sends a change. If the response is lost, reads the object before it sends the change again.</summary>
    public async Task<T> UpdateAsync<T>(long id, SettingsChange<T> change, CancellationToken cancellationToken)
        where T : JsonView, new()
    {
        var call = new ApiCall(typeof(T) == typeof(Service) ? Operations.ServiceUpdate : Operations.ClientUpdate)
        {
            Body = change.Wanted,
            CheckBeforeRepeat = new RepeatCheck(
                NewRead<T>(id),
                latest =>
                    latest switch
                    {
                        T current when change.IsUndone(current) => null,
                        T current when change.IsDone(current) => current,
                        _ => throw Conflict("It was changed by someone else while the import retried the change. Run the import again."),
                    }
            ),
        };
        return (T)(await send(WithId<T>(call, id), cancellationToken).ConfigureAwait(false))!;
    }

    public async Task<Client> CreateAsync(Client client, CancellationToken cancellationToken) =>
        (Client)(await send(new ApiCall(Operations.ClientCreate) { Body = client }, cancellationToken).ConfigureAwait(false))!;

    public Task RemoveAsync(long id, CancellationToken cancellationToken) =>
        send(new ApiCall(Operations.ClientDelete).WithPathValue("clientId", ToText(id)), cancellationToken);

    public Task SetSecretAsync(long id, string secret, CancellationToken cancellationToken) =>
        send(
            new ApiCall(Operations.ClientSecretUpdate) { Body = new ClientSecretUpdateRequest { ClientSecret = secret } }.WithPathValue(
                "clientIdentifier",
                ToText(id)
            ),
            cancellationToken
        );

    /// <summary>Locks or unlocks a client. Does nothing if the client already has the wanted state.</summary>
    public async Task SetLockAsync(long id, bool isLocked, CancellationToken cancellationToken)
    {
        try
        {
            await send(
                    new ApiCall(Operations.ClientFlagUpdate)
                    {
                        Body = new ClientFlagUpdateRequest { ClientLocked = isLocked },
                    }.WithPathValue("clientIdentifier", ToText(id)),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (AuthleteApiException e) when (e.ResultCode == (isLocked ? IsLocked : IsUnlocked))
        {
            // Someone else has already done it.
        }
    }

    public static ConfigurationException Conflict(string message) => new(ConfigurationProblem.ConcurrentChange, message);

    private ApiCall NewRead<T>(long id) =>
        WithId<T>(new ApiCall(typeof(T) == typeof(Service) ? Operations.ServiceGet : Operations.ClientGet), id);

    private ApiCall WithId<T>(ApiCall call, long id) =>
        typeof(T) == typeof(Service) ? call.WithPathValue("serviceApiKey", ApiKey) : call.WithPathValue("clientId", ToText(id));

    private static string ToText(long id) => id.ToString(CultureInfo.InvariantCulture);
}
