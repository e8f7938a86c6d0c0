using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>The nested views of a view.</summary>
internal static class PayloadParts
{
    /// <summary>Returns the nested views, each with its path.</summary>
    public static IEnumerable<(object[] Path, JsonView View)> Find(JsonView view, JsonElement element, object[] path)
    {
        foreach (var property in PropertiesOf(view).Where(property => property.IsStructure))
        {
            object[] here = [.. path, property.Name];
            switch (ApiFacts.ClrProperty(view.GetType().Name, property).GetValue(view))
            {
                case JsonView nested:
                    yield return (here, nested);
                    foreach (var below in Find(nested, element.GetProperty(property.Name), here))
                    {
                        yield return below;
                    }

                    break;
                case JsonView[] views when element.GetProperty(property.Name) is { ValueKind: JsonValueKind.Array } array:
                    for (var i = 0; i < views.Length; i++)
                    {
                        if (views[i].IsObject)
                        {
                            yield return ([.. here, i], views[i]);
                            foreach (var below in Find(views[i], array[i], [.. here, i]))
                            {
                                yield return below;
                            }
                        }
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Changes one member.</summary>
    public static (string Name, string Json) Change(JsonView view, int at)
    {
        var properties = PropertiesOf(view);
        if (properties.Length == 0 || at % 3 == 0)
        {
            view.SetMember("set in a part", at);
            return ("set in a part", at.ToString(CultureInfo.InvariantCulture));
        }

        var property = properties[at % properties.Length];
        var sample = PropertySample.For(property);
        sample.SetOn(view, property, ApiFacts.ClrProperty(view.GetType().Name, property));
        return (property.Name, sample.Json);
    }

    private static SchemaProperty[] PropertiesOf(JsonView view) => ApiFacts.Schemas.GetValueOrDefault(view.GetType().Name, []);
}
