using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Services;

namespace Authlete.Sandbox.Registration;

/// <summary>The values of <c>grant_type</c>, some of which are URNs.</summary>
internal static class GrantTypeNames
{
    /// <summary>The API's name. Unknown text stays, and is refused when the fields are checked.</summary>
    public static string ToApi(string value) =>
        ApiFacts.Current.Enum("GrantType")!.FirstOrDefault(name => DiscoveryDocument.GrantType(name) == value) ?? value;
}
