namespace Authlete.Configuration.Planning;

/// <summary>The phases of a plan.</summary>
internal enum PlanPhase
{
    /// <summary>The service is changed.</summary>
    Service,

    /// <summary>Clients release their aliases.</summary>
    ReleaseAliases,

    /// <summary>Clients are changed.</summary>
    Update,

    /// <summary>Clients are created.</summary>
    Create,

    /// <summary>Clients are removed.</summary>
    Remove,
}
