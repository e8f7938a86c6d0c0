namespace Authlete.Configuration.Rules;

/// <summary>The profile to check a configuration against.</summary>
internal enum RuleProfile
{
    /// <summary>RFC 9700, Best Current Practice for OAuth 2.0 Security.</summary>
    Bcp,

    /// <summary>FAPI 1.0.</summary>
    Fapi1,

    /// <summary>FAPI 2.0 Security Profile.</summary>
    Fapi2,
}
