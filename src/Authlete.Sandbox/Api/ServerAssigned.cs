using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Api;

/// <summary>Completes the configuration of a service or client in a request.</summary>
internal static class ServerAssigned
{
    /// <summary>A copy of the request, including unknown members, with false and 0 for missing members.</summary>
    public static JsonObject WithDefaults(string schema, JsonObject sent)
    {
        var json = (JsonObject)sent.DeepClone();
        foreach (var member in ApiFacts.Current.Schema(schema)!.Members.Where(member => json[member.Name] is null))
        {
            if (member.IsBoolean)
            {
                json[member.Name] = false;
            }
            else if (member.IsInteger)
            {
                json[member.Name] = 0;
            }
        }

        return json;
    }

    /// <summary>Sets a member if the request doesn't contain it.</summary>
    public static void Default(this JsonObject json, string name, JsonNode value)
    {
        if (json[name] is null)
        {
            json[name] = value;
        }
    }

    /// <summary>Copies members from the current configuration, and ignores their values in the request.</summary>
    public static void Keep(this JsonObject json, JsonObject current, params string[] names)
    {
        foreach (var name in names)
        {
            json.Remove(name);
            if (current[name] is { } value)
            {
                json[name] = value.DeepClone();
            }
        }
    }

    public static void SetTimes(this JsonObject json, long createdAt, long modifiedAt)
    {
        json["createdAt"] = Times.Rounded(createdAt);
        json["modifiedAt"] = Times.Rounded(modifiedAt);
    }

    /// <summary>The response to a change. Its time has milliseconds, unlike in later reads.</summary>
    public static JsonObject JustModified(this JsonObject json, long now)
    {
        json["modifiedAt"] = now;
        return json;
    }
}
