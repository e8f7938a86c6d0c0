using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Tests.Json;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Models;

/// <summary>For payloads of every schema, changing one part loses nothing.</summary>
public sealed class TypedChangeTests
{
    private const int Samples = 12;

    public static TheoryData<string> Schemas { get; } = [.. ApiFacts.Schemas.Keys];

    public static TheoryData<string> SchemasWithParts { get; } =
    [.. ApiFacts.Schemas.Where(schema => schema.Value.Any(property => property.IsStructure)).Select(schema => schema.Key)];

    public static TheoryData<string> SchemasWithLists { get; } =
    [
        .. ApiFacts
            .Schemas.Where(schema => schema.Value.Any(property => property.IsArray && !property.IsStructure))
            .Select(schema => schema.Key),
    ];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Setting_a_member_keeps_all_others_as_received(string schema)
    {
        var properties = ApiFacts.Schemas[schema];
        Gen.Select(GeneratedPayload.Of(schema), Gen.Int[0, properties.Length - 1], Gen.Bool)
            .Sample(
                (json, at, read) =>
                {
                    var property = properties[at];
                    var clrProperty = ApiFacts.ClrProperty(schema, property);
                    var sample = PropertySample.For(property);
                    var view = ApiFacts.Parse(schema, json);
                    if (read)
                    {
                        PayloadReading.ReadEverything(view, membersFirst: false);
                    }

                    sample.SetOn(view, property, clrProperty);

                    using var before = JsonDocument.Parse(json);
                    using var after = JsonDocument.Parse(view.ToJson());
                    RawMembers.AssertOnlySet(before.RootElement, after.RootElement, [], property.Name, sample.Json);
                    Assert.Equal(sample.Value, clrProperty.GetValue(view));
                    Assert.Equal(view.ToJson(), ApiFacts.Parse(schema, view.ToJson()).ToJson());
                },
                iter: Samples
            );
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Setting_a_member_to_its_own_value_changes_nothing(string schema)
    {
        var properties = ApiFacts.Schemas[schema];
        GeneratedPayload
            .Of(schema)
            .Sample(
                json =>
                {
                    using var received = JsonDocument.Parse(json);
                    var view = ApiFacts.Parse(schema, json);
                    var once = received
                        .RootElement.EnumerateObject()
                        .GroupBy(member => member.Name)
                        .Where(group => group.Count() == 1)
                        .Select(group => group.Key)
                        .ToHashSet();
                    foreach (
                        var property in properties.Where(property =>
                            once.Contains(property.Name) && ExpectedValue.CanHold(property, received.RootElement.GetProperty(property.Name))
                        )
                    )
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

                    Assert.Equal(NormalizedJson.Text(json), NormalizedJson.Text(view.ToJson()));
                    Assert.Empty(JsonView.Compare(view, JsonView.Parse(json)));
                },
                iter: Samples
            );
    }

    [Theory]
    [MemberData(nameof(SchemasWithParts))]
    public void Setting_a_member_of_a_nested_object_keeps_everything_else_as_received(string schema)
    {
        Gen.Select(GeneratedPayload.Of(schema), Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Bool)
            .Sample(
                (json, part, at, read) =>
                {
                    var view = ApiFacts.Parse(schema, json);
                    if (read)
                    {
                        PayloadReading.ReadEverything(view, membersFirst: true);
                    }

                    using var before = JsonDocument.Parse(json);
                    var parts = PayloadParts.Find(view, before.RootElement, []).ToList();
                    if (parts.Count == 0)
                    {
                        return;
                    }

                    var (path, nested) = parts[part % parts.Count];
                    var (name, written) = PayloadParts.Change(nested, at);

                    using var after = JsonDocument.Parse(view.ToJson());
                    RawMembers.AssertOnlySet(before.RootElement, after.RootElement, path, name, written);
                },
                iter: Samples
            );
    }

    [Theory]
    [MemberData(nameof(SchemasWithLists))]
    public void Changing_a_list_item_in_place_keeps_everything_else_as_received(string schema)
    {
        GeneratedPayload
            .Of(schema)
            .Sample(
                json =>
                {
                    using var before = JsonDocument.Parse(json);
                    foreach (var property in ApiFacts.Schemas[schema].Where(property => property.IsArray && !property.IsStructure))
                    {
                        var view = ApiFacts.Parse(schema, json);
                        if (
                            before.RootElement.TryGetProperty(property.Name, out var items)
                            && items.ValueKind == JsonValueKind.Array
                            && items.GetArrayLength() > 0
                        )
                        {
                            ((string?[])ApiFacts.ClrProperty(schema, property).GetValue(view)!)[^1] = "changed in place";

                            var written =
                                "["
                                + string.Concat(items.EnumerateArray().SkipLast(1).Select(item => item.GetRawText() + ","))
                                + "\"changed in place\"]";
                            using var after = JsonDocument.Parse(view.ToJson());
                            RawMembers.AssertOnlySet(before.RootElement, after.RootElement, [], property.Name, written);
                        }
                    }
                },
                iter: Samples
            );
    }
}
