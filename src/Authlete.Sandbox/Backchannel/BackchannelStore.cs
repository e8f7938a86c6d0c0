using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Backchannel;

/// <summary>The pending backchannel authentication requests, by ticket and, when it is issued, by auth_req_id.</summary>
internal sealed class BackchannelStore
{
    private readonly ConcurrentDictionary<string, BackchannelRequest> _byTicket = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, BackchannelRequest> _byAuthReqId = new(StringComparer.Ordinal);

    public BackchannelRequest? ByTicket(string ticket) => _byTicket.GetValueOrDefault(ticket);

    public BackchannelRequest? ByAuthReqId(string authReqId) => _byAuthReqId.GetValueOrDefault(authReqId);

    public void Add(BackchannelRequest request) => _byTicket[request.Ticket] = request;

    /// <summary>Assigns the auth_req_id; null if the request already has one.</summary>
    public string? Issue(BackchannelRequest request, long expiresAt)
    {
        var authReqId = Secrets.NewToken();
        if (!request.TryIssue(authReqId, expiresAt))
        {
            return null;
        }

        _byAuthReqId[authReqId] = request;
        return authReqId;
    }

    /// <summary>Removes the request. Only one of several parallel calls returns true.</summary>
    public bool TryTake(BackchannelRequest request)
    {
        if (request.AuthReqId is { } authReqId)
        {
            _byAuthReqId.TryRemove(authReqId, out _);
        }

        return _byTicket.TryRemove(request.Ticket, out _);
    }
}
