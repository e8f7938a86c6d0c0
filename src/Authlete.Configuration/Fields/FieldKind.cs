namespace Authlete.Configuration.Fields;

/// <summary>The role of a member in the configuration of a service or client.</summary>
internal enum FieldKind
{
    /// <summary>A setting.</summary>
    Setting,

    /// <summary>Set by the server only, or part of the object's state.</summary>
    ServerSet,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>A key set of the service, which contains its private keys.</summary>
    KeySet,

    /// <summary>An unknown member whose name looks like a secret's.</summary>
    Suspect,
}
