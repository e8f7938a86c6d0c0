using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;

namespace Authlete.Packager;

/// <summary>A module manifest, read as data without running code.</summary>
internal sealed class ModuleManifest
{
    private readonly string _path;
    private readonly Hashtable _values;
    private readonly Hashtable _galleryData;

    private ModuleManifest(string path, Hashtable values)
    {
        _path = path;
        _values = values;
        _galleryData = values["PrivateData"] is Hashtable data && data["PSData"] is Hashtable gallery ? gallery : [];
    }

    public string Name => Path.GetFileNameWithoutExtension(_path);

    public string Version => Required(_values, "ModuleVersion");

    public string Author => Required(_values, "Author");

    public string CompanyName => Required(_values, "CompanyName");

    public string Copyright => Required(_values, "Copyright");

    public string Description => Required(_values, "Description");

    public Uri ProjectUri => new(Required(_galleryData, "ProjectUri"));

    public Uri LicenseUri => new(Required(_galleryData, "LicenseUri"));

    public string ReleaseNotes => Required(_galleryData, "ReleaseNotes");

    public IEnumerable<string> Tags => List(_galleryData, "Tags");

    public IEnumerable<string> Cmdlets => List(_values, "CmdletsToExport");

    /// <exception cref="PackagingException">The file is missing or isn't a manifest.</exception>
    public static ModuleManifest Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new PackagingException($"The manifest '{path}' doesn't exist. Build the module first.");
        }

        var script = Parser.ParseFile(path, out _, out var errors);
        try
        {
            if (
                errors.Length == 0
                && script.EndBlock.Statements is [PipelineAst statement]
                && statement.GetPureExpression() is HashtableAst table
                && table.SafeGetValue() is Hashtable values
            )
            {
                return new ModuleManifest(path, values);
            }
        }
        catch (InvalidOperationException)
        {
            // The manifest contains code.
        }

        throw new PackagingException($"The manifest '{path}' must contain only constants.");
    }

    private string Required(Hashtable table, string key) =>
        table[key] is string { Length: > 0 } value ? value : throw new PackagingException($"The manifest '{_path}' has no {key}.");

    private static IEnumerable<string> List(Hashtable table, string key) =>
        table[key] switch
        {
            string one => [one],
            object[] many => many.Cast<string>(),
            _ => [],
        };
}
