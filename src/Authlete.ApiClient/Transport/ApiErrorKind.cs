namespace Authlete.ApiClient.Transport;

/// <summary>The kinds of failures of a call.</summary>
public enum ApiErrorKind
{
    /// <summary>The API returned an error with a result code.</summary>
    Result,

    /// <summary>The API returned an action that doesn't mean success.</summary>
    Action,

    /// <summary>The response has an HTTP error status and no result code. It comes from a proxy, or not from Authlete at all.</summary>
    HttpStatus,

    /// <summary>The response is a redirect. Redirects are never followed, because they would disclose the credential.</summary>
    UnexpectedRedirect,

    /// <summary>The response has a successful status, but its body is not JSON.</summary>
    NotJson,

    /// <summary>The response has a successful status, but not the body that the operation returns.</summary>
    NoContent,

    /// <summary>The response has a successful status, but its JSON isn't that of the operation, or is about another object than requested.</summary>
    UnexpectedAnswer,

    /// <summary>The response is incomplete.</summary>
    ResponseTruncated,

    /// <summary>The response is larger than any response of the API.</summary>
    ResponseTooLarge,

    /// <summary>The response was not complete in time.</summary>
    Timeout,

    /// <summary>The connection failed, or was lost before a response arrived.</summary>
    ConnectionFailure,

    /// <summary>The host name does not resolve.</summary>
    NameResolutionFailure,

    /// <summary>The TLS handshake failed, or the certificate is not trusted.</summary>
    TlsFailure,
}
