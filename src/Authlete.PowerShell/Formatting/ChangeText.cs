using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Formatting;

/// <summary>What a change would do, property by property with the old and the new value; secrets masked.</summary>
internal static class ChangeText
{
    private const int MaxLength = 160;
    private const string Mask = "***";

    public static string Of(string title, IEnumerable<MemberDifference> changes)
    {
        var text = new StringBuilder(title).Append(':');
        foreach (var change in changes)
        {
            text.Append(Environment.NewLine).Append("  ").Append(change.Name).Append(": ")
                .Append(Show(change.Name, change.Left)).Append(" -> ").Append(Show(change.Name, change.Right));
        }

        return text.ToString();
    }

    private static string Show(string name, string? json)
    {
        if (json is null)
        {
            return "(absent)";
        }

        if (IsSecret(name))
        {
            return Mask;
        }

        var shown = json[0] is '{' or '[' ? Masked(JsonView.Parse("{\"v\":" + json + "}")) : json;
        return shown.Length > MaxLength ? shown.Substring(0, MaxLength) + "…" : shown;
    }

    private static string Masked(JsonView holder)
    {
        MaskBelow(holder.GetMember("v"));
        var json = holder.ToJson();
        return json.Substring(5, json.Length - 6);
    }

    private static void MaskBelow(object? value)
    {
        switch (value)
        {
            case JsonView view:
                foreach (var name in view.GetMemberNames().ToList())
                {
                    if (IsSecret(name))
                    {
                        view.SetMember(name, Mask);
                    }
                    else
                    {
                        MaskBelow(view.GetMember(name));
                    }
                }

                break;
            case object?[] items:
                Array.ForEach(items, MaskBelow);
                break;
            default:
                break;
        }
    }

    // A service's JWK Sets hold its private keys.
    private static bool IsSecret(string name) => SecretNames.Contains(name) || name.EndsWith("jwks", StringComparison.OrdinalIgnoreCase);
}
