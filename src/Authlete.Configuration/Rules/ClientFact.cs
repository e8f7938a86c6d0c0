namespace Authlete.Configuration.Rules;

/// <summary>What rules about the service want to know of its clients: whether there is one of the kind.</summary>
internal enum ClientFact
{
    /// <summary>A public client.</summary>
    IsPublic,

    /// <summary>A client that sends request objects.</summary>
    UsesRequestObjects,

    /// <summary>A client that authenticates itself with a certificate that a CA has issued.</summary>
    UsesTlsClientAuth,

    /// <summary>A client that may send its request without pushing it first.</summary>
    LacksPar,

    /// <summary>A client that may leave PKCE out.</summary>
    LacksPkce,

    /// <summary>A client that may send a plain challenge.</summary>
    LacksPkceS256,

    /// <summary>A client with another response type than CODE.</summary>
    HasOtherResponseTypes,
}
