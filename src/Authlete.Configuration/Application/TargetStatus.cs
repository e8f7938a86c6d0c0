namespace Authlete.Configuration.Application;

/// <summary>What became of a target.</summary>
internal enum TargetStatus
{
    /// <summary>It is as wanted.</summary>
    Done,

    /// <summary>It isn't.</summary>
    Failed,

    /// <summary>Nothing was sent, because something else failed that it depends on.</summary>
    NotTried,

    /// <summary>It would be done.</summary>
    Planned,
}
