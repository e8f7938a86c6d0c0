using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using NuGet.Common;
using NuGet.Packaging;
using NuGet.Versioning;

namespace Authlete.Packager;

/// <summary>The module as the PowerShell Gallery takes it: its files at the root of a NuGet package, and tags that say what is in it.</summary>
internal static class GalleryPackage
{
    private static readonly DateTimeOffset s_zipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(ModuleManifest manifest, string staged, string path)
    {
        var builder = new PackageBuilder(deterministic: true, NullLogger.Instance)
        {
            Id = manifest.Name,
            Version = NuGetVersion.Parse(manifest.Version),
            Description = manifest.Description,
            Copyright = manifest.Copyright,
            ProjectUrl = manifest.ProjectUri,
            LicenseUrl = manifest.LicenseUri,
            ReleaseNotes = manifest.ReleaseNotes,
        };
        builder.Authors.Add(manifest.Author);
        builder.Owners.Add(manifest.CompanyName);

        // What the Gallery searches by, as Publish-Module adds it; Publish-PSResource adds the first one only.
        builder.Tags.AddRange(manifest.Tags);
        builder.Tags.AddRange(["PSModule", "PSIncludes_Cmdlet"]);
        foreach (var cmdlet in manifest.Cmdlets)
        {
            builder.Tags.AddRange(["PSCmdlet_" + cmdlet, "PSCommand_" + cmdlet]);
        }

        foreach (var file in Directory.EnumerateFiles(staged, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            builder.Files.Add(new PhysicalPackageFile { SourcePath = file, TargetPath = Path.GetRelativePath(staged, file) });
        }

        using (var stream = File.Create(path))
        {
            builder.Save(stream);
        }

        SetTimes(path);
    }

    // Otherwise each entry has the time of packing, and the same content would give other bytes.
    private static void SetTimes(string path)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var entry in archive.Entries)
        {
            entry.LastWriteTime = s_zipEpoch;
        }
    }
}
