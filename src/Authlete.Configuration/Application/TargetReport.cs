namespace Authlete.Configuration.Application;

/// <summary>Gets what became of a target. A type of its own, because callers may not close a generic type over ours.</summary>
/// <param name="result">What became of the target.</param>
internal delegate void TargetReport(TargetResult result);
