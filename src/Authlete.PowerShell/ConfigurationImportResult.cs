using System.Collections.Generic;

namespace Authlete.PowerShell;

/// <summary>The result of an import, or with -WhatIf its plan, for a service or client. Secrets are masked.</summary>
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

    /// <summary>The label of the client, which is the name of its file.</summary>
    public string? Label { get; internal set; }

    /// <summary>The client ID, or the API key of the service; null for a client that isn't created yet.</summary>
    public long? Id { get; internal set; }

    /// <summary>Create, Update, Remove, or None.</summary>
    public string Action { get; }

    /// <summary>The changed properties, with their old and new values.</summary>
    public IReadOnlyList<ConfigurationPropertyChange> Properties { get; internal set; } = [];

    /// <summary>Done, Failed, or NotTried; with -WhatIf, Planned.</summary>
    public string Status { get; }

    /// <summary>Further information, such as the reason for a failure; null if there is none.</summary>
    public string? Message { get; internal set; }

    /// <summary>The ID of the error, such as ConcurrentChange or a result code; null if there is none.</summary>
    public string? ErrorId { get; internal set; }

    /// <summary>The number of targets in the plan with the same action.</summary>
    internal int SameAction { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Action + " " + Kind + (Label is null ? "" : " " + Label) + ": " + Status;
}
