namespace Authlete.Configuration.Planning;

/// <summary>What is done with the targets of a phase.</summary>
internal enum PlanPhase
{
    /// <summary>The service is changed.</summary>
    Service,

    /// <summary>Clients give their alias away.</summary>
    ReleaseAliases,

    /// <summary>Clients are changed.</summary>
    Update,

    /// <summary>Clients are created.</summary>
    Create,

    /// <summary>Clients are removed.</summary>
    Remove,
}
