namespace Authlete.ApiClient.Transport;

/// <summary>How a call failed.</summary>
public enum ApiErrorKind
{
    /// <summary>The API answered an error with a result code.</summary>
    Result,

    /// <summary>The API answered an action that is not the operation's success.</summary>
    Action,

    /// <summary>An HTTP error status without a result code: from a proxy, or not from Authlete at all.</summary>
    HttpStatus,

    /// <summary>A redirect, which is never followed, for the key would go with it.</summary>
    UnexpectedRedirect,

    /// <summary>A successful status with a body that is not JSON.</summary>
    NotJson,

    /// <summary>A successful status without the body that the operation has.</summary>
    NoContent,

    /// <summary>The answer broke off.</summary>
    ResponseTruncated,

    /// <summary>The answer is larger than any that the API gives.</summary>
    ResponseTooLarge,

    /// <summary>No whole answer came in time.</summary>
    Timeout,

    /// <summary>No connection, or it was lost before an answer came.</summary>
    ConnectionFailure,

    /// <summary>The host name does not resolve.</summary>
    NameResolutionFailure,

    /// <summary>TLS could not be agreed on, or the certificate is not trusted.</summary>
    TlsFailure,
}
