namespace Authlete.Configuration.Rules;

/// <summary>The FAPI profile that applies to a client.</summary>
internal enum FapiLevel
{
    /// <summary>None: it isn't a FAPI client.</summary>
    None,

    /// <summary>FAPI 1.0 Baseline.</summary>
    Baseline,

    /// <summary>FAPI 1.0 Advanced.</summary>
    Advanced,

    /// <summary>FAPI 2.0.</summary>
    Fapi2,
}
