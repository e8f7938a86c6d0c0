namespace Authlete.Configuration.Fields;

/// <summary>What a member of a service or client is to a configuration.</summary>
internal enum FieldKind
{
    /// <summary>A setting.</summary>
    Setting,

    /// <summary>Set or counted by the server alone, or what became of the object.</summary>
    ServerSet,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>The keys of one service, which has their private halves.</summary>
    KeySet,

    /// <summary>A member that the facts don't know and whose name looks like a secret's.</summary>
    Suspect,
}
