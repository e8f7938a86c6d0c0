using System;
using System.IO;
using Authlete.Packager;

// Authlete.Packager <staged module> <project.assets.json of the packages in desktop/> <output folder>
if (args is not [var staged, var assets, var output])
{
    Console.Error.WriteLine("usage: Authlete.Packager <staged module> <project.assets.json> <output folder>");
    return 2;
}

try
{
    var manifest = ModuleManifest.Read(Path.Combine(staged, "Authlete.psd1"));
    Directory.CreateDirectory(output);
    var name = Path.Combine(output, $"{manifest.Name}.{manifest.Version}");
    GalleryPackage.Write(manifest, staged, name + ".nupkg");
    File.WriteAllText(name + ".cdx.json", BillOfMaterials.Create(manifest, staged, assets));
    Console.WriteLine(name + ".nupkg");
    Console.WriteLine(name + ".cdx.json");
    return 0;
}
catch (PackagingException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
