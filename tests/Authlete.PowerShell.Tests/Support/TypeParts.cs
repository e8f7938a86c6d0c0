using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Finds the types of other assemblies that an assembly's types use: base classes, interfaces, fields, and type arguments, also in methods.</summary>
internal sealed class TypeParts
{
    private readonly MetadataReader _reader;
    private readonly SortedSet<string> _assemblies = [];

    public TypeParts(MetadataReader reader)
    {
        _reader = reader;
        var names = new Names(this);
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            Add(type.BaseType);
            foreach (var implementation in type.GetInterfaceImplementations())
            {
                Add(reader.GetInterfaceImplementation(implementation).Interface);
            }

            foreach (var field in type.GetFields())
            {
                reader.GetFieldDefinition(field).DecodeSignature(names, null);
            }
        }

        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.TypeSpec); row++)
        {
            reader.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)).DecodeSignature(names, null);
        }

        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            reader.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).DecodeSignature(names, null);
        }
    }

    /// <summary>One line for each type, prefixed with its assembly.</summary>
    public IEnumerable<string> Assemblies => _assemblies;

    private void Add(EntityHandle handle)
    {
        if (!handle.IsNil && handle.Kind == HandleKind.TypeReference)
        {
            AddReference((TypeReferenceHandle)handle);
        }
    }

    private void AddReference(TypeReferenceHandle handle)
    {
        var reference = _reader.GetTypeReference(handle);
        if (reference.ResolutionScope.Kind == HandleKind.AssemblyReference)
        {
            var assembly = _reader.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope);
            _assemblies.Add(_reader.GetString(assembly.Name) + ": " + _reader.GetString(reference.Name));
        }
        else if (reference.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            AddReference((TypeReferenceHandle)reference.ResolutionScope);
        }
    }

    /// <summary>Records each type in a signature.</summary>
    private sealed class Names(TypeParts parts) : ISignatureTypeProvider<bool, object?>
    {
        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            parts.AddReference(handle);
            return true;
        }

        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => true;

        public bool GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => true;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

        public bool GetArrayType(bool elementType, ArrayShape shape) => true;

        public bool GetSZArrayType(bool elementType) => true;

        public bool GetByReferenceType(bool elementType) => true;

        public bool GetPointerType(bool elementType) => true;

        public bool GetPinnedType(bool elementType) => true;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

        public bool GetGenericMethodParameter(object? genericContext, int index) => true;

        public bool GetGenericTypeParameter(object? genericContext, int index) => true;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => true;
    }
}
