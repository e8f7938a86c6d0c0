using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace Authlete.Sandbox.Faults;

/// <summary>A fault and the calls that it applies to.</summary>
/// <param name="Effect">What the fault does.</param>
/// <param name="Pattern">The calls that it is meant for.</param>
/// <param name="Count">How many of them it applies to; null for all.</param>
/// <param name="Skip">How many of them are left alone first.</param>
internal sealed record PlannedFault(FaultEffect Effect, OperationPattern Pattern, int? Count, int Skip = 0)
{
    /// <summary>What the fault was read from, without the counts.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Members { get; init; } = [];

    /// <summary>As the interface shows it: with the counts that are left.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in Members)
        {
            json[name] = value;
        }

        json["count"] = Count is { } count ? count : FaultReader.Always;
        json["skip"] = Skip;
        return json;
    }
}
