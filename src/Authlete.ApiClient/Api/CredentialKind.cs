namespace Authlete.ApiClient.Api;

/// <summary>The credential that an operation requires.</summary>
internal enum CredentialKind
{
    /// <summary>The service's API key and secret.</summary>
    Service,

    /// <summary>The service owner's API key and secret.</summary>
    ServiceOwner,

    /// <summary>No credential.</summary>
    None,
}
