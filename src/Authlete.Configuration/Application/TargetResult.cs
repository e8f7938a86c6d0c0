using System.Linq;
using Authlete.Configuration.Planning;

namespace Authlete.Configuration.Application;

/// <summary>What became of a target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Id">The id; null if there is none.</param>
/// <param name="Message">What to say about it; null for nothing.</param>
/// <param name="ErrorId">The id of the error, if it failed.</param>
internal sealed record TargetResult(PlannedTarget Target, TargetStatus Status, long? Id, string? Message, string? ErrorId)
{
    /// <summary>What would become of a target.</summary>
    public static TargetResult Plan(PlannedTarget target) =>
        new(target, TargetStatus.Planned, target.Id, Join(target.Refusal, target.Note), null);

    public static string? Join(params string?[] sentences) =>
        string.Join(" ", sentences.Where(sentence => !string.IsNullOrEmpty(sentence))) is { Length: > 0 } text ? text : null;
}
