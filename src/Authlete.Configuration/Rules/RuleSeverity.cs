namespace Authlete.Configuration.Rules;

/// <summary>How much a finding matters.</summary>
internal enum RuleSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Worth a change when there is time.</summary>
    Low,

    /// <summary>Weakens the protection, or breaks requests.</summary>
    Medium,

    /// <summary>Opens an attack, or breaks the service.</summary>
    High,
}
