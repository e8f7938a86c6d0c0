namespace Authlete.ApiClient.Json;

/// <summary>Facts about a member beyond its type.</summary>
/// <param name="IsSecret">Whether the value is a secret.</param>
/// <param name="HoldsJson">Whether the value is a string that contains JSON.</param>
/// <param name="List">Whether the order of a list matters.</param>
/// <param name="Key">The member that identifies an item of a keyed list.</param>
/// <param name="IsReported">Whether the server only reports the value, and ignores it in requests.</param>
/// <param name="Default">The JSON of the server's default, if it isn't false, 0, or absent.</param>
/// <param name="IsState">Whether the value is writable but describes the state of the object instead of its configuration.</param>
/// <param name="Assigned">The value that the server assigns if the request has none. {apiKey} stands for the API key of the service.</param>
internal sealed record MemberTraits(
    bool IsSecret = false,
    bool HoldsJson = false,
    ListOrder List = ListOrder.Unspecified,
    string? Key = null,
    bool IsReported = false,
    string? Default = null,
    bool IsState = false,
    string? Assigned = null
);
