using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;

namespace Authlete.Sandbox.State;

/// <summary>A client: its fixed numbers, and its configuration, which is replaced as a whole.</summary>
internal sealed class ClientRecord(ServiceRecord service, int number, long id, Document document)
{
    private readonly Lock _gate = new();
    private volatile Document _document = document;
    private volatile bool _deleted;

    public ServiceRecord Service { get; } = service;

    public int Number { get; } = number;

    public long Id { get; } = id;

    public Document Document => _document;

    public bool Deleted => _deleted;

    public bool Locked => Document.Flag("locked");

    public string Secret => Document.Text("clientSecret") ?? "";

    public string? Alias => Document.Text("clientIdAlias");

    public bool AliasEnabled => Document.Flag("clientIdAliasEnabled") && Service.Document.Flag("clientIdAliasEnabled");

    /// <summary>The client's authentication method at the token endpoint and similar endpoints.</summary>
    public string AuthenticationMethod => Document.Text("tokenAuthMethod") ?? "NONE";

    /// <summary>The signing algorithm of the client's CIBA requests; null if it doesn't sign them.</summary>
    public string? BackchannelRequestSignAlg => Document.Text("bcRequestSignAlg") is { } algorithm and not "NONE" ? algorithm : null;

    public bool Confidential => Document.Text("clientType") == "CONFIDENTIAL";

    /// <summary>The hash of the registration access token (RFC 7592).</summary>
    public string? RegistrationAccessTokenHash { get; init; }

    public IReadOnlyList<string> RedirectUris => Document.Texts("redirectUris");

    /// <summary>Replaces the configuration with a copy that <paramref name="change"/> modifies.</summary>
    public Document Change(Func<JsonObject, JsonObject> change)
    {
        lock (_gate)
        {
            return _document = Document.Of(change(_document.ToObject()));
        }
    }

    /// <summary>Marks the client as deleted. Only one of several parallel calls returns true.</summary>
    public bool TryDelete()
    {
        lock (_gate)
        {
            if (_deleted)
            {
                return false;
            }

            return _deleted = true;
        }
    }
}
