using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>A schema as a typed view.</summary>
internal static class ModelSource
{
    private static readonly string[] s_inherited = ["resultCode", "resultMessage", "responseContent", "hsk"];

    public static string Write(string name, SchemaFacts schema, Facts facts, bool settable, bool isPublic)
    {
        var names = schema.Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var baseClass =
            names.Contains("resultCode") && names.Contains("responseContent") ? "ContentResponse"
            : names.Contains("resultCode") && names.Contains("hsk") ? "HskResponse"
            : names.Contains("resultCode") ? "ApiResponse"
            : "JsonView";
        if (baseClass != "JsonView")
        {
            // Every answer with a result code has one; see ApiResponse.
            names.Add("type");
        }

        var own = schema.Properties.Where(property => baseClass == "JsonView" || !s_inherited.Contains(property.Name)).ToList();
        var code = new CodeWriter();
        code.Line("using Authlete.ApiClient.Json;").Line();
        code.Line("namespace Authlete.ApiClient.Models;").Line();
        code.Summary(schema.Summary);
        code.Line($"{(isPublic ? "public" : "internal")} sealed class {name} : {baseClass}")
            .Block(body =>
            {
                body.Line("internal static JsonShape TypeShape { get; } = new(");
                body.Line($"    static () => new {name}(),");
                body.Line($"    static length => new {name}[length],");
                body.Line("    " + CodeWriter.List(names.Order(StringComparer.Ordinal)) + ",");
                var nested = "    [" + string.Join(", ", Nested(schema, facts)) + "])";
                var hasTraits =
                    schema.Identity is not null
                    || schema.Required is { Count: > 0 }
                    || (settable && schema.Properties.Any(property => property.ReadOnly))
                    || schema.Properties.Any(HasTraits);
                body.Line(hasTraits ? nested : nested + ";");
                if (hasTraits)
                {
                    body.Block(traits => WriteTraits(traits, schema, settable), "};");
                }

                body.Line();
                body.Line("internal override JsonShape Shape => TypeShape;");
                foreach (var property in own)
                {
                    body.Line().Summary(property.Summary + Since(property));
                    var (type, getter, setter) = Accessors(property, facts);
                    if (settable && facts.Enums.ContainsKey(property.ItemType))
                    {
                        body.Line($"[ValuesOf(typeof(Values.{property.ItemType}))]");
                    }

                    body.Line(
                        settable && !property.ReadOnly
                            ? $"public {type} {property.PascalName} {{ get => {getter}; set => {setter}; }}"
                            : $"public {type} {property.PascalName} => {getter};"
                    );
                }
            });
        return code.ToString();
    }

    private static void WriteTraits(CodeWriter code, SchemaFacts schema, bool settable)
    {
        if (schema.Identity is { } identity)
        {
            code.Line($"Identity = \"{identity}\",");
        }

        if (
            settable
            && schema.Properties.Where(property => property.ReadOnly).Select(property => property.Name).ToList()
                is { Count: > 0 } serverManaged
        )
        {
            code.Line($"ServerManaged = {CodeWriter.List(serverManaged)},");
        }

        if (schema.Required is { Count: > 0 } required)
        {
            var members = required.Select(name => RequiredMember(name, schema.Properties.Single(property => property.Name == name).Kind));
            code.Line($"Required = [{string.Join(", ", members)}],");
        }

        var withTraits = schema.Properties.Where(HasTraits).ToList();
        if (withTraits.Count > 0)
        {
            code.Line("Traits = static () =>");
            code.Line("[");
            withTraits.ForEach(member => code.Line($"    (\"{member.Name}\", new({string.Join(", ", Traits(member))})),"));
            code.Line("],");
        }
    }

    internal static string RequiredMember(string name, string kind) => $"new(\"{name}\", MemberKind.{kind})";

    private static bool HasTraits(PropertyFacts property) =>
        property.Secret
        || property.Reported
        || property.State
        || property.Embedded is not null
        || property.List is not null
        || property.Default is not null
        || property.Assigned is not null;

    private static IEnumerable<string> Traits(PropertyFacts property)
    {
        if (property.Secret)
        {
            yield return "IsSecret: true";
        }

        if (property.Embedded is not null)
        {
            yield return "HoldsJson: true";
        }

        if (property.List is { } list)
        {
            var parts = list.Split(':');
            yield return "List: ListOrder." + char.ToUpperInvariant(parts[0][0]) + parts[0][1..];
            if (parts.Length > 1)
            {
                yield return $"Key: \"{parts[1]}\"";
            }
        }

        if (property.Reported)
        {
            yield return "IsReported: true";
        }

        if (property.Default is { } value)
        {
            yield return $"Default: \"{value.GetRawText().Replace("\"", "\\\"")}\"";
        }

        if (property.State)
        {
            yield return "IsState: true";
        }

        if (property.Assigned is { } assigned)
        {
            yield return $"Assigned: \"{assigned}\"";
        }
    }

    internal static string Since(PropertyFacts property) =>
        property.Since is { Count: > 0 } since
            ? $" Requires Authlete {string.Join(" or ", since)}{(since.Count > 1 ? "," : "")} or later."
            : "";

    private static IEnumerable<string> Nested(SchemaFacts schema, Facts facts) =>
        schema
            .Properties.Where(property =>
                facts.Schemas.ContainsKey(property.ItemType) || property is { ItemType: "object", IsArray: false }
            )
            .Select(property =>
                property.ItemType == "object"
                    ? $"(\"{property.Name}\", static () => JsonShape.Untyped)"
                    : $"(\"{property.Name}\", static () => Models.{property.ItemType}.TypeShape)"
            );

    private static (string Type, string Getter, string Setter) Accessors(PropertyFacts property, Facts facts)
    {
        var name = $"\"{property.Name}\"";
        if (property.IsTime)
        {
            var unit = property.Unit == "epoch-seconds" ? "TimeUnit.Seconds" : "TimeUnit.Milliseconds";
            return ("System.DateTimeOffset?", $"GetTime({name}, {unit})", $"SetTime({name}, value, {unit})");
        }

        var item = property.ItemType;
        var set = $"Set({name}, value)";
        if (facts.Schemas.ContainsKey(item) || item == "object")
        {
            var type = item == "object" ? "JsonView" : item;
            if (property is { IsArray: true, ItemType: "object" })
            {
                // Plain values, so that the module can wrap them for the engine.
                return ("object?[]?", $"GetValues({name})", set);
            }

            return property.IsArray ? ($"{type}[]?", $"GetViews<{type}>({name})", set) : ($"{type}?", $"GetView<{type}>({name})", set);
        }

        return (property.IsArray, item) switch
        {
            (true, "string") => ("string?[]?", $"GetStrings({name})", set),
            (true, _) when facts.Enums.ContainsKey(item) => ("string?[]?", $"GetStrings({name})", set),
            (false, "string") => ("string?", $"GetString({name})", set),
            (false, "boolean") => ("bool?", $"GetBoolean({name})", set),
            (false, "integer:int32") => ("int?", $"GetInt32({name})", set),
            (false, "integer:int64") when property.Unit is null => ("long?", $"GetIdentifier({name})", set),
            (false, "integer:int64") => ("long?", $"GetInt64({name})", set),
            (false, _) when facts.Enums.ContainsKey(item) => ("string?", $"GetString({name})", set),
            _ => throw new NotSupportedException($"No C# type for {property.Name}: {property.Type}"),
        };
    }
}
