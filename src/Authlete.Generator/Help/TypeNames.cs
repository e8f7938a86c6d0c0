using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Numerics;
using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace Authlete.Generator.Help;

/// <summary>Types as a PowerShell user writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> s_accelerators = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(short)] = "short",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(ushort)] = "ushort",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(BigInteger)] = "bigint",
        [typeof(DateTime)] = "datetime",
        [typeof(Guid)] = "guid",
        [typeof(Hashtable)] = "hashtable",
        [typeof(PSCredential)] = "pscredential",
        [typeof(PSObject)] = "psobject",
        [typeof(ScriptBlock)] = "scriptblock",
        [typeof(SecureString)] = "securestring",
        [typeof(SwitchParameter)] = "switch",
        [typeof(TimeSpan)] = "timespan",
        [typeof(Uri)] = "uri",
        [typeof(X509Certificate2)] = "X509Certificate2",
    };

    public static bool IsSwitch(Type type) => type == typeof(SwitchParameter);

    /// <summary>Without namespace; a nullable is shown as what it may hold.</summary>
    public static string Short(Type type)
    {
        type = AsGiven(type);
        if (type.IsArray)
        {
            return Short(type.GetElementType()!) + "[]";
        }

        if (s_accelerators.TryGetValue(type, out var name))
        {
            return name;
        }

        return type.IsGenericType ? $"{WithoutArity(type.Name)}[{string.Join(',', type.GetGenericArguments().Select(Short))}]" : type.Name;
    }

    /// <summary>With namespace, as input and output types are listed.</summary>
    public static string Full(Type type)
    {
        type = AsGiven(type);
        if (type.IsArray)
        {
            return Full(type.GetElementType()!) + "[]";
        }

        return type.IsGenericType
            ? $"{type.Namespace}.{WithoutArity(type.Name)}[{string.Join(',', type.GetGenericArguments().Select(Full))}]"
            : type.FullName ?? type.Name;
    }

    /// <summary>What a user gives: a nullable's own type, and a string for a secret. That a SecureString does as well is in the description.</summary>
    private static Type AsGiven(Type type) =>
        "SecretText" == type.Name || "SecretText" == type.BaseType?.Name ? typeof(string) : Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>The last part of the dotted name in a documentation id, without arity and arguments.</summary>
    public static string LastPart(string documentationId)
    {
        var end = documentationId.IndexOf('(', StringComparison.Ordinal);
        var name = end < 0 ? documentationId : documentationId[..end];
        return WithoutArity(name[(name.LastIndexOfAny(['.', ':']) + 1)..]);
    }

    public static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string WithoutArity(string name)
    {
        var mark = name.IndexOf('`', StringComparison.Ordinal);
        return mark < 0 ? name : name[..mark];
    }
}
