namespace Authlete.ApiClient.Transport;

/// <summary>How a call failed.</summary>
public enum ApiErrorKind
{
    /// <summary>The API returned an error with a result code.</summary>
    Result,

    /// <summary>The API returned an action that doesn't mean success.</summary>
    Action,

    /// <summary>An HTTP error status without a result code: from a proxy, or not from Authlete at all.</summary>
    HttpStatus,

    /// <summary>A redirect. It is never followed, because the key would go with it.</summary>
    UnexpectedRedirect,

    /// <summary>A successful status with a body that is not JSON.</summary>
    NotJson,

    /// <summary>A successful status without the body that the operation has.</summary>
    NoContent,

    /// <summary>A successful status with JSON that is not the answer of the operation, or is about another object than the one asked for.</summary>
    UnexpectedAnswer,

    /// <summary>The answer broke off.</summary>
    ResponseTruncated,

    /// <summary>The answer is larger than any answer of the API.</summary>
    ResponseTooLarge,

    /// <summary>The answer was not complete in time.</summary>
    Timeout,

    /// <summary>There was no connection, or it was lost before an answer came.</summary>
    ConnectionFailure,

    /// <summary>The host name does not resolve.</summary>
    NameResolutionFailure,

    /// <summary>The TLS handshake failed, or the certificate is not trusted.</summary>
    TlsFailure,
}
