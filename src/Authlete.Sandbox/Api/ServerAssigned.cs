using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Api;

/// <summary>Completes the configuration of a service or a client that a caller sent.</summary>
internal static class ServerAssigned
{
    /// <summary>A copy of what was sent, unknown members included, with false and 0 where nothing was sent.</summary>
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

    /// <summary>Sets a member that was not sent.</summary>
    public static void Default(this JsonObject json, string name, JsonNode value)
    {
        if (json[name] is null)
        {
            json[name] = value;
        }
    }

    /// <summary>Takes members over from the configuration so far, whatever was sent for them.</summary>
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

    /// <summary>The answer to a change, fresh from memory: its time has milliseconds, as opposed to what is read later.</summary>
    public static JsonObject JustModified(this JsonObject json, long now)
    {
        json["modifiedAt"] = now;
        return json;
    }
}
