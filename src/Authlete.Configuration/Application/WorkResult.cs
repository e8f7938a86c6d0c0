namespace Authlete.Configuration.Application;

/// <summary>What came of the work on a target.</summary>
/// <param name="Id">The id.</param>
/// <param name="Message">What to say about it; null for nothing.</param>
/// <param name="ErrorId">The id of the error; null if there is none.</param>
internal sealed record WorkResult(long? Id, string? Message = null, string? ErrorId = null);
