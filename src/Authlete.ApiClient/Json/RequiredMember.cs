namespace Authlete.ApiClient.Json;

/// <summary>A member that a valid response must have.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind of its value.</param>
internal sealed record RequiredMember(string Name, MemberKind Kind);
