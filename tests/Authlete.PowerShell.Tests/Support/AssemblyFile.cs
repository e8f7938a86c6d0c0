using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>The metadata of an assembly, read without loading it.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader _file;

    public AssemblyFile(string path)
    {
        _file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
        Reader = _file.GetMetadataReader();
        Name = Reader.GetString(Reader.GetAssemblyDefinition().Name);
    }

    public MetadataReader Reader { get; }

    public string Name { get; }

    public Version Version => Reader.GetAssemblyDefinition().Version;

    /// <summary>The name and version of each referenced assembly.</summary>
    public IReadOnlyDictionary<string, Version> References =>
        Reader
            .AssemblyReferences.Select(Reader.GetAssemblyReference)
            .ToDictionary(reference => Reader.GetString(reference.Name), reference => reference.Version, StringComparer.OrdinalIgnoreCase);

    public TypeDefinitionHandle FindType(string @namespace, string name) =>
        Reader.TypeDefinitions.Single(handle =>
        {
            var type = Reader.GetTypeDefinition(handle);
            return type.GetDeclaringType().IsNil
                && Reader.StringComparer.Equals(type.Name, name)
                && Reader.StringComparer.Equals(type.Namespace, @namespace);
        });

    public void Dispose() => _file.Dispose();
}
