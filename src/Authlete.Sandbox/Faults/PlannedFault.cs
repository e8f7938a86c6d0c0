using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace Authlete.Sandbox.Faults;

/// <summary>A fault and the calls that it applies to.</summary>
/// <param name="Effect">The effect of the fault.</param>
/// <param name="Pattern">The calls that it applies to.</param>
/// <param name="Count">The number of calls that it applies to; null for all.</param>
/// <param name="Skip">The number of calls to skip first.</param>
internal sealed record PlannedFault(FaultEffect Effect, OperationPattern Pattern, int? Count, int Skip = 0)
{
    /// <summary>The members that the fault was read from, without the counts.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Members { get; init; } = [];

    /// <summary>The fault as the interface shows it, with the remaining counts.</summary>
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
