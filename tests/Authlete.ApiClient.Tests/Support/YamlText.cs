using System;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>Converts YAML to JSON. Numbers keep their notation, members their order.</summary>
internal static class YamlText
{
    private static readonly Regex s_number = new(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    public static string ToJson(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var json = new StringBuilder();
        Write(stream.Documents[0].RootNode, json);
        return json.ToString();
    }

    private static void Write(YamlNode node, StringBuilder json)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                var separator = '{';
                foreach (var (name, value) in mapping.Children)
                {
                    json.Append(separator).Append(JsonSerializer.Serialize(((YamlScalarNode)name).Value)).Append(':');
                    Write(value, json);
                    separator = ',';
                }

                json.Append(mapping.Children.Count == 0 ? "{}" : "}");
                break;
            case YamlSequenceNode sequence:
                separator = '[';
                foreach (var item in sequence.Children)
                {
                    json.Append(separator);
                    Write(item, json);
                    separator = ',';
                }

                json.Append(sequence.Children.Count == 0 ? "[]" : "]");
                break;
            case YamlScalarNode scalar:
                json.Append(Scalar(scalar.Value ?? "", scalar.Style == ScalarStyle.Plain));
                break;
            default:
                throw new NotSupportedException(node.NodeType.ToString());
        }
    }

    /// <summary>Converts a scalar. Without quotes, it can be something other than a string (YAML 1.2 section 10.2).</summary>
    private static string Scalar(string text, bool plain) =>
        text switch
        {
            "" or "~" or "null" when plain => "null",
            "true" or "false" when plain => text,
            _ when plain && s_number.IsMatch(text) => text,
            _ => JsonSerializer.Serialize(text),
        };
}
