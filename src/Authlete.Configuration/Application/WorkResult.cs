namespace Authlete.Configuration.Application;

/// <summary>The result of the work on a target.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Message">A message for the user; null for none.</param>
/// <param name="ErrorId">The ID of the error; null if there is none.</param>
internal sealed record WorkResult(long? Id, string? Message = null, string? ErrorId = null);
