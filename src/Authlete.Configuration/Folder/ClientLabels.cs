using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Authlete.Configuration.Folder;

/// <summary>Assigns labels to clients. A label is the name of the client's file. Once assigned, it doesn't change.</summary>
internal static class ClientLabels
{
    private const int MaxLength = 100;

    private static readonly Regex s_label = new(@"\A[A-Za-z0-9-]{1,100}\z", RegexOptions.CultureInvariant);

    // Device names, which Windows doesn't allow as file names.
    private static readonly Regex s_device = new(
        @"\A(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public static bool IsValid(string label) => s_label.IsMatch(label) && !s_device.IsMatch(label);

    /// <summary>Returns the label of each client by its ID: the existing label, or one made from its alias, name, or ID.</summary>
    /// <param name="clients">The clients.</param>
    /// <param name="existing">The IDs by label.</param>
    public static IReadOnlyDictionary<long, string> Choose(IEnumerable<ClientName> clients, IReadOnlyDictionary<string, long> existing)
    {
        var labels = existing.ToDictionary(entry => entry.Value, entry => entry.Key);
        var taken = new HashSet<string>(existing.Keys, StringComparer.OrdinalIgnoreCase);
        var chosen = new Dictionary<long, string>();
        foreach (var client in clients.OrderBy(client => client.Id))
        {
            chosen[client.Id] = labels.TryGetValue(client.Id, out var label) ? label : NextFree(Suggest(client), taken);
        }

        return chosen;
    }

    private static string NextFree(string suggestion, HashSet<string> taken)
    {
        var label = suggestion;
        for (var number = 2; !taken.Add(label); number++)
        {
            var suffix = "-" + number.ToString(CultureInfo.InvariantCulture);
            label = suggestion.Substring(0, Math.Min(suggestion.Length, MaxLength - suffix.Length)) + suffix;
        }

        return label;
    }

    private static string Suggest(ClientName client)
    {
        var label = ToLabel(client.Alias) ?? ToLabel(client.Name) ?? "client-" + client.Id.ToString(CultureInfo.InvariantCulture);
        return s_device.IsMatch(label) ? "client-" + label : label;
    }

    /// <summary>Returns the ASCII letters and digits of a text, with hyphens between them; null if there are none.</summary>
    private static string? ToLabel(string? text)
    {
        var label = new StringBuilder();
        foreach (var character in text ?? "")
        {
            if (character is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                label.Append(character);
            }
            else if (character is >= 'A' and <= 'Z')
            {
                label.Append((char)(character | ' '));
            }
            else if (label.Length > 0 && label[label.Length - 1] != '-')
            {
                label.Append('-');
            }
        }

        var trimmed = label.ToString(0, Math.Min(label.Length, MaxLength)).TrimEnd('-');
        return trimmed.Length == 0 ? null : trimmed;
    }
}
