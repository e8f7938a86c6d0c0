using System;
using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Facts about all clients of a service, collected while they are checked.</summary>
/// <param name="log">Records the reasons why members can't be read.</param>
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

    /// <summary>The reason why clients are missing; null if all are known.</summary>
    public string? Gap { get; set; }

    /// <summary>The number of clients.</summary>
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
                // The choice among several doesn't depend on the order of clients.
                var reason = "A client can't be checked: " + log;
                _unread[fact] = _unread.TryGetValue(fact, out var other) && string.CompareOrdinal(other, reason) < 0 ? other : reason;
            }
            else if (isFound)
            {
                _found.Add(fact);
            }
        }
    }

    /// <summary>Whether a client has a property. If none has it but some are unknown, that is recorded.</summary>
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
