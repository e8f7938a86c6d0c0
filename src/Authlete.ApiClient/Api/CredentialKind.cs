namespace Authlete.ApiClient.Api;

/// <summary>Whose key and secret an operation is called with.</summary>
internal enum CredentialKind
{
    /// <summary>The service's API key and secret.</summary>
    Service,

    /// <summary>The service owner's API key and secret.</summary>
    ServiceOwner,

    /// <summary>None is needed.</summary>
    None,
}
