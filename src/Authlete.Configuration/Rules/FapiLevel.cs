namespace Authlete.Configuration.Rules;

/// <summary>Which rules of FAPI a client has to follow.</summary>
internal enum FapiLevel
{
    /// <summary>None: it is no FAPI client.</summary>
    None,

    /// <summary>FAPI 1.0 Baseline.</summary>
    Baseline,

    /// <summary>FAPI 1.0 Advanced.</summary>
    Advanced,

    /// <summary>FAPI 2.0.</summary>
    Fapi2,
}
