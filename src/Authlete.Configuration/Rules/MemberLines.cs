using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace Authlete.Configuration.Rules;

/// <summary>The line numbers of members in a JSON file, which is read on the first request.</summary>
/// <param name="utf8">The content of the file.</param>
internal sealed class MemberLines(byte[] utf8)
{
    private const byte LineFeed = (byte)'\n';

    private Dictionary<string, int>? _lines;

    /// <summary>The line of a member, by its path, such as <c>extension.requestableScopesEnabled</c>; null if the file doesn't contain it.</summary>
    public int? Find(string path)
    {
        _lines ??= Read();
        return _lines.TryGetValue(path, out var line) ? line : null;
    }

    private Dictionary<string, int> Read()
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var content = utf8.AsSpan();
        var mark = Encoding.UTF8.GetPreamble();
        content = content.StartsWith(mark) ? content.Slice(mark.Length) : content;
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = 256 });
        var path = new List<string>();
        var (position, line) = (0, 1);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                for (; position < reader.TokenStartIndex; position++)
                {
                    line += content[position] == LineFeed ? 1 : 0;
                }

                // A name at this depth ends deeper ones. Lists increase the depth and have no name.
                var depth = reader.CurrentDepth;
                path.RemoveRange(Math.Min(depth - 1, path.Count), path.Count - Math.Min(depth - 1, path.Count));
                while (path.Count < depth - 1)
                {
                    path.Add("");
                }

                path.Add(NameAt(ref reader));
                var name = string.Join(".", path.FindAll(part => part.Length > 0));
                if (!lines.ContainsKey(name))
                {
                    lines[name] = line;
                }
            }
        }

        return lines;
    }

    private static string NameAt(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate: no member of the API has such a name.
            return "";
        }
    }
}
