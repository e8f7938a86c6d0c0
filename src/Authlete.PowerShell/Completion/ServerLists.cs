using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Completion;

/// <summary>Caches lists from the server for completion, by connection.</summary>
internal static class ServerLists
{
    private static readonly TimeSpan s_callTimeout = TimeSpan.FromSeconds(10);

    private static readonly ConditionalWeakTable<AuthleteConnection, ListCache<ServerList, Candidate>> s_caches = new();

    public static IReadOnlyList<Candidate> Get(AuthleteConnection connection, ServerList list) =>
        connection.IsClosed || connection.GetCredential(list.Kind) is not { } credential
            ? []
            : s_caches.GetOrCreateValue(connection).Get(list, () => ReadAsync(connection.Api.Endpoint, credential, list));

    private static async Task<IReadOnlyList<Candidate>> ReadAsync(ApiEndpoint endpoint, ApiCredential credential, ServerList list)
    {
        using var limit = new CancellationTokenSource(s_callTimeout);
        try
        {
            var answer = await new AuthleteApi(endpoint, new CallPolicy(s_callTimeout))
                .SendAsync(list.NewCall(), credential, limit.Token)
                .ConfigureAwait(false);
            return answer.Body is { } body ? [.. list.Read(body)] : [];
        }
        catch (AuthleteApiException)
        {
            return [];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }
}
