namespace Authlete.Configuration.Planning;

/// <summary>What is done with a service or client. The order is that of a plan that is shown.</summary>
internal enum PlanAction
{
    /// <summary>It is created.</summary>
    Create,

    /// <summary>It is changed.</summary>
    Update,

    /// <summary>It is removed.</summary>
    Remove,

    /// <summary>It is as wanted, or left alone.</summary>
    None,
}
