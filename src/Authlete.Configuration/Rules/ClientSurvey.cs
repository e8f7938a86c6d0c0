using System;
using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>What is known of all clients of a service, gathered while they pass by.</summary>
/// <param name="log">Where the readers of clients note what they can't read.</param>
internal sealed class ClientSurvey(ReadLog log)
{
    private static readonly string[] s_onlyCode = ["CODE"];

    private static readonly (ClientFact Fact, Func<SettingsReader, bool> Holds)[] s_facts =
    [
        (ClientFact.IsPublic, client => client.IsPublic()),
        (ClientFact.UsesRequestObjects, client => client.UsesRequestObjects()),
        (ClientFact.UsesTlsClientAuth, client => client.TokenAuthMethod() == "TLS_CLIENT_AUTH"),
        (ClientFact.LacksPar, client => !client.Flag("parRequired")),
        (ClientFact.LacksPkce, client => !client.Flag("pkceRequired")),
        (ClientFact.LacksPkceS256, client => !client.Flag("pkceS256Required")),
        (ClientFact.HasOtherResponseTypes, client => client.FirstBeyond("responseTypes", s_onlyCode) is not null),
    ];

    private readonly HashSet<ClientFact> _found = [];
    private readonly Dictionary<ClientFact, string> _unread = [];

    /// <summary>Why not all clients are known; null if they are.</summary>
    public string? Gap { get; set; }

    /// <summary>How many clients passed by.</summary>
    public int Count { get; private set; }

    public void Add(SettingsReader client)
    {
        Count++;
        foreach (var (fact, holds) in s_facts)
        {
            if (_found.Contains(fact))
            {
                continue;
            }

            log.Clear();
            var isFound = holds(client);
            if (!log.IsEmpty)
            {
                // Which of several is named doesn't depend on the order of the clients.
                var reason = "A client can't be judged: " + log;
                _unread[fact] = _unread.TryGetValue(fact, out var other) && string.CompareOrdinal(other, reason) < 0 ? other : reason;
            }
            else if (isFound)
            {
                _found.Add(fact);
            }
        }
    }

    /// <summary>Whether there is a client of a kind. If none was seen, and one may be there, that is noted.</summary>
    public bool HasAny(ClientFact fact)
    {
        if (_found.Contains(fact))
        {
            return true;
        }

        if (Gap is not null)
        {
            log.Add(Gap);
        }

        if (_unread.TryGetValue(fact, out var reason))
        {
            log.Add(reason);
        }

        return false;
    }
}
