namespace Authlete.Configuration.Planning;

/// <summary>The action for a service or client. A displayed plan has the order of these values.</summary>
internal enum PlanAction
{
    /// <summary>Create the client.</summary>
    Create,

    /// <summary>Change the service or client.</summary>
    Update,

    /// <summary>Remove the client.</summary>
    Remove,

    /// <summary>Leave the service or client unchanged.</summary>
    None,
}
