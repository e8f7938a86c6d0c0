namespace Authlete.Sandbox.Services;

/// <summary>How the value of a client metadata member is written.</summary>
internal enum MetadataKind
{
    Text,
    Uri,
    HttpsUri,
    Integer,
    Boolean,
    Texts,
    Uris,

    /// <summary>The API's name in lower case.</summary>
    Name,

    /// <summary>The name of a JOSE algorithm.</summary>
    Algorithm,
    GrantTypes,
    ResponseTypes,
    JwkSet,
}
