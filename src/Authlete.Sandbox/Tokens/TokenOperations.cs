using System;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>/auth/token/get/list, /auth/token/update, /auth/token/delete and /auth/token/revoke.</summary>
internal static class TokenOperations
{
    private static readonly string[] s_identifiers = ["accessToken", "accessTokenHash", "refreshToken", "refreshTokenHash"];

    public static ApiAnswer List(ApiCall call)
    {
        var (start, end) = call.Page(("A159201", "A159202"), ("A159203", "A159204"));
        var client = call.Query.First("clientIdentifier") is { Length: > 0 } identifier ? FindClient(call, identifier) : null;
        var subject = call.Query.First("subject");
        var records = call.Installation.Tokens.Where(record =>
            record.Client.Service == call.Service
            && (client is null || record.Client == client)
            && (string.IsNullOrEmpty(subject) || record.Subject == subject)
        );
        var json = new JsonObject
        {
            ["accessTokens"] = new JsonArray([.. records.Skip(start).Take(end - start).Select(ToJson)]),
            ["client"] = client?.Document.ToObject(),
            ["end"] = end,
            ["start"] = start,
            ["subject"] = subject,
            ["totalCount"] = records.Count,
        };
        return ApiAnswer.Of(Json.Sorted(json));
    }

    public static ApiAnswer Update(ApiCall call)
    {
        var store = call.Installation.Tokens;
        if (!Names(call))
        {
            return call.Reply("A134201", "Neither 'accessToken' nor 'accessTokenHash' is given.", ApiActions.BadRequest);
        }

        while (true)
        {
            var record = Find(call);
            if (record is null)
            {
                return call.Reply("A134202", "The access token is unknown.", ApiActions.NotFound);
            }

            if (record.Client.Service != call.Service)
            {
                return call.Reply("A134203", "The access token belongs to another service.", ApiActions.Forbidden);
            }

            var newToken = call.Flag("accessTokenValueUpdated") ? Secrets.NewToken() : null;
            var accessToken = newToken ?? (call.Text("accessToken") is { Length: > 0 } same ? same : null);
            var updated = Updated(call, record) with
            {
                AccessTokenHash = newToken is null ? record.AccessTokenHash : Secrets.Hash(newToken),
            };
            if (!store.TryReplace(record, updated))
            {
                continue;
            }

            return call.Reply("A135001", "The access token was updated.", ApiActions.Ok)
                .With("accessToken", accessToken)
                .With("accessTokenExpiresAt", Times.Rounded(updated.AccessTokenExpiresAt))
                .With("refreshTokenExpiresAt", Times.Rounded(updated.RefreshTokenExpiresAt))
                .With("scopes", updated.Scopes)
                .With("tokenType", TokenResponses.TokenType(updated))
                .With("authorizationDetails", updated.AuthorizationDetails?.ToApi())
                .With("forExternalAttachment", updated.ForExternalAttachment)
                .WithProperties(updated.Properties);
        }
    }

    public static ApiAnswer Delete(ApiCall call)
    {
        var record = call.Installation.Tokens.ByAccessTokenIdentifier(call.Variable);
        if (record is null)
        {
            throw call.Fail(404, "A161202", "the access token is unknown.");
        }

        if (record.Client.Service != call.Service)
        {
            throw call.Fail(403, "A161203", "the access token belongs to another service.");
        }

        call.Installation.Tokens.Remove(record);
        return ApiAnswer.NoContent;
    }

    public static ApiAnswer Revoke(ApiCall call)
    {
        var store = call.Installation.Tokens;
        var accessToken = call.Text("accessTokenIdentifier") is { } accessIdentifier
            ? store.ByAccessTokenIdentifier(accessIdentifier)
            : null;
        var refreshToken = call.Text("refreshTokenIdentifier") is { } refreshIdentifier
            ? store.ByRefreshTokenIdentifier(refreshIdentifier)
            : null;
        var client = call.Text("clientIdentifier") is { } clientIdentifier ? FindClient(call, clientIdentifier) : null;
        var subject = call.Text("subject");
        var count = store.Remove(record =>
            record.Client.Service == call.Service
            && (
                record == accessToken
                || record == refreshToken
                || (
                    (client is not null || subject is not null)
                    && (client is null || record.Client == client)
                    && (subject is null || record.Subject == subject)
                )
            )
        );
        return call.Reply("A312001", $"Access tokens were revoked (count = {count}).").With("count", count);
    }

    private static ClientRecord FindClient(ApiCall call, string identifier)
    {
        var match = call.Installation.FindClient(call.Service, identifier);
        if (match.Status is ClientStatus.Found or ClientStatus.Locked)
        {
            return match.Client!;
        }

        var (code, text) = ClientCodes.Shared.For(match.Status);
        throw call.Fail(match.Status == ClientStatus.Foreign ? 403 : 404, code, text);
    }

    private static bool Names(ApiCall call) => s_identifiers.Any(name => !string.IsNullOrEmpty(call.Text(name)));

    private static TokenRecord? Find(ApiCall call)
    {
        var store = call.Installation.Tokens;
        if (call.Text("accessToken") is { Length: > 0 } accessToken)
        {
            return store.ByAccessToken(accessToken);
        }

        if (call.Text("accessTokenHash") is { Length: > 0 } accessTokenHash)
        {
            return store.ByAccessTokenIdentifier(accessTokenHash);
        }

        return call.Text("refreshToken") is { Length: > 0 } refreshToken
            ? store.ByRefreshToken(refreshToken)
            : store.ByRefreshTokenIdentifier(call.Text("refreshTokenHash")!);
    }

    private static TokenRecord Updated(ApiCall call, TokenRecord record)
    {
        var scopes = call.Texts("scopes") is { } given
            ? [.. given.Where(name => call.Service.Scope(name) is not null).Distinct().Order(StringComparer.Ordinal)]
            : record.Scopes;
        var scopesChanged = !scopes.SequenceEqual(record.Scopes);
        var accessExpiresAt = call.Number("accessTokenExpiresAt");
        if (accessExpiresAt <= 0)
        {
            accessExpiresAt =
                scopesChanged && call.Flag("accessTokenExpiresAtUpdatedOnScopeUpdate")
                    ? call.Now + (Durations.AccessToken(record.Client, scopes) * 1000)
                    : record.AccessTokenExpiresAt;
        }

        var refreshExpiresAt = call.Number("refreshTokenExpiresAt");
        if (refreshExpiresAt <= 0)
        {
            refreshExpiresAt =
                scopesChanged && call.Flag("refreshTokenExpiresAtUpdatedOnScopeUpdate")
                    ? call.Now + (Durations.RefreshToken(record.Client, scopes) * 1000)
                    : record.RefreshTokenExpiresAt;
        }

        return record with
        {
            Scopes = scopes,
            AccessTokenExpiresAt = accessExpiresAt,
            RefreshTokenExpiresAt = record.RefreshTokenHash is null ? 0 : refreshExpiresAt,
            Properties = TokenProperties.Read(call) ?? record.Properties,
            AuthorizationDetails = AuthorizationDetails.Read(call) ?? record.AuthorizationDetails,
            Binding = new TokenBinding(
                call.Text("certificateThumbprint") ?? record.Binding.Certificate,
                call.Text("dpopKeyThumbprint") ?? record.Binding.DpopKey
            ),
            Persistent = call.Flag("accessTokenPersistent") || record.Persistent,
            ForExternalAttachment = call.Flag("forExternalAttachment") || record.ForExternalAttachment,
        };
    }

    private static JsonObject ToJson(TokenRecord record) =>
        new()
        {
            ["accessTokenExpiresAt"] = Times.Rounded(record.AccessTokenExpiresAt),
            ["accessTokenHash"] = record.AccessTokenHash,
            ["clientId"] = record.Client.Id,
            ["createdAt"] = Times.Rounded(record.CreatedAt),
            ["grantType"] = record.GrantType,
            ["lastRefreshedAt"] = record.LastRefreshedAt == 0 ? 0 : Times.Rounded(record.LastRefreshedAt),
            ["properties"] = record.Properties.Count == 0 ? null : new JsonArray([.. record.Properties.Select(TokenProperties.ToJson)]),
            ["refreshTokenExpiresAt"] = Times.Rounded(record.RefreshTokenExpiresAt),
            ["refreshTokenHash"] = record.RefreshTokenHash,
            ["scopes"] = record.Scopes.Count == 0 ? null : Json.Array(record.Scopes),
            ["subject"] = record.Subject,
        };
}
