using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Fields;

namespace Authlete.Configuration.Planning;

/// <summary>What is to be done with one service or client.</summary>
/// <param name="kind">Service or Client.</param>
/// <param name="action">What is done.</param>
internal sealed class PlannedTarget(string kind, PlanAction action)
{
    public string Kind { get; } = kind;

    public PlanAction Action { get; set; } = action;

    /// <summary>The label of a client.</summary>
    public string? Label { get; init; }

    /// <summary>The client id, or the API key of the service; null for a client that is to be created.</summary>
    public long? Id { get; init; }

    /// <summary>The object of the file; null if there is none.</summary>
    public ConfigurationObject? File { get; init; }

    /// <summary>The object of the server when the plan was made; null if there is none.</summary>
    public ConfigurationObject? Live { get; init; }

    /// <summary>What changes.</summary>
    public PropertyChangeList Changes { get; init; } = new([]);

    /// <summary>What is done about the lock.</summary>
    public LockChange Lock { get; init; }

    /// <summary>The client's secret, if it changes.</summary>
    public string? NewSecret { get; init; }

    /// <summary>Whether anything but the lock and the client's secret changes.</summary>
    public bool ChangesSettings { get; init; }

    /// <summary>Whether the client gives its alias away before the others that wait for it are changed.</summary>
    public bool ReleasesAlias { get; set; }

    /// <summary>Why nothing is done; null if it is.</summary>
    public string? Refusal { get; init; }

    /// <summary>What else to say about it.</summary>
    public string? Note { get; init; }

    /// <summary>What has to be done first: if it fails, this one isn't tried.</summary>
    public List<PlannedTarget> DependsOn { get; } = [];

    /// <summary>The alias that the client has in the end; null for none.</summary>
    public string? FinalAlias { get; init; }

    /// <summary>What is done, in a line.</summary>
    public string Describe() =>
        $"{Action} {this}"
        + (Id is { } id && Label is not null ? $" ({id})" : "")
        + (Action == PlanAction.Update ? ": " + string.Join(", ", Changes.Select(change => change.Name)) : "");

    public override string ToString() => Kind + (Label is null ? "" : " " + Label);
}
