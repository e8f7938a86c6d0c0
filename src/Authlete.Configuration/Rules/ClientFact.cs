namespace Authlete.Configuration.Rules;

/// <summary>Properties of clients that rules for the service ask for.</summary>
internal enum ClientFact
{
    /// <summary>A public client.</summary>
    IsPublic,

    /// <summary>A client that sends request objects.</summary>
    UsesRequestObjects,

    /// <summary>A client that authenticates with a certificate from a CA.</summary>
    UsesTlsClientAuth,

    /// <summary>A client that can send requests without pushing them.</summary>
    LacksPar,

    /// <summary>A client that can omit PKCE.</summary>
    LacksPkce,

    /// <summary>A client that can use the PKCE method plain.</summary>
    LacksPkceS256,

    /// <summary>A client with a response type other than CODE.</summary>
    HasOtherResponseTypes,
}
