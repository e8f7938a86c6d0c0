using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using NuGet.Common;
using NuGet.Packaging;
using NuGet.Versioning;

namespace Authlete.Packager;

/// <summary>Writes the package for the PowerShell Gallery: a NuGet package with the module's files at its root, and tags for its content.</summary>
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

        // The tags that the Gallery searches, as Publish-Module adds them. Publish-PSResource adds only the first one.
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

    // Otherwise each entry would have the current time, and the same content would give different bytes.
    private static void SetTimes(string path)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var entry in archive.Entries)
        {
            entry.LastWriteTime = s_zipEpoch;
        }
    }
}
