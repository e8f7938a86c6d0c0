namespace Authlete.Configuration.Json;

/// <summary>A number in its original notation, of any size and precision.</summary>
/// <param name="Text">The JSON.</param>
internal sealed record JsonNumber(string Text);
