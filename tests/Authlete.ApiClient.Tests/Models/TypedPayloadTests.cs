using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using System.Threading;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Tests.Json;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Models;

/// <summary>Payloads of every schema: nothing is lost by parsing, reading, and changing a part.</summary>
public sealed class TypedPayloadTests
{
    private const int Samples = 12;

    public static TheoryData<string> Schemas { get; } = [.. ApiFacts.Schemas.Keys];

    public static TheoryData<string> SchemasWithParts { get; } =
        [.. ApiFacts.Schemas.Where(schema => schema.Value.Any(property => property.IsStructure)).Select(schema => schema.Key)];

    public static TheoryData<string> SchemasWithLists { get; } =
        [.. ApiFacts.Schemas.Where(schema => schema.Value.Any(property => property.IsArray && !property.IsStructure)).Select(schema => schema.Key)];

    [Fact]
    public void Every_schema_is_there()
    {
        Assert.Equal(105, ApiFacts.Schemas.Count);
        Assert.All(ApiFacts.Schemas.SelectMany(schema => schema.Value.Select(property => (schema.Key, property))), pair => Assert.NotNull(ApiFacts.ClrProperty(pair.Key, pair.property)));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void It_is_written_byte_for_byte_before_and_after_everything_was_read(string schema)
    {
        Gen.Select(GeneratedPayload.Of(schema), Gen.Bool).Sample(
            (json, membersFirst) =>
            {
                var view = ApiFacts.Parse(schema, json);
                Assert.Equal(json, view.ToJson());

                ReadEverything(view, membersFirst);

                Assert.Equal(json, view.ToJson());
                Assert.Equal(json, System.Text.Encoding.UTF8.GetString(view.ToUtf8Json()));
            },
            iter: Samples);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Whatever_stands_in_a_member_reading_never_throws(string schema)
    {
        GeneratedPayload.Wild(schema).Sample(
            json =>
            {
                var view = ApiFacts.Parse(schema, json);

                ReadEverything(view, membersFirst: false);

                Assert.Equal(json, view.ToJson());
            },
            iter: Samples);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_value_of_its_own_type_reads_as_itself(string schema)
    {
        GeneratedPayload.Of(schema).Sample(
            json =>
            {
                using var document = JsonDocument.Parse(json);
                var view = ApiFacts.Parse(schema, json);
                foreach (var property in ApiFacts.Schemas[schema].Where(property => !property.IsStructure))
                {
                    if (document.RootElement.TryGetProperty(property.Name, out var value) && TryExpect(property, value, out var expected))
                    {
                        Assert.Equal(expected, ApiFacts.ClrProperty(schema, property).GetValue(view));
                    }
                }
            },
            iter: Samples);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void When_one_member_is_set_all_others_stay_as_they_came(string schema)
    {
        var properties = ApiFacts.Schemas[schema];
        Gen.Select(GeneratedPayload.Of(schema), Gen.Int[0, properties.Length - 1], Gen.Bool).Sample(
            (json, at, read) =>
            {
                var property = properties[at];
                var clrProperty = ApiFacts.ClrProperty(schema, property);
                var sample = PropertySample.For(property);
                var view = ApiFacts.Parse(schema, json);
                if (read)
                {
                    ReadEverything(view, membersFirst: false);
                }

                sample.SetOn(view, property, clrProperty);

                using var before = JsonDocument.Parse(json);
                using var after = JsonDocument.Parse(view.ToJson());
                RawMembers.AssertOnlySet(before.RootElement, after.RootElement, [], property.Name, sample.Json);
                Assert.Equal(sample.Value, clrProperty.GetValue(view));
                Assert.Equal(view.ToJson(), ApiFacts.Parse(schema, view.ToJson()).ToJson());
            },
            iter: Samples);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Set_to_what_it_is_it_means_the_same_as_before(string schema)
    {
        var properties = ApiFacts.Schemas[schema];
        GeneratedPayload.Of(schema).Sample(
            json =>
            {
                using var received = JsonDocument.Parse(json);
                var view = ApiFacts.Parse(schema, json);
                var once = received.RootElement.EnumerateObject().GroupBy(member => member.Name).Where(group => group.Count() == 1).Select(group => group.Key).ToHashSet();
                foreach (var property in properties.Where(property => once.Contains(property.Name) && KeepsItsMeaning(property, received.RootElement.GetProperty(property.Name))))
                {
                    if (ApiFacts.ClrProperty(schema, property) is { SetMethod.IsPublic: true } settable)
                    {
                        settable.SetValue(view, settable.GetValue(view));
                    }
                    else if (!property.IsTime)
                    {
                        view.SetMember(property.Name, ApiFacts.ClrProperty(schema, property).GetValue(view));
                    }
                }

                Assert.Equal(Normalised.Text(json), Normalised.Text(view.ToJson()));
                Assert.Empty(JsonView.Compare(view, JsonView.Parse(json)));
            },
            iter: Samples);
    }

    [Theory]
    [MemberData(nameof(SchemasWithParts))]
    public void When_one_member_of_a_part_is_set_all_else_stays_as_it_came(string schema)
    {
        Gen.Select(GeneratedPayload.Of(schema), Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Bool).Sample(
            (json, part, at, read) =>
            {
                var view = ApiFacts.Parse(schema, json);
                if (read)
                {
                    ReadEverything(view, membersFirst: true);
                }

                using var before = JsonDocument.Parse(json);
                var parts = Parts(view, before.RootElement, []).ToList();
                if (parts.Count == 0)
                {
                    return;
                }

                var (path, nested) = parts[part % parts.Count];
                var (name, written) = Change(nested, at);

                using var after = JsonDocument.Parse(view.ToJson());
                RawMembers.AssertOnlySet(before.RootElement, after.RootElement, path, name, written);
            },
            iter: Samples);
    }

    [Theory]
    [MemberData(nameof(SchemasWithLists))]
    public void When_one_item_of_a_list_is_changed_in_place_all_else_stays_as_it_came(string schema)
    {
        GeneratedPayload.Of(schema).Sample(
            json =>
            {
                using var before = JsonDocument.Parse(json);
                foreach (var property in ApiFacts.Schemas[schema].Where(property => property.IsArray && !property.IsStructure))
                {
                    var view = ApiFacts.Parse(schema, json);
                    if (before.RootElement.TryGetProperty(property.Name, out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0)
                    {
                        ((string?[])ApiFacts.ClrProperty(schema, property).GetValue(view)!)[^1] = "changed in place";

                        var written = "[" + string.Concat(items.EnumerateArray().SkipLast(1).Select(item => item.GetRawText() + ",")) + "\"changed in place\"]";
                        using var after = JsonDocument.Parse(view.ToJson());
                        RawMembers.AssertOnlySet(before.RootElement, after.RootElement, [], property.Name, written);
                    }
                }
            },
            iter: Samples);
    }

    [Theory]
    [MemberData(nameof(SchemasWithParts))]
    public void Threads_that_read_at_once_read_the_same(string schema)
    {
        GeneratedPayload.Of(schema).Sample(
            json =>
            {
                var expected = Described(ApiFacts.Parse(schema, json));
                var view = ApiFacts.Parse(schema, json);

                Assert.All(AtOnce(() => Described(view)), text => Assert.Equal(expected, text));

                Assert.Equal(json, view.ToJson());
            },
            iter: 3,
            threads: 1);
    }

    private static string[] AtOnce(Func<string> read)
    {
        var results = new string[3];
        using var start = new Barrier(results.Length);
        var threads = Array.ConvertAll([0, 1, 2], i => new Thread(() =>
        {
            start.SignalAndWait();
            results[i] = read();
        }));
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return results;
    }

    private static void ReadEverything(JsonView view, bool membersFirst)
    {
        if (membersFirst)
        {
            ReadMembers(view);
        }

        TypedProperties.ReadAll(view);
        ReadMembers(view);
        view.SurveyUnknownMembers();
        (view as ContentResponse)?.GetResponseObject();
    }

    private static void ReadMembers(JsonView view)
    {
        foreach (var name in view.GetMemberNames())
        {
            switch (view.GetMember(name))
            {
                case JsonView nested:
                    ReadMembers(nested);
                    break;
                case object?[] items:
                    Array.ForEach([.. items.OfType<JsonView>()], ReadMembers);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What the properties say, all of them.</summary>
    private static string Described(object? value) => value switch
    {
        JsonView view => "{" + string.Join(",", view.GetType().GetProperties().Where(property => property.Name != "ResponseParameters").Select(property => property.Name + "=" + Described(property.GetValue(view)))) + "}" + view.ToJson(),
        object?[] items => "[" + string.Join(",", items.Select(Described)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The views below a view, each with the way to it.</summary>
    private static IEnumerable<(object[] Path, JsonView View)> Parts(JsonView view, JsonElement element, object[] path)
    {
        foreach (var property in PropertiesOf(view).Where(property => property.IsStructure))
        {
            object[] here = [.. path, property.Name];
            switch (ApiFacts.ClrProperty(view.GetType().Name, property).GetValue(view))
            {
                case JsonView nested:
                    yield return (here, nested);
                    foreach (var below in Parts(nested, element.GetProperty(property.Name), here))
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
                            foreach (var below in Parts(views[i], array[i], [.. here, i]))
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

    private static (string Name, string Json) Change(JsonView view, int at)
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

    /// <summary>What a property is to read, where the value is of its type.</summary>
    private static bool TryExpect(SchemaProperty property, JsonElement value, out object? expected)
    {
        expected = null;
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.String when property.Type == "string" || ApiFacts.Enums.ContainsKey(property.Type):
                expected = value.GetString();
                return true;
            case JsonValueKind.True or JsonValueKind.False when property.Type == "boolean":
                expected = value.GetBoolean();
                return true;
            case JsonValueKind.Array when property.IsArray && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Null):
                expected = value.EnumerateArray().Select(item => item.GetString()).ToArray();
                return true;
            case JsonValueKind.Number when property.IsTime && value.TryGetInt64(out var count):
                return TryExpectTime(count, property.Unit == "epoch-seconds", out expected);
            case JsonValueKind.Number when !property.IsTime && property.Type.StartsWith("integer", StringComparison.Ordinal) && BigInteger.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                expected = property.Type == "integer:int32"
                    ? (int)BigInteger.Max(int.MinValue, BigInteger.Min(int.MaxValue, number))
                    : (object)(long)BigInteger.Max(long.MinValue, BigInteger.Min(long.MaxValue, number));
                return true;
            default:
                return false;
        }
    }

    private static bool TryExpectTime(long count, bool seconds, out object? expected)
    {
        expected = (count, seconds) switch
        {
            (0, _) => null,
            (> -5_000_000_000 and < 5_000_000_000, true) => DateTimeOffset.UnixEpoch.AddSeconds(count),
            (> -5_000_000_000_000 and < 5_000_000_000_000, false) => DateTimeOffset.UnixEpoch.AddMilliseconds(count),
            _ => null,
        };
        return count == 0 || expected is not null;
    }

    /// <summary>Whether the property's type can hold the value without loss.</summary>
    private static bool KeepsItsMeaning(SchemaProperty property, JsonElement value)
    {
        if (property.IsStructure)
        {
            return value.ValueKind == (property.IsArray ? JsonValueKind.Array : JsonValueKind.Object);
        }

        if (value.ValueKind == JsonValueKind.Null || !TryExpect(property, value, out var expected) || expected is null)
        {
            return false;
        }

        return value.ValueKind != JsonValueKind.Number || property.IsTime
            || BigInteger.Parse(value.GetRawText(), CultureInfo.InvariantCulture) == Convert.ToInt64(expected, CultureInfo.InvariantCulture);
    }
}
