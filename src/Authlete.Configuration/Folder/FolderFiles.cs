using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Folder;

/// <summary>Accesses the files of a configuration. Never reads, writes, or removes other files.</summary>
/// <param name="path">The folder.</param>
internal sealed class FolderFiles(string path)
{
    public const string Service = "service.json";
    public const string Ids = "ids.json";
    public const string Secrets = "secrets.json";

    /// <summary>The folder of the client files.</summary>
    public const string ClientsFolder = "clients";

    private const string Extension = ".json";

    // The reader ignores a byte order mark, and reports invalid UTF-8.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Path { get; } = path;

    /// <summary>Returns the relative path of a client's file, with a slash on every platform.</summary>
    public static string ClientFile(string label) => ClientsFolder + "/" + label + Extension;

    public static bool IsClientFile(string file) => file.StartsWith(ClientsFolder + "/", StringComparison.Ordinal);

    public string FullName(string file) => System.IO.Path.Combine([Path, .. file.Split('/')]);

    public bool Exists(string file) => File.Exists(FullName(file));

    /// <summary>Throws an exception if the folder has no files of a configuration.</summary>
    public void RequireConfiguration()
    {
        if (!Directory.Exists(Path))
        {
            throw new ConfigurationException(ConfigurationProblem.InvalidFolder, $"There is no folder {Path}.");
        }

        // A folder or broken link with the name of a file is an error, not a missing file.
        var names = ReadNames(Path, Path);
        if (new[] { Service, Ids, Secrets }.FirstOrDefault(file => names.Contains(file) && !Exists(file)) is { } notFile)
        {
            throw Invalid(notFile, "This isn't a file.");
        }

        if (!Exists(Service) && !Exists(Ids) && !Directory.Exists(FullName(ClientsFolder)))
        {
            throw new ConfigurationException(
                ConfigurationProblem.InvalidFolder,
                $"{Path} isn't a configuration folder: it contains none of {Service}, {ClientsFolder}/ and {Ids}. Export-AuthleteConfiguration creates such a folder."
            );
        }
    }

    /// <summary>Returns the labels of the client files, sorted. Any other file in their folder is an error.</summary>
    public string[] FindLabels()
    {
        var folder = FullName(ClientsFolder);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var labels = ReadNames(folder, ClientsFolder).Select(ToLabel).ToList();
        labels.Sort(StringComparer.Ordinal);
        return labels.GroupBy(label => label, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } repeated
            ? throw new ConfigurationException(
                ConfigurationProblem.InvalidFolder,
                $"{string.Join(" and ", repeated.Select(ClientFile))} have the same label, because labels aren't case-sensitive. Rename one of them."
            )
            : [.. labels];
    }

    private static string ToLabel(string name)
    {
        var label = name.EndsWith(Extension, StringComparison.Ordinal) ? name.Substring(0, name.Length - Extension.Length) : "";
        return ClientLabels.IsValid(label)
            ? label
            : throw new ConfigurationException(
                ConfigurationProblem.InvalidFolder,
                $"{ClientsFolder}/{name} isn't a client file. The name of a client file is a label of letters, digits and hyphens, followed by {Extension}."
            );
    }

    /// <summary>Returns the names in a folder, except hidden ones.</summary>
    private static List<string> ReadNames(string folder, string shown)
    {
        try
        {
            return
            [
                .. Directory
                    .GetFileSystemEntries(folder)
                    .Select(entry => System.IO.Path.GetFileName(entry))
                    .Where(name => !name.StartsWith(".", StringComparison.Ordinal)),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Invalid(shown, "It can't be read: " + e.Message);
        }
    }

    /// <summary>Returns the JSON object in a file; null if the file doesn't exist.</summary>
    public JsonMembers? Read(string file)
    {
        var fullName = FullName(file);
        try
        {
            if (!File.Exists(fullName))
            {
                return null;
            }

            var element = JsonReader.Read(File.ReadAllBytes(fullName));
            return JsonTree.FindRepeated(element) is { } repeated
                ? throw Invalid(file, $"{repeated} appears twice.")
                : JsonTree.Read(element) as JsonMembers ?? throw Invalid(file, "This is JSON, but not an object.");
        }
        catch (FormatException e)
        {
            throw Invalid(file, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Invalid(file, "It can't be read: " + e.Message);
        }
    }

    /// <summary>Whether a file has exactly this content.</summary>
    public bool Has(string file, byte[]? content)
    {
        try
        {
            return content is not null && File.ReadAllBytes(FullName(file)).AsSpan().SequenceEqual(content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Replaces a file atomically: writes a temporary file, and renames it.</summary>
    /// <exception cref="ConfigurationException">The file can't be written.</exception>
    public void Replace(string file, byte[] content)
    {
        var (fullName, staged) = (FullName(file), FullName("." + file + "-" + Guid.NewGuid().ToString("N")));
        try
        {
            File.WriteAllBytes(staged, content);
            if (File.Exists(fullName))
            {
                File.Replace(staged, fullName, null, ignoreMetadataErrors: true);
            }
            else
            {
                File.Move(staged, fullName);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(staged);
            throw new ConfigurationException(ConfigurationProblem.NotWritable, $"{fullName} couldn't be written: {e.Message}");
        }
    }

    private static void TryDelete(string fullName)
    {
        try
        {
            File.Delete(fullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The remaining file is hidden and harmless.
        }
    }

    public static byte[] ToBytes(JsonMembers content) => s_utf8.GetBytes(StableJson.Write(content));

    public static ConfigurationException Invalid(string file, string reason) =>
        new(ConfigurationProblem.InvalidFolder, $"{file}: {reason}");
}
