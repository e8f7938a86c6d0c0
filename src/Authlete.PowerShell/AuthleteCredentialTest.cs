using System;

namespace Authlete.PowerShell;

/// <summary>What Test-AuthleteCredential found out. As an object it is always true: look at <see cref="Valid"/>, or use -Quiet.</summary>
public sealed class AuthleteCredentialTest
{
    /// <summary>Whether the server accepted the API key and secret, and the quick test passed if there was one.</summary>
    public bool Valid { get; internal set; }

    /// <summary>Whose credential it is: Service or ServiceOwner; null if it is neither's.</summary>
    public string? Kind { get; internal set; }

    /// <summary>The base URI that was called.</summary>
    public Uri? BaseUri { get; internal set; }

    /// <summary>The API key.</summary>
    public string? ApiKey { get; internal set; }

    /// <summary>The issuer identifier of the service.</summary>
    public string? Issuer { get; internal set; }

    /// <summary>The service's name, if an owner's credential or the quick test can tell it.</summary>
    public string? ServiceName { get; internal set; }

    /// <summary>The time from sending the deciding call to its answer.</summary>
    public TimeSpan Latency { get; internal set; }

    /// <summary>The HTTP status of the deciding call.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The result code of the deciding call, where it has one.</summary>
    public string? ResultCode { get; internal set; }

    /// <summary>The server's text for the result.</summary>
    public string? ResultMessage { get; internal set; }

    /// <summary>Why it is not valid.</summary>
    public string? Reason { get; internal set; }
}
