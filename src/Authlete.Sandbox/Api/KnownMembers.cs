using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace Authlete.Sandbox.Api;

/// <summary>Settings as a typed server reads them: members that their types don't have are dropped at any depth.</summary>
internal static class KnownMembers
{
    private static readonly HashSet<string> s_settings = ["Client", "Service"];

    /// <summary>Drops the members that the type doesn't have, if the body is a client or a service.</summary>
    public static void KeepOnly(ApiOperation operation, JsonObject body)
    {
        if (operation.Request is { } request && s_settings.Contains(request))
        {
            KeepOnly(ApiFacts.Current.Schema(request)!, body);
        }
    }

    private static void KeepOnly(ApiSchema schema, JsonObject json)
    {
        foreach (var name in json.Select(member => member.Key).Where(name => !schema.ByName.ContainsKey(name)).ToList())
        {
            json.Remove(name);
        }

        foreach (var member in schema.Members)
        {
            if (ApiFacts.Current.Schema(member.ElementType ?? member.Type) is not { } inner)
            {
                continue;
            }

            if (json[member.Name] is JsonObject nested)
            {
                KeepOnly(inner, nested);
            }

            foreach (var element in (json[member.Name] as JsonArray ?? []).OfType<JsonObject>())
            {
                KeepOnly(inner, element);
            }
        }
    }
}
