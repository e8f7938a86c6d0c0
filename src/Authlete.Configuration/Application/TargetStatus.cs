namespace Authlete.Configuration.Application;

/// <summary>The outcome of a target.</summary>
internal enum TargetStatus
{
    /// <summary>The target is as wanted.</summary>
    Done,

    /// <summary>The target is not as wanted.</summary>
    Failed,

    /// <summary>Nothing was sent, because a target that it depends on failed.</summary>
    NotTried,

    /// <summary>The target would be changed.</summary>
    Planned,
}
