namespace Authlete.Configuration.Application;

/// <summary>Receives the result of a target. Not an Action&lt;T&gt;, because callers must not construct a generic type over a type of this assembly.</summary>
/// <param name="result">The result.</param>
internal delegate void TargetReport(TargetResult result);
