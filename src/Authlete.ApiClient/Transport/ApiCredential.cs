using System;
using System.Net.Http.Headers;
using System.Text;

namespace Authlete.ApiClient.Transport;

/// <summary>An API key and its secret.</summary>
internal sealed class ApiCredential
{
    private readonly string _secret;

    /// <param name="key">The API key.</param>
    /// <param name="secret">The API secret.</param>
    public ApiCredential(string key, string secret)
    {
        Key = key ?? throw new ArgumentNullException(nameof(key));
        _secret = secret ?? throw new ArgumentNullException(nameof(secret));
        Header = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":" + secret)));
    }

    /// <summary>The API key.</summary>
    public string Key { get; }

    /// <summary>The HTTP Basic header (RFC 7617).</summary>
    internal AuthenticationHeaderValue Header { get; }

    /// <summary>The values that must never be displayed.</summary>
    internal string[] Secrets => [_secret, Header.Parameter!];

    /// <inheritdoc/>
    public override string ToString() => Key;
}
