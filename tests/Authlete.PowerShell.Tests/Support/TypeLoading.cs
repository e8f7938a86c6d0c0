using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>
/// Finds the assemblies that .NET Framework must find when it loads types: those of base classes, interfaces, fields of struct or enum types, and
/// type arguments, recursively. The types of other fields, parameters, and results are resolved later.
/// </summary>
internal sealed class TypeLoading(IReadOnlyDictionary<string, AssemblyFile> ours)
{
    private readonly HashSet<(string Assembly, TypeDefinitionHandle Type)> _seen = [];
    private readonly SortedSet<string> _needed = [];

    /// <summary>One line for each dependency: the assembly, its type, and the type that needs it.</summary>
    public IEnumerable<string> Needed => _needed;

    public void LoadAllTypes(AssemblyFile assembly)
    {
        foreach (var type in assembly.Reader.TypeDefinitions)
        {
            Load(assembly, type);
        }
    }

    private void Load(AssemblyFile assembly, TypeDefinitionHandle handle)
    {
        if (!_seen.Add((assembly.Name, handle)))
        {
            return;
        }

        var reader = assembly.Reader;
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        LoadEntity(assembly, type.BaseType, name);
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            LoadEntity(assembly, reader.GetInterfaceImplementation(implementation).Interface, name);
        }

        foreach (var field in type.GetFields())
        {
            var signature = reader.GetFieldDefinition(field).DecodeSignature(new Signatures(), null);
            if (signature.IsValueType)
            {
                LoadSignature(assembly, signature, name);
            }
        }
    }

    private void LoadEntity(AssemblyFile assembly, EntityHandle handle, string user)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Load(assembly, (TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeReference:
                LoadReference(assembly, (TypeReferenceHandle)handle, user);
                break;
            case HandleKind.TypeSpecification:
                LoadSignature(
                    assembly,
                    assembly.Reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(new Signatures(), null),
                    user
                );
                break;
        }
    }

    private void LoadSignature(AssemblyFile assembly, TypeUse use, string user)
    {
        LoadEntity(assembly, use.Type, user);
        foreach (var argument in use.Arguments)
        {
            LoadSignature(assembly, argument, user);
        }
    }

    private void LoadReference(AssemblyFile assembly, TypeReferenceHandle handle, string user)
    {
        var reader = assembly.Reader;
        var reference = reader.GetTypeReference(handle);
        var outermost = reference;
        while (outermost.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            outermost = reader.GetTypeReference((TypeReferenceHandle)outermost.ResolutionScope);
        }

        var target = reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)outermost.ResolutionScope).Name);
        _needed.Add(target + ": " + reader.GetString(reference.Name) + " for " + assembly.Name + " " + user);
        if (ours.TryGetValue(target, out var other))
        {
            Load(other, Find(other, reader, reference));
        }
    }

    private static TypeDefinitionHandle Find(AssemblyFile assembly, MetadataReader reader, TypeReference reference)
    {
        var name = reader.GetString(reference.Name);
        if (reference.ResolutionScope.Kind != HandleKind.TypeReference)
        {
            return assembly.FindType(reader.GetString(reference.Namespace), name);
        }

        var declaring = Find(assembly, reader, reader.GetTypeReference((TypeReferenceHandle)reference.ResolutionScope));
        return assembly
            .Reader.GetTypeDefinition(declaring)
            .GetNestedTypes()
            .Single(nested => assembly.Reader.StringComparer.Equals(assembly.Reader.GetTypeDefinition(nested).Name, name));
    }

    /// <summary>A type in a signature: its handle in the metadata (nil for primitive types), and its type arguments.</summary>
    private sealed record TypeUse(EntityHandle Type, bool IsValueType, ImmutableArray<TypeUse> Arguments)
    {
        public static TypeUse BuiltIn { get; } = new(default, false, []);
    }

    private sealed class Signatures : ISignatureTypeProvider<TypeUse, object?>
    {
        private const byte ValueType = 0x11; // ECMA-335 II.23.1.16

        public TypeUse GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            new(handle, rawTypeKind == ValueType, []);

        public TypeUse GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            new(handle, rawTypeKind == ValueType, []);

        public TypeUse GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public TypeUse GetGenericInstantiation(TypeUse genericType, ImmutableArray<TypeUse> typeArguments) =>
            genericType with
            {
                Arguments = typeArguments,
            };

        public TypeUse GetModifiedType(TypeUse modifier, TypeUse unmodifiedType, bool isRequired) => unmodifiedType;

        public TypeUse GetArrayType(TypeUse elementType, ArrayShape shape) => TypeUse.BuiltIn;

        public TypeUse GetSZArrayType(TypeUse elementType) => TypeUse.BuiltIn;

        public TypeUse GetByReferenceType(TypeUse elementType) => TypeUse.BuiltIn;

        public TypeUse GetPointerType(TypeUse elementType) => TypeUse.BuiltIn;

        public TypeUse GetPinnedType(TypeUse elementType) => elementType;

        public TypeUse GetFunctionPointerType(MethodSignature<TypeUse> signature) => TypeUse.BuiltIn;

        public TypeUse GetGenericMethodParameter(object? genericContext, int index) => TypeUse.BuiltIn;

        public TypeUse GetGenericTypeParameter(object? genericContext, int index) => TypeUse.BuiltIn;

        public TypeUse GetPrimitiveType(PrimitiveTypeCode typeCode) => TypeUse.BuiltIn;
    }
}
