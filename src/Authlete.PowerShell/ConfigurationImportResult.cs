using System.Collections.Generic;

namespace Authlete.PowerShell;

/// <summary>What an import does, or would do, with a service or a client. Secrets are masked.</summary>
public sealed class ConfigurationImportResult
{
    internal ConfigurationImportResult(string kind, string action, string status)
    {
        Kind = kind;
        Action = action;
        Status = status;
    }

    /// <summary>Service or Client.</summary>
    public string Kind { get; }

    /// <summary>The label of the client: the name of its file.</summary>
    public string? Label { get; internal set; }

    /// <summary>The client id, or the API key of the service; null for a client that is not created yet.</summary>
    public long? Id { get; internal set; }

    /// <summary>Create, Update, Remove or None.</summary>
    public string Action { get; }

    /// <summary>What changes, with the value before and after.</summary>
    public IReadOnlyList<ConfigurationPropertyChange> Properties { get; internal set; } = [];

    /// <summary>Done, Failed or NotTried; with -WhatIf Planned.</summary>
    public string Status { get; }

    /// <summary>What to say about it, such as why it failed; null for nothing.</summary>
    public string? Message { get; internal set; }

    /// <summary>The id of the error if it failed, such as ConcurrentChange or a result code; null if it didn't.</summary>
    public string? ErrorId { get; internal set; }

    /// <summary>How many targets of the plan have the same action.</summary>
    internal int SameAction { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Action + " " + Kind + (Label is null ? "" : " " + Label) + ": " + Status;
}
