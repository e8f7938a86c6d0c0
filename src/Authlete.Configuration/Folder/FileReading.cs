using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;
using Authlete.Configuration.Placeholders;

namespace Authlete.Configuration.Folder;

/// <summary>Reads and checks the files of services and clients, and collects all problems.</summary>
internal sealed class FileReading(FolderFiles files, string? apiKey, PlaceholderValues values)
{
    private const string Lock = "locked";

    public List<ConfigurationException> Problems { get; } = [];

    public List<PossibleTypo> PossibleTypos { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>Whether placeholders may be resolved from a vault.</summary>
    public bool MayAskVault { get; init; } = true;

    /// <summary>Whether the file has to be read again on a thread that may read vaults.</summary>
    public bool IsDeferred { get; private set; }

    /// <summary>Adds the problems of another file.</summary>
    public void Add(FileReading other)
    {
        Problems.AddRange(other.Problems);
        PossibleTypos.AddRange(other.PossibleTypos);
        Warnings.AddRange(other.Warnings);
    }

    /// <summary>Returns the configuration in a file; null if the file doesn't exist or is invalid.</summary>
    /// <param name="file">The file.</param>
    /// <param name="secrets">The object's secrets in secrets.json.</param>
    /// <param name="isRequired">Whether a missing file is a problem.</param>
    public ConfigurationObject? Read<T>(string file, JsonMembers? secrets, bool isRequired)
        where T : JsonView, new()
    {
        try
        {
            return files.Read(file) is { } content ? Read<T>(file, content, secrets)
                : isRequired ? throw FolderFiles.Invalid(file, "It doesn't exist or isn't a file.")
                : null;
        }
        catch (ConfigurationException problem)
        {
            Problems.Add(problem);
            return null;
        }
    }

    /// <summary>
    /// Returns only the settings in a file. Texts whose placeholders have no value become <see cref="UnresolvedText"/>. Null if the
    /// file doesn't exist or is invalid.
    /// </summary>
    /// <param name="file">The file.</param>
    public JsonMembers? ReadUnresolved<T>(string file)
        where T : JsonView, new()
    {
        try
        {
            return files.Read(file) is { } content ? ReadUnresolved<T>(file, content) : null;
        }
        catch (ConfigurationException problem)
        {
            Problems.Add(problem);
            return null;
        }
    }

    private JsonMembers? ReadUnresolved<T>(string file, JsonMembers content)
        where T : JsonView, new()
    {
        var shape = JsonShape.Of(typeof(T));
        var before = Problems.Count;
        Problems.AddRange(SecretPlaces.Check(file, content, shape));
        var resolution = new PlaceholderResolution(values);
        var resolved = resolution.Resolve(content, typeof(T));
        var serverSet = resolved.Keys.Where(name => FieldKinds.Of(shape, name) == FieldKind.ServerSet).ToList();
        serverSet.ForEach(name => resolved.Remove(name));
        WarnOfServerSet(file, serverSet);
        return Problems.Count == before && CheckType<T>(file, UnresolvedText.ReplaceWithNull(resolved), resolution.SecretPaths) is { } view
            ? UnresolvedText.Restore(ToTree(view), resolved)
            : null;
    }

    private void WarnOfServerSet(string file, IReadOnlyCollection<string> names)
    {
        if (names.Count > 0)
        {
            Warnings.Add($"{file}: ignored, because only the server sets them: {string.Join(", ", names)}.");
        }
    }

    private ConfigurationObject? Read<T>(string file, JsonMembers content, JsonMembers? secrets)
        where T : JsonView, new()
    {
        if (!MayAskVault && (Placeholder.MayNeedVault(content) || Placeholder.MayNeedVault(secrets)))
        {
            IsDeferred = true;
            return null;
        }

        var shape = JsonShape.Of(typeof(T));
        var before = Problems.Count;
        Problems.AddRange(SecretPlaces.Check(file, content, shape));
        var (whole, secretPaths) = Resolve(file, content, typeof(T));
        var (ownSecrets, _) = Resolve(FolderFiles.Secrets + " for " + file, secrets ?? [], typeof(T));
        if (Problems.Count > before)
        {
            return null;
        }

        var isLocked = typeof(T) == typeof(Client) ? TakeLock(file, whole) : null;
        var parts = SettingsParts.Divide(whole, shape, apiKey);
        var ownParts = SettingsParts.Divide(ownSecrets, shape, apiKey);
        Problems.AddRange(SecretPlaces.CheckMasks(file, parts.Secrets, ""));
        Problems.AddRange(SecretPlaces.CheckMasks(FolderFiles.Secrets, ownParts.Secrets, file + "."));
        if (Problems.Count > before)
        {
            return null;
        }

        WarnOfServerSet(file, parts.ServerSet);
        if (parts.Withheld.Count > 0)
        {
            Warnings.Add(
                $"{file}: ignored, because this module doesn't know them and their names look like those of secrets: {string.Join(", ", parts.Withheld)}."
            );
        }

        // Secrets in the file take precedence: the user added them deliberately.
        return ReadTyped<T>(file, parts, secretPaths) is { } settings
            ? new ConfigurationObject(typeof(T), settings, parts.Secrets.MergeOver(ownParts.Secrets))
            {
                SecretPaths = secretPaths,
                IsLocked = isLocked,
            }
            : null;
    }

    /// <summary>Removes and returns the lock that the file specifies. Exports never write it, because a lock is an emergency measure.</summary>
    private bool? TakeLock(string file, JsonMembers content)
    {
        if (!content.TryGetValue(Lock, out var value) || value is null)
        {
            return null;
        }

        content.Remove(Lock);
        if (value is not bool)
        {
            Problems.Add(FolderFiles.Invalid(file, $"{Lock} must be true or false."));
        }

        return value as bool?;
    }

    private (JsonMembers Resolved, IReadOnlyCollection<string> SecretPaths) Resolve(string file, JsonMembers content, Type type)
    {
        var resolution = new PlaceholderResolution(values);
        var resolved = resolution.Resolve(content, type);
        Problems.AddRange(
            resolution.Unresolved.SelectMany(text =>
                text.Placeholders.Select(placeholder => new ConfigurationException(
                    ConfigurationProblem.UnresolvedPlaceholder,
                    $"{file}: {text.Path} contains {placeholder.Text}, but {PlaceholderValues.Explain(placeholder)}."
                ))
            )
        );
        return (resolved, resolution.SecretPaths);
    }

    /// <summary>Returns the settings, checked against the type and in the API's spelling; null if they are invalid.</summary>
    private JsonMembers? ReadTyped<T>(string file, SettingsParts parts, IReadOnlyCollection<string> secretPaths)
        where T : JsonView, new() =>
        CheckType<T>(file, parts.Settings, secretPaths) switch
        {
            null => null,
            { IsModified: true } view => SettingsParts.Divide(ToTree(view), view.Shape, apiKey).Settings,
            _ => parts.Settings,
        };

    /// <summary>Returns the members, checked against the type and in the API's spelling and form; null if they are invalid.</summary>
    private T? CheckType<T>(string file, JsonMembers members, IReadOnlyCollection<string> secretPaths)
        where T : JsonView, new()
    {
        var view = new T();
        view.Attach(JsonTree.ToElement(ApiForm.Of(members, view.Shape)));
        try
        {
            view.CheckInput();
        }
        catch (FormatException e)
        {
            Problems.Add(FolderFiles.Invalid(file, e.Message));
            return null;
        }

        PossibleTypos.AddRange(
            EnumeratedMembers
                .Normalize(view)
                .Select(value => ToPossibleTypo(file, value, secretPaths.Contains(value.Name) ? ShownValues.Mask : value.Value))
        );
        PossibleTypos.AddRange(UnknownPaths.Find(view).Select(path => ToPossibleTypo(file, path, typeof(T))).OfType<PossibleTypo>());
        return view;
    }

    private static JsonMembers ToTree(JsonView view) => (JsonMembers)JsonTree.Read(view.ToElement())!;

    private static PossibleTypo ToPossibleTypo(string file, UnknownValue value, string shown) =>
        new(
            file,
            value.Name,
            value.Value,
            $"{file}: {value.Member} has the unknown value '{shown}'. "
                + (
                    NearestName.Find(value.Value, value.Known) is { } nearest
                        ? $"Did you mean {nearest}?"
                        : "Known values: " + string.Join(", ", value.Known) + "."
                )
        );

    /// <summary>Returns a possible typo; null if no known name is similar, because the member is then likely newer than this library.</summary>
    private static PossibleTypo? ToPossibleTypo(string file, string path, Type type)
    {
        var owner = type;
        var names = path.Split('.');
        foreach (var name in names.Take(names.Length - 1))
        {
            var part = PropertiesOf(owner).Single(property => MemberNames.ToJson(property.Name) == name).PropertyType;
            owner = part.IsArray ? part.GetElementType()! : part;
        }

        return NearestName.Find(names.Last(), PropertiesOf(owner).Select(property => MemberNames.ToJson(property.Name))) is { } nearest
            ? new PossibleTypo(file, path, null, $"{file}: there is no member {path}. Did you mean {nearest}?")
            : null;
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.DeclaringType != typeof(JsonView));
}
