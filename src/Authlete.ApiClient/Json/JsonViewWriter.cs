using System.Collections.Generic;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>Writes a view. Everything that wasn't modified is written byte for byte as received.</summary>
internal static class JsonViewWriter
{
    public static void Write(Utf8JsonWriter writer, ReceivedJson? received, MemberOverlay overlay)
    {
        if (received is not null && !overlay.IsModified(received))
        {
            writer.WriteRawValue(received.Element.GetRawText(), skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        if (received is { IsObject: true })
        {
            WriteReceived(writer, received, overlay);
        }

        foreach (var name in overlay.Added)
        {
            overlay.TryGet(name, out var entry);
            writer.WritePropertyName(name);
            JsonWriting.Write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteReceived(Utf8JsonWriter writer, ReceivedJson received, MemberOverlay overlay)
    {
        HashSet<string>? written = null;
        foreach (var member in received.Element.EnumerateObject())
        {
            // The last of duplicate names wins, because cached values are read from it.
            var name = MemberLookup.NameOf(member);
            var last = member.Value;
            if (
                !overlay.TryGet(name, out var entry)
                || (
                    entry.Kind == MemberOverlay.EntryKind.Cached
                    && !(received.TryGetMember(name, out last) && CachedValue.IsModified(entry.Value, last))
                )
            )
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(member.Value.GetRawText(), skipInputValidation: true);
            }
            else if (entry.Kind != MemberOverlay.EntryKind.Removed && (written ??= []).Add(name))
            {
                writer.WritePropertyName(name);
                if (entry.Kind == MemberOverlay.EntryKind.Cached)
                {
                    CachedValue.Write(writer, entry.Value, last);
                }
                else
                {
                    JsonWriting.Write(writer, entry.Value);
                }
            }
        }
    }
}
