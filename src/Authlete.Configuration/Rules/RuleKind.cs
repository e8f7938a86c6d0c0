namespace Authlete.Configuration.Rules;

/// <summary>What a rule is about.</summary>
internal enum RuleKind
{
    /// <summary>The service.</summary>
    Service,

    /// <summary>Each client.</summary>
    Client,
}
