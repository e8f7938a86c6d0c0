using System;
using System.Linq;

namespace Authlete.Configuration.Reports;

/// <summary>File paths in reports: with slashes, and relative to the current folder.</summary>
internal static class FilePath
{
    /// <summary>The path from a folder; the full path if the file isn't below it.</summary>
    public static string MakeRelative(string path, string folder)
    {
        var file = path.Replace('\\', '/');
        var start = folder.Replace('\\', '/').TrimEnd('/') + "/";
        var comparison = HasDrive(start) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        file = file.StartsWith(start, comparison) ? file.Substring(start.Length) : file;
        while (file.StartsWith("./", StringComparison.Ordinal))
        {
            file = file.Substring(2).TrimStart('/');
        }

        return file;
    }

    /// <summary>A reference for a path with slashes (RFC 3986 section 4.1).</summary>
    public static string ToUri(string path)
    {
        var segments = path.Split('/').Select(Uri.EscapeDataString).ToList();
        if (!HasDrive(path))
        {
            var scheme =
                path.StartsWith("//", StringComparison.Ordinal) ? "file:"
                : path.StartsWith("/", StringComparison.Ordinal) ? "file://"
                : "";
            return scheme + string.Join("/", segments);
        }

        segments[0] = path.Substring(0, 2);
        return "file:///" + string.Join("/", segments);
    }

    private static bool HasDrive(string path) => path.Length > 2 && path[1] == ':' && path[2] == '/' && char.IsLetter(path[0]);
}
