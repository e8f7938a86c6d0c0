using System;

namespace Authlete.PowerShell;

/// <summary>The result of Test-AuthleteCredential. As an object it always converts to true: use <see cref="Valid"/> or -Quiet.</summary>
public sealed class AuthleteCredentialTest
{
    /// <summary>Whether the server accepted the API key and secret, and the quick test, if any, passed.</summary>
    public bool Valid { get; internal set; }

    /// <summary>The kind of the credential, Service or ServiceOwner; null if the server accepted it as neither.</summary>
    public string? Kind { get; internal set; }

    /// <summary>The base URI that was called.</summary>
    public Uri? BaseUri { get; internal set; }

    /// <summary>The API key.</summary>
    public string? ApiKey { get; internal set; }

    /// <summary>The issuer identifier of the service.</summary>
    public string? Issuer { get; internal set; }

    /// <summary>The service's name, if a service owner's credential or the quick test returned it.</summary>
    public string? ServiceName { get; internal set; }

    /// <summary>The duration of the deciding call.</summary>
    public TimeSpan Latency { get; internal set; }

    /// <summary>The HTTP status code of the deciding call.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The result code of the deciding call; null if there is none.</summary>
    public string? ResultCode { get; internal set; }

    /// <summary>The server's message.</summary>
    public string? ResultMessage { get; internal set; }

    /// <summary>The reason why the credential isn't valid.</summary>
    public string? Reason { get; internal set; }
}
