using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Protocol;

/// <summary>The claims of the standard scopes (OpenID Connect Core, section 5.4).</summary>
internal static class StandardClaims
{
    /// <summary>The claims of these scopes and names that the service supports.</summary>
    public static IReadOnlyList<string> Supported(ServiceRecord service, IEnumerable<string> scopes, IEnumerable<string> names)
    {
        var supported = service.Document.Texts("supportedClaims");
        return [.. scopes.SelectMany(OfScope).Concat(names).Distinct().Where(supported.Contains)];
    }

    private static string[] OfScope(string scope) =>
        scope switch
        {
            "profile" =>
            [
                "name",
                "family_name",
                "given_name",
                "middle_name",
                "nickname",
                "preferred_username",
                "profile",
                "picture",
                "website",
                "gender",
                "birthdate",
                "zoneinfo",
                "locale",
                "updated_at",
            ],
            "email" => ["email", "email_verified"],
            "address" => ["address"],
            "phone" => ["phone_number", "phone_number_verified"],
            _ => [],
        };
}
