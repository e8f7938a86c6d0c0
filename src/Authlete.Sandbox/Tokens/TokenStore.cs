using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>The table of tokens with its two indexes. Records are immutable; a change replaces one.</summary>
internal sealed class TokenStore : IClientStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, TokenRecord> _records = [];
    private readonly Dictionary<string, long> _byAccessToken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _byRefreshToken = new(StringComparer.Ordinal);
    private long _lastNumber;

    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Finds a record by the token or, if it is a JWT, by the token in its <c>jti</c>.</summary>
    public TokenRecord? ByAccessToken(string token) =>
        Find(_byAccessToken, Secrets.Hash(token))
        ?? (Jws.Parse(token)?.Text("jti") is { } inner ? Find(_byAccessToken, Secrets.Hash(inner)) : null);

    public TokenRecord? ByRefreshToken(string token) => Find(_byRefreshToken, Secrets.Hash(token));

    /// <summary>Finds a record by the token or its hash.</summary>
    public TokenRecord? ByAccessTokenIdentifier(string identifier) => ByAccessToken(identifier) ?? Find(_byAccessToken, identifier);

    /// <summary>Finds a record by the token or its hash.</summary>
    public TokenRecord? ByRefreshTokenIdentifier(string identifier) => ByRefreshToken(identifier) ?? Find(_byRefreshToken, identifier);

    public IReadOnlyList<TokenRecord> Where(Func<TokenRecord, bool> condition)
    {
        lock (_gate)
        {
            return [.. _records.Values.Where(condition).OrderBy(record => record.Number)];
        }
    }

    /// <summary>Adds a record after it removes those that match <paramref name="replaced"/>.</summary>
    /// <returns>False if a token value is already in use.</returns>
    public bool TryAdd(TokenRecord record, Func<TokenRecord, bool>? replaced = null)
    {
        lock (_gate)
        {
            if (_byAccessToken.ContainsKey(record.AccessTokenHash))
            {
                return false;
            }

            if (record.RefreshTokenHash is { } hash && _byRefreshToken.ContainsKey(hash))
            {
                return false;
            }

            if (replaced is not null)
            {
                Remove(replaced);
            }

            Put(record);
            return true;
        }
    }

    /// <summary>Replaces a record, unless another call has changed or removed it.</summary>
    public bool TryReplace(TokenRecord expected, TokenRecord record)
    {
        lock (_gate)
        {
            if (!_records.TryGetValue(expected.Number, out var current) || !ReferenceEquals(current, expected))
            {
                return false;
            }

            if (_byAccessToken.TryGetValue(record.AccessTokenHash, out var owner) && owner != record.Number)
            {
                return false;
            }

            Drop(expected);
            Put(record);
            return true;
        }
    }

    public int Remove(Func<TokenRecord, bool> condition)
    {
        lock (_gate)
        {
            var doomed = _records.Values.Where(condition).ToList();
            doomed.ForEach(Drop);
            return doomed.Count;
        }
    }

    public void Forget(Func<ClientRecord, bool> condition) => Remove(record => condition(record.Client));

    public bool Remove(TokenRecord record)
    {
        lock (_gate)
        {
            if (!_records.TryGetValue(record.Number, out var current))
            {
                return false;
            }

            Drop(current);
            return true;
        }
    }

    /// <summary>Removes the refresh token and keeps the access token.</summary>
    public void RemoveRefreshToken(long number)
    {
        lock (_gate)
        {
            if (!_records.TryGetValue(number, out var current))
            {
                return;
            }

            Drop(current);
            Put(current with { RefreshTokenHash = null, RefreshTokenExpiresAt = 0 });
        }
    }

    private TokenRecord? Find(Dictionary<string, long> index, string hash)
    {
        lock (_gate)
        {
            return index.TryGetValue(hash, out var number) ? _records[number] : null;
        }
    }

    private void Put(TokenRecord record)
    {
        _records[record.Number] = record;
        _byAccessToken[record.AccessTokenHash] = record.Number;
        if (record.RefreshTokenHash is { } hash)
        {
            _byRefreshToken[hash] = record.Number;
        }
    }

    private void Drop(TokenRecord record)
    {
        _records.Remove(record.Number);
        _byAccessToken.Remove(record.AccessTokenHash);
        if (record.RefreshTokenHash is { } hash)
        {
            _byRefreshToken.Remove(hash);
        }
    }
}
