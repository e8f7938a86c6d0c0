namespace Authlete.ApiClient.Json;

/// <summary>What a type knows of a member beyond its type.</summary>
/// <param name="IsSecret">Whether the value is a secret.</param>
/// <param name="HoldsJson">Whether the value is a text with JSON in it.</param>
/// <param name="List">What the order of a list means.</param>
/// <param name="Key">The member that identifies an item of a keyed list.</param>
/// <param name="IsReported">Whether the server reports the value and ignores what is sent for it.</param>
/// <param name="Default">The JSON that the server writes if nothing is sent, other than false, 0 or nothing.</param>
/// <param name="IsState">Whether the value can be sent, but says what became of the object: it is no configuration.</param>
/// <param name="Assigned">The value that the server assigns if nothing is sent; {apiKey} is the API key of the service.</param>
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
