using System;
using System.Collections.Generic;
using System.Text;

namespace Authlete.Fuzz;

/// <summary>An entry point that receives untrusted text. It fails if it throws an undocumented exception or breaks a promise.</summary>
/// <param name="Name">The name, which is also that of its folder of inputs.</param>
/// <param name="Words">Words with a meaning to the target.</param>
/// <param name="Run">Runs the target with one input.</param>
internal sealed record FuzzTarget(string Name, string[] Words, Action<byte[]> Run)
{
    private static readonly string[] s_json =
    [
        "{\"a\":",
        "}",
        "[",
        "]",
        ",",
        "null",
        "true",
        "1e400",
        "-0",
        "\"\\ud800\"",
        "\\u0000",
        "\"clientId\":",
        "\"resultCode\":\"A001101\"",
        "\"resultMessage\":",
        "\"modifiedAt\":",
        "\"properties\":[{\"key\":\"k\"}]",
        "\uFEFF",
    ];

    private static readonly string[] s_uri =
    [
        "https://",
        "http://",
        "localhost",
        "..",
        "%2e",
        "%2F",
        "%5c",
        "@",
        ":443",
        "?",
        "#",
        "\\",
        "//",
        "[::1]",
    ];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("answer", s_json, JsonSurface.Answer),
        new("json", s_json, JsonSurface.Change),
        new("comparison", [.. s_json, "\n"], JsonSurface.Compare),
        new("masking", ["\n", "%2F", "***", "&", "="], TextSurface.Mask),
        new("form", ["&", "=", "+", "%20", "%", "https://a?", "#"], TextSurface.Form),
        new("path", ["\n", .. s_uri], TextSurface.Path),
        new("base-uri", s_uri, ModuleSurface.BaseUri),
        new(
            "vault",
            ["\n", "ApiKey", "ApiSecret", "ServiceOwnerApiKey", "BaseUri", "$", ":", "Bearer ", .. s_uri],
            ModuleSurface.VaultEntry
        ),
    ];

    public static string ToText(byte[] input) => Encoding.UTF8.GetString(input);

    public static void Require(bool holds, string promise)
    {
        if (!holds)
        {
            throw new InvalidOperationException("Broken: " + promise);
        }
    }
}
