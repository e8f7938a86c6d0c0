using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Authlete.Tests.Shared;

/// <summary>
/// Finds the dependencies between folders of an assembly in its compiled file. A folder is a namespace below the root namespace. Types of other
/// namespaces, such as those that the compiler adds, are ignored. Uses of constants aren't visible in a compiled file.
/// </summary>
internal sealed class FolderDependencies
{
    private const string Root = "(root)";

    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _uses = [];
    private readonly MetadataReader _reader;
    private readonly string _rootNamespace;
    private readonly Dictionary<string, TypeDefinitionHandle> _types = new(StringComparer.Ordinal);

    /// <param name="assemblyPath">The file of the assembly.</param>
    /// <param name="rootNamespace">The namespace of the root folder.</param>
    public FolderDependencies(string assemblyPath, string rootNamespace)
    {
        using var file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(assemblyPath)));
        _reader = file.GetMetadataReader();
        _rootNamespace = rootNamespace;
        foreach (var type in _reader.TypeDefinitions)
        {
            _types[FullName(type)] = type;
        }

        foreach (var type in _reader.TypeDefinitions.Where(type => FolderOf(Outermost(type)) is not null))
        {
            foreach (var used in new TypeUses(_reader, file, FindNamedTypes).Of(type).Distinct())
            {
                Add(type, used);
            }
        }
    }

    /// <summary>Each use of one folder by another, with the types on both sides.</summary>
    public IEnumerable<string> Uses => _uses.Select(use => Describe(use.Key, use.Value));

    /// <summary>Finds circular dependencies: one line for each use within a circle, with some of its types.</summary>
    public IReadOnlyList<string> FindCircles() =>
        [.. _uses.Where(use => Reaches(use.Key.To, use.Key.From)).Select(use => Describe(use.Key, use.Value))];

    private static string Describe((string From, string To) folders, SortedSet<string> types) =>
        $"{folders.From} -> {folders.To}: {string.Join(", ", types.Take(3))}{(types.Count > 3 ? $" and {types.Count - 3} more" : "")}";

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var folder))
        {
            if (folder == to)
            {
                return true;
            }

            foreach (var next in _uses.Keys.Where(use => use.From == folder).Select(use => use.To).Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return false;
    }

    private void Add(TypeDefinitionHandle user, TypeDefinitionHandle used)
    {
        var (from, to) = (Outermost(user), Outermost(used));
        if (FolderOf(from) is { } fromFolder && FolderOf(to) is { } toFolder && fromFolder != toFolder)
        {
            if (!_uses.TryGetValue((fromFolder, toFolder), out var pairs))
            {
                _uses[(fromFolder, toFolder)] = pairs = new SortedSet<string>(StringComparer.Ordinal);
            }

            pairs.Add(Name(from) + " uses " + Name(to));
        }
    }

    private string? FolderOf(TypeDefinitionHandle handle)
    {
        var name = _reader.GetString(_reader.GetTypeDefinition(handle).Namespace);
        return name == _rootNamespace ? Root
            : name.StartsWith(_rootNamespace + ".", StringComparison.Ordinal) ? name[(_rootNamespace.Length + 1)..]
            : null;
    }

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle handle)
    {
        while (_reader.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer)
        {
            handle = outer;
        }

        return handle;
    }

    private string Name(TypeDefinitionHandle handle) => _reader.GetString(_reader.GetTypeDefinition(handle).Name);

    private string FullName(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? FullName(outer) + "+" + _reader.GetString(type.Name)
            : _reader.GetString(type.Namespace) + "." + _reader.GetString(type.Name);
    }

    /// <summary>Finds types in the arguments of an attribute, which contain their names as text.</summary>
    private IEnumerable<TypeDefinitionHandle> FindNamedTypes(BlobHandle arguments)
    {
        var text = Encoding.UTF8.GetString(_reader.GetBlobBytes(arguments));
        return Regex
            .Matches(text, Regex.Escape(_rootNamespace) + @"[\w.+`]+")
            .Select(match => match.Value)
            .Where(_types.ContainsKey)
            .Select(name => _types[name]);
    }
}
