namespace Authlete.ApiClient.Json;

/// <summary>A member that an answer must have to count as one.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What its value must be.</param>
internal sealed record RequiredMember(string Name, MemberKind Kind);
