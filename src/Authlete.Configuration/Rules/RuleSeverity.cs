namespace Authlete.Configuration.Rules;

/// <summary>The severity of a finding.</summary>
internal enum RuleSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Change it when you have time.</summary>
    Low,

    /// <summary>Weakens the protection, or breaks requests.</summary>
    Medium,

    /// <summary>Opens an attack, or breaks the service.</summary>
    High,
}
