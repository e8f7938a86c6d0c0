using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Models;

/// <summary>For payloads of every schema, parsing and reading loses nothing.</summary>
public sealed class TypedPayloadTests
{
    private const int Samples = 12;

    public static TheoryData<string> Schemas { get; } = [.. ApiFacts.Schemas.Keys];

    public static TheoryData<string> SchemasWithParts { get; } =
    [.. ApiFacts.Schemas.Where(schema => schema.Value.Any(property => property.IsStructure)).Select(schema => schema.Key)];

    [Fact]
    public void Every_schema_is_there()
    {
        Assert.Equal(105, ApiFacts.Schemas.Count);
        Assert.All(
            ApiFacts.Schemas.SelectMany(schema => schema.Value.Select(property => (schema.Key, property))),
            pair => Assert.NotNull(ApiFacts.ClrProperty(pair.Key, pair.property))
        );
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void It_is_written_byte_for_byte_before_and_after_everything_was_read(string schema)
    {
        Gen.Select(GeneratedPayload.Of(schema), Gen.Bool)
            .Sample(
                (json, membersFirst) =>
                {
                    var view = ApiFacts.Parse(schema, json);
                    Assert.Equal(json, view.ToJson());

                    PayloadReading.ReadEverything(view, membersFirst);

                    Assert.Equal(json, view.ToJson());
                    Assert.Equal(json, System.Text.Encoding.UTF8.GetString(view.ToUtf8Json()));
                },
                iter: Samples
            );
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Reading_a_member_with_any_value_never_throws(string schema)
    {
        GeneratedPayload
            .Wild(schema)
            .Sample(
                json =>
                {
                    var view = ApiFacts.Parse(schema, json);

                    PayloadReading.ReadEverything(view, membersFirst: false);

                    Assert.Equal(json, view.ToJson());
                },
                iter: Samples
            );
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_value_of_its_own_type_reads_as_itself(string schema)
    {
        GeneratedPayload
            .Of(schema)
            .Sample(
                json =>
                {
                    using var document = JsonDocument.Parse(json);
                    var view = ApiFacts.Parse(schema, json);
                    foreach (var property in ApiFacts.Schemas[schema].Where(property => !property.IsStructure))
                    {
                        if (
                            document.RootElement.TryGetProperty(property.Name, out var value)
                            && ExpectedValue.TryGet(property, value, out var expected)
                        )
                        {
                            Assert.Equal(expected, ApiFacts.ClrProperty(schema, property).GetValue(view));
                        }
                    }
                },
                iter: Samples
            );
    }

    [Theory]
    [MemberData(nameof(SchemasWithParts))]
    public void Threads_that_read_at_once_read_the_same(string schema)
    {
        GeneratedPayload
            .Of(schema)
            .Sample(
                json =>
                {
                    var expected = PayloadReading.Describe(ApiFacts.Parse(schema, json));
                    var view = ApiFacts.Parse(schema, json);

                    Assert.All(AtOnce(() => PayloadReading.Describe(view)), text => Assert.Equal(expected, text));

                    Assert.Equal(json, view.ToJson());
                },
                iter: 3,
                threads: 1
            );
    }

    private static string[] AtOnce(Func<string> read)
    {
        var results = new string[3];
        using var start = new Barrier(results.Length);
        var threads = Array.ConvertAll(
            [0, 1, 2],
            i => new Thread(() =>
            {
                start.SignalAndWait();
                results[i] = read();
            })
        );
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return results;
    }
}
