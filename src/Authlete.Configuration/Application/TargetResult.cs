using System.Linq;
using Authlete.Configuration.Planning;

namespace Authlete.Configuration.Application;

/// <summary>The result of a target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Status">The outcome.</param>
/// <param name="Id">The ID; null if there is none.</param>
/// <param name="Message">A message for the user; null for none.</param>
/// <param name="ErrorId">The ID of the error, if the target failed.</param>
internal sealed record TargetResult(PlannedTarget Target, TargetStatus Status, long? Id, string? Message, string? ErrorId)
{
    /// <summary>Returns the result that a target has in a plan.</summary>
    public static TargetResult Plan(PlannedTarget target) =>
        new(target, TargetStatus.Planned, target.Id, Join(target.Refusal, target.Note), null);

    public static string? Join(params string?[] sentences) =>
        string.Join(" ", sentences.Where(sentence => !string.IsNullOrEmpty(sentence))) is { Length: > 0 } text ? text : null;
}
