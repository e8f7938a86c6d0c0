using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;
using Authlete.Configuration.Placeholders;

namespace Authlete.Configuration.Folder;

/// <summary>Finds plain-text secrets outside secrets.json, and masks in place of secrets.</summary>
internal static class SecretPlaces
{
    // Texts that tools and people write in place of a secret.
    private static readonly Regex s_mask = new(
        @"\A\s*(?:[*•·]{3,}|[xX]{4,}|<[^<>]*>|\[\s*(?:redacted|hidden|masked|secret)\s*\])\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>Returns the problems of a settings file.</summary>
    public static IEnumerable<ConfigurationException> Check(string file, JsonMembers content, JsonShape shape) =>
        CheckMembers(file, content, shape, "");

    /// <summary>Returns the secrets of a file that are masks. Call it after placeholders are resolved.</summary>
    public static IEnumerable<ConfigurationException> CheckMasks(string file, JsonMembers secrets, string path) =>
        secrets
            .SelectMany(member => Texts(member.Value, path + member.Key))
            .Where(text => s_mask.IsMatch(text.Value))
            .Select(text => Mask(file, text.Path));

    private static IEnumerable<ConfigurationException> CheckMembers(string file, JsonMembers content, JsonShape shape, string path) =>
        content.SelectMany(member =>
        {
            var place = path + member.Key;
            return FieldKinds.Of(shape, member.Key) switch
            {
                FieldKind.Secret or FieldKind.Suspect => CheckSecret(file, member.Value, place),
                _ => CheckValue(file, member.Value, shape, member.Key, place),
            };
        });

    private static IEnumerable<ConfigurationException> CheckValue(string file, object? value, JsonShape shape, string name, string place) =>
        value switch
        {
            JsonMembers members => CheckMembers(file, members, shape.Nested(name) ?? JsonShape.Untyped, place + "."),
            List<object?> items => items.SelectMany(item => CheckItem(file, item, shape, name, place)),
            string text when shape.TraitsOf(name).HoldsJson && EmbeddedJson.Read(text) is { } embedded => CheckValue(
                file,
                embedded,
                JsonShape.Untyped,
                name,
                place
            ),
            _ => [],
        };

    private static IEnumerable<ConfigurationException> CheckItem(string file, object? item, JsonShape shape, string name, string place) =>
        item is JsonMembers pair && FieldKinds.IsSecretPair(pair)
            ? CheckSecret(file, pair.Find("value"), $"{place}[{pair.Find("key")}]")
            : CheckValue(file, item, shape, name, place);

    private static IEnumerable<ConfigurationException> CheckSecret(string file, object? value, string place)
    {
        foreach (var text in Texts(value, place).Where(text => !Placeholder.IsIn(text.Value)))
        {
            yield return s_mask.IsMatch(text.Value)
                ? Mask(file, text.Path)
                : new ConfigurationException(
                    ConfigurationProblem.ExposedSecret,
                    $"{file}: {text.Path} is a secret in plain text. Move it to {FolderFiles.Secrets}, or replace it with a placeholder, such as ${{SECRET:entry}}."
                );
        }
    }

    private static ConfigurationException Mask(string file, string place) =>
        new(ConfigurationProblem.ExposedSecret, $"{file}: {place} is a mask, not a secret. To keep the current secret, remove the member.");

    private static IEnumerable<(string Path, string Value)> Texts(object? value, string path) =>
        value switch
        {
            string text => text.Length == 0 ? [] : [(path, text)],
            JsonNumber number => [(path, number.Text)],
            JsonMembers members => members.SelectMany(member => Texts(member.Value, path + "." + member.Key)),
            List<object?> items => items.SelectMany(item => Texts(item, path)),
            _ => [],
        };
}
