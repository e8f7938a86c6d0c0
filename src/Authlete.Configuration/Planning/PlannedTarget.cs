using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Fields;

namespace Authlete.Configuration.Planning;

/// <summary>The planned changes to one service or client.</summary>
/// <param name="kind">Service or Client.</param>
/// <param name="action">The action.</param>
internal sealed class PlannedTarget(string kind, PlanAction action)
{
    public string Kind { get; } = kind;

    public PlanAction Action { get; set; } = action;

    /// <summary>The label of a client.</summary>
    public string? Label { get; init; }

    /// <summary>The client ID, or the API key of the service; null for a new client.</summary>
    public long? Id { get; init; }

    /// <summary>The configuration in the file; null if there is none.</summary>
    public ConfigurationObject? File { get; init; }

    /// <summary>The object on the server when the plan was made; null if there is none.</summary>
    public ConfigurationObject? Live { get; init; }

    /// <summary>The changes.</summary>
    public PropertyChangeList Changes { get; init; } = new([]);

    /// <summary>The change of the lock.</summary>
    public LockChange Lock { get; init; }

    /// <summary>The client's new secret; null if it doesn't change.</summary>
    public string? NewSecret { get; init; }

    /// <summary>Whether settings other than the lock and the client's secret change.</summary>
    public bool ChangesSettings { get; init; }

    /// <summary>Whether the client releases its alias in a separate step before other clients are changed.</summary>
    public bool ReleasesAlias { get; set; }

    /// <summary>The reason why the changes are not made; null if they are.</summary>
    public string? Refusal { get; init; }

    /// <summary>An additional message for the user.</summary>
    public string? Note { get; init; }

    /// <summary>The targets to process before this one. If one of them fails, this one is skipped.</summary>
    public List<PlannedTarget> DependsOn { get; } = [];

    /// <summary>The alias of the client after the import; null for none.</summary>
    public string? FinalAlias { get; init; }

    /// <summary>Describes the action in one line.</summary>
    public string Describe() =>
        $"{Action} {this}"
        + (Id is { } id && Label is not null ? $" ({id})" : "")
        + (Action == PlanAction.Update ? ": " + string.Join(", ", Changes.Select(change => change.Name)) : "");

    public override string ToString() => Kind + (Label is null ? "" : " " + Label);
}
