using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Authlete.Tests.Shared;

/// <summary>Finds the types of the same assembly that a type uses in its declaration, signatures, attributes, and code.</summary>
/// <param name="reader">The metadata of the assembly.</param>
/// <param name="file">The file that contains the code.</param>
/// <param name="findNamedTypes">Finds the types in the arguments of an attribute.</param>
internal sealed class TypeUses(MetadataReader reader, PEReader file, Func<BlobHandle, IEnumerable<TypeDefinitionHandle>> findNamedTypes)
    : ISignatureTypeProvider<IEnumerable<TypeDefinitionHandle>, object?>
{
    private static readonly Dictionary<int, OperandType> s_operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF, code => code.OperandType);

    public IEnumerable<TypeDefinitionHandle> Of(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var attributes = type.GetCustomAttributes().ToList();
        var uses = Of(type.BaseType)
            .Concat(type.GetInterfaceImplementations().SelectMany(item => Of(reader.GetInterfaceImplementation(item).Interface)))
            .Concat(OfConstraints(type.GetGenericParameters()));
        foreach (var item in type.GetFields())
        {
            var field = reader.GetFieldDefinition(item);
            uses = uses.Concat(field.DecodeSignature(this, null));
            attributes.AddRange(field.GetCustomAttributes());
        }

        foreach (var item in type.GetProperties())
        {
            attributes.AddRange(reader.GetPropertyDefinition(item).GetCustomAttributes());
        }

        foreach (var item in type.GetMethods())
        {
            var method = reader.GetMethodDefinition(item);
            uses = uses.Concat(Of(method.DecodeSignature(this, null)))
                .Concat(OfConstraints(method.GetGenericParameters()))
                .Concat(OfBody(method.RelativeVirtualAddress));
            attributes.AddRange(method.GetCustomAttributes());
            attributes.AddRange(method.GetParameters().SelectMany(parameter => reader.GetParameter(parameter).GetCustomAttributes()));
        }

        return uses.Concat(
            attributes
                .Select(reader.GetCustomAttribute)
                .SelectMany(attribute => Of(attribute.Constructor).Concat(findNamedTypes(attribute.Value)))
        );
    }

    private IEnumerable<TypeDefinitionHandle> OfConstraints(GenericParameterHandleCollection parameters) =>
        parameters
            .SelectMany(parameter => reader.GetGenericParameter(parameter).GetConstraints())
            .SelectMany(constraint => Of(reader.GetGenericParameterConstraint(constraint).Type));

    private static IEnumerable<TypeDefinitionHandle> Of(MethodSignature<IEnumerable<TypeDefinitionHandle>> signature) =>
        signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(type => type));

    private IEnumerable<TypeDefinitionHandle> Of(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return [];
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return [(TypeDefinitionHandle)handle];
            case HandleKind.TypeSpecification:
                return reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
            case HandleKind.MethodDefinition:
                return [reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()];
            case HandleKind.FieldDefinition:
                return [reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()];
            case HandleKind.MemberReference:
                return Of(reader.GetMemberReference((MemberReferenceHandle)handle).Parent);
            case HandleKind.MethodSpecification:
                var method = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                return Of(method.Method).Concat(method.DecodeSignature(this, null).SelectMany(type => type));
            case HandleKind.StandaloneSignature:
                var signature = reader.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                return signature.GetKind() == StandaloneSignatureKind.Method
                    ? Of(signature.DecodeMethodSignature(this, null))
                    : signature.DecodeLocalSignature(this, null).SelectMany(type => type);
            default:
                return [];
        }
    }

    private List<TypeDefinitionHandle> OfBody(int address)
    {
        var uses = new List<TypeDefinitionHandle>();
        if (address == 0)
        {
            return uses;
        }

        var body = file.GetMethodBody(address);
        uses.AddRange(Of(body.LocalSignature));
        uses.AddRange(body.ExceptionRegions.SelectMany(region => Of(region.CatchType)));
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int operation = code.ReadByte();
            if (operation == 0xFE)
            {
                operation = 0xFE00 | code.ReadByte();
            }

            switch (s_operands[operation])
            {
                case OperandType.InlineField
                or OperandType.InlineMethod
                or OperandType.InlineSig
                or OperandType.InlineTok
                or OperandType.InlineType:
                    uses.AddRange(Of(MetadataTokens.EntityHandle(code.ReadInt32())));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case var operand:
                    code.Offset += SizeOf(operand);
                    break;
            }
        }

        return uses;
    }

    private static int SizeOf(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };

    IEnumerable<TypeDefinitionHandle> ISimpleTypeProvider<IEnumerable<TypeDefinitionHandle>>.GetPrimitiveType(PrimitiveTypeCode typeCode) =>
        [];

    IEnumerable<TypeDefinitionHandle> ISimpleTypeProvider<IEnumerable<TypeDefinitionHandle>>.GetTypeFromDefinition(
        MetadataReader metadata,
        TypeDefinitionHandle handle,
        byte rawTypeKind
    ) => [handle];

    IEnumerable<TypeDefinitionHandle> ISimpleTypeProvider<IEnumerable<TypeDefinitionHandle>>.GetTypeFromReference(
        MetadataReader metadata,
        TypeReferenceHandle handle,
        byte rawTypeKind
    ) => [];

    IEnumerable<TypeDefinitionHandle> ISZArrayTypeProvider<IEnumerable<TypeDefinitionHandle>>.GetSZArrayType(
        IEnumerable<TypeDefinitionHandle> elementType
    ) => elementType;

    IEnumerable<TypeDefinitionHandle> IConstructedTypeProvider<IEnumerable<TypeDefinitionHandle>>.GetArrayType(
        IEnumerable<TypeDefinitionHandle> elementType,
        ArrayShape shape
    ) => elementType;

    IEnumerable<TypeDefinitionHandle> IConstructedTypeProvider<IEnumerable<TypeDefinitionHandle>>.GetByReferenceType(
        IEnumerable<TypeDefinitionHandle> elementType
    ) => elementType;

    IEnumerable<TypeDefinitionHandle> IConstructedTypeProvider<IEnumerable<TypeDefinitionHandle>>.GetPointerType(
        IEnumerable<TypeDefinitionHandle> elementType
    ) => elementType;

    IEnumerable<TypeDefinitionHandle> IConstructedTypeProvider<IEnumerable<TypeDefinitionHandle>>.GetGenericInstantiation(
        IEnumerable<TypeDefinitionHandle> genericType,
        ImmutableArray<IEnumerable<TypeDefinitionHandle>> typeArguments
    ) => genericType.Concat(typeArguments.SelectMany(type => type));

    IEnumerable<TypeDefinitionHandle> ISignatureTypeProvider<IEnumerable<TypeDefinitionHandle>, object?>.GetFunctionPointerType(
        MethodSignature<IEnumerable<TypeDefinitionHandle>> signature
    ) => Of(signature);

    IEnumerable<TypeDefinitionHandle> ISignatureTypeProvider<IEnumerable<TypeDefinitionHandle>, object?>.GetGenericMethodParameter(
        object? genericContext,
        int index
    ) => [];

    IEnumerable<TypeDefinitionHandle> ISignatureTypeProvider<IEnumerable<TypeDefinitionHandle>, object?>.GetGenericTypeParameter(
        object? genericContext,
        int index
    ) => [];

    IEnumerable<TypeDefinitionHandle> ISignatureTypeProvider<IEnumerable<TypeDefinitionHandle>, object?>.GetModifiedType(
        IEnumerable<TypeDefinitionHandle> modifier,
        IEnumerable<TypeDefinitionHandle> unmodifiedType,
        bool isRequired
    ) => unmodifiedType;

    IEnumerable<TypeDefinitionHandle> ISignatureTypeProvider<IEnumerable<TypeDefinitionHandle>, object?>.GetPinnedType(
        IEnumerable<TypeDefinitionHandle> elementType
    ) => elementType;

    IEnumerable<TypeDefinitionHandle> ISignatureTypeProvider<IEnumerable<TypeDefinitionHandle>, object?>.GetTypeFromSpecification(
        MetadataReader metadata,
        object? genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => Of(handle);
}
