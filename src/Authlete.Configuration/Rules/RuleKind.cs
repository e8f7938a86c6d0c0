namespace Authlete.Configuration.Rules;

/// <summary>The kind of target that a rule checks.</summary>
internal enum RuleKind
{
    /// <summary>The service.</summary>
    Service,

    /// <summary>Each client.</summary>
    Client,
}
