using System;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Tests.Json;
using CsCheck;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>Random bodies of responses: arbitrary bytes, and JSON that is nearly valid.</summary>
internal static class GeneratedBytes
{
    private static readonly Gen<string> s_oddJson = Gen.OneOf(
        "null",
        "[]",
        "{}",
        "\"\"",
        "{\"a\":\"\\ud800\"}",
        "{\"\\udfff\":1,\"resultCode\":\"A001101\"}",
        "{\"resultCode\":\"A001101\",\"resultCode\":{\"a\":[]}}",
        "{\"resultCode\":true,\"resultMessage\":[1]}",
        "{\"clientId\":1e400,\"modifiedAt\":-1e-400,\"createdAt\":99999999999999999999999999}",
        new string('[', 300) + new string(']', 300),
        string.Concat(Enumerable.Repeat("{\"a\":", 255)) + "1" + new string('}', 255)
    );

    /// <summary>Any JSON, including objects of the API.</summary>
    public static Gen<string> Json { get; } =
        Gen.Frequency(
            (2, GeneratedJson.Value),
            (2, GeneratedJson.Object),
            (
                4,
                GeneratedJson.ObjectWith([
                    "resultCode",
                    "resultMessage",
                    "action",
                    "clientId",
                    "clientName",
                    "apiKey",
                    "services",
                    "clients",
                    "scopes",
                    "properties",
                ])
            ),
            (1, s_oddJson)
        );

    /// <summary>Any bytes: random ones, JSON, truncated JSON, and JSON with one byte changed.</summary>
    public static Gen<byte[]> Any { get; } =
        Gen.Frequency(
            (1, Gen.Byte.Array[0, 40]),
            (3, Json.Select(Encoding.UTF8.GetBytes)),
            (2, Gen.Select(Json, Gen.Double.Unit).Select((json, at) => Encoding.UTF8.GetBytes(json)[..(int)(json.Length * at)])),
            (
                3,
                Gen.Select(Json, Gen.Double.Unit, Gen.Byte)
                    .Select(
                        (json, at, value) =>
                        {
                            var bytes = Encoding.UTF8.GetBytes(json);
                            bytes[(int)(bytes.Length * at)] = value;
                            return bytes;
                        }
                    )
            ),
            (1, Json.Select(json => Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(json)).ToArray())),
            (1, Json.Select(Encoding.Unicode.GetBytes)),
            (1, Gen.Const(Array.Empty<byte>()))
        );
}
