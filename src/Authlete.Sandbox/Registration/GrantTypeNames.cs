using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Services;

namespace Authlete.Sandbox.Registration;

/// <summary>The values of <c>grant_type</c>, some of which are URNs.</summary>
internal static class GrantTypeNames
{
    /// <summary>The API's name; a text that is no grant type stays, and is refused with the other fields.</summary>
    public static string ToApi(string value) =>
        ApiFacts.Current.Enum("GrantType")!.FirstOrDefault(name => DiscoveryDocument.GrantType(name) == value) ?? value;
}
