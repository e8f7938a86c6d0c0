using System;
using System.Globalization;
using System.Reflection;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>A value for a member, and its JSON.</summary>
internal sealed record PropertySample(object Value, string Json)
{
    public static PropertySample For(SchemaProperty property)
    {
        if (property.IsStructure)
        {
            var type = property.ItemType == "object" ? typeof(JsonView) : ApiFacts.ModelType(property.ItemType);
            var view = (JsonView)Activator.CreateInstance(type)!;
            view.SetMember("set", 1.50m);
            var views = Array.CreateInstance(type, 1);
            views.SetValue(view, 0);
            return property.IsArray ? new(views, """[{"set":1.50}]""") : new(view, """{"set":1.50}""");
        }

        return (property.IsArray, property.Type, property.Unit) switch
        {
            (true, _, _) => new(new[] { "é", "NEWER" }, """["é","NEWER"]"""),
            (_, _, "epoch-milliseconds") => new(DateTimeOffset.FromUnixTimeMilliseconds(1642048148973), "1642048148973"),
            (_, _, "epoch-seconds") => new(DateTimeOffset.FromUnixTimeSeconds(1642048148), "1642048148"),
            (_, "boolean", _) => new(true, "true"),
            (_, "integer:int32", _) => new(int.MinValue, "-2147483648"),
            (_, "integer:int64", _) => new(9007199254740993L, "9007199254740993"),
            _ => new(
                "é \"set\"",
                """
                "é \"set\""
                """
            ),
        };
    }

    /// <summary>Sets the value through the property if it is writable, otherwise as a member.</summary>
    public void SetOn(JsonView view, SchemaProperty property, PropertyInfo clrProperty)
    {
        if (clrProperty.SetMethod is { IsPublic: true })
        {
            clrProperty.SetValue(view, Value);
        }
        else
        {
            view.SetMember(property.Name, Value is DateTimeOffset ? long.Parse(Json, CultureInfo.InvariantCulture) : Value);
        }
    }
}
