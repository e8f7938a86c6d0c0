using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NuGet.Packaging;
using NuGet.ProjectModel;

namespace Authlete.Packager;

/// <summary>
/// The bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). It has no time, and its serial number is computed from
/// the rest, so the same content gives the same text.
/// </summary>
internal static class BillOfMaterials
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Create(ModuleManifest manifest, string staged, string assetsPath)
    {
        var lockFile = new LockFileFormat().Read(assetsPath);
        var own = Directory.EnumerateFiles(staged, "*.dll").Order(StringComparer.Ordinal).Select(file => DescribeOwn(manifest, file));
        var desktop = Directory
            .EnumerateFiles(Path.Combine(staged, "desktop"), "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(file => DescribePackage(lockFile, file));
        object[] components = [.. own, .. desktop];
        var module = new Dictionary<string, object>
        {
            ["type"] = "library",
            ["bom-ref"] = $"pkg:nuget/{manifest.Name}@{manifest.Version}",
            ["name"] = manifest.Name,
            ["version"] = manifest.Version,
            ["description"] = manifest.Description,
            ["licenses"] = Licenses("MIT"),
            ["purl"] = $"pkg:nuget/{manifest.Name}@{manifest.Version}?repository_url=https://www.powershellgallery.com/api/v2",
            ["externalReferences"] = new[] { new { type = "website", url = manifest.ProjectUri.ToString() } },
        };
        var document = new Dictionary<string, object>
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new { component = module },
            ["components"] = components,
        };
        document["serialNumber"] = SerialNumber(Serialize(document));
        return Serialize(document);
    }

    private static string Serialize(Dictionary<string, object> document) =>
        JsonSerializer.Serialize(document, s_options).ReplaceLineEndings("\n") + "\n";

    // GitHub attests only a bill with a serial number. It is a UUID of version 8, which allows custom bits (RFC 9562).
    private static string SerialNumber(string text)
    {
        var bits = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        bits[6] = (byte)((bits[6] & 0x0F) | 0x80);
        bits[8] = (byte)((bits[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bits, bigEndian: true)}";
    }

    private static Dictionary<string, object> DescribeOwn(ModuleManifest manifest, string file) =>
        new()
        {
            ["type"] = "file",
            ["name"] = Path.GetFileName(file),
            ["version"] = manifest.Version,
            ["licenses"] = Licenses("MIT"),
            ["hashes"] = Hashes(file),
        };

    private static Dictionary<string, object> DescribePackage(LockFile lockFile, string file)
    {
        var name = Path.GetFileName(file);
        var library =
            lockFile
                .Targets.SelectMany(target => target.Libraries)
                .FirstOrDefault(library => library.RuntimeAssemblies.Any(assembly => Path.GetFileName(assembly.Path) == name))
            ?? throw new PackagingException($"No package contains 'desktop/{name}'.");
        var identity = $"pkg:nuget/{library.Name}@{library.Version}";
        return new()
        {
            ["type"] = "library",
            ["bom-ref"] = identity,
            ["name"] = library.Name!,
            ["version"] = library.Version!.ToString(),
            ["licenses"] = Licenses(ReadLicense(lockFile, library)),
            ["purl"] = identity,
            ["hashes"] = Hashes(file),
            ["properties"] = new[] { new { name = "file", value = "desktop/" + name } },
        };
    }

    private static string ReadLicense(LockFile lockFile, LockFileTargetLibrary library)
    {
        var folder = lockFile
            .PackageFolders.Select(packages =>
                Path.Combine(packages.Path, library.Name!.ToLowerInvariant(), library.Version!.ToNormalizedString().ToLowerInvariant())
            )
            .First(Directory.Exists);
        var nuspec = new NuspecReader(Directory.EnumerateFiles(folder, "*.nuspec").Single());
        return nuspec.GetLicenseMetadata()?.License
            ?? nuspec.GetLicenseUrl()
            ?? throw new PackagingException($"The package {library.Name} has no license.");
    }

    // The license of an old package is only an address.
    private static object[] Licenses(string license) =>
        license switch
        {
            "https://github.com/dotnet/corefx/blob/master/LICENSE.TXT" => Licenses("MIT"),
            _ when Uri.TryCreate(license, UriKind.Absolute, out _) => throw new PackagingException(
                $"The license {license} is unknown. Add it to {nameof(BillOfMaterials)}."
            ),
            _ => [new { license = new { id = license } }],
        };

    private static object[] Hashes(string file) =>
        [new { alg = "SHA-256", content = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) }];
}
