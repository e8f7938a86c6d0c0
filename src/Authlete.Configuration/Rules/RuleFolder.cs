using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Json;
using Authlete.Configuration.Placeholders;

namespace Authlete.Configuration.Rules;

/// <summary>A folder for rules to check, without a server. Placeholders can lack a value.</summary>
internal sealed class RuleFolder
{
    private const string LeftOut = "An export omits {0}. To check it, check the live service, or add {0} to {1}.";

    private readonly FolderFiles _files;
    private readonly FileReading _reading;
    private readonly ReadLog _log;
    private readonly string _shownPath;

    private RuleFolder(string path, string shownPath, string? apiKey, PlaceholderValues values, ReadLog log)
    {
        (_files, _log) = (new FolderFiles(path), log);
        _shownPath = ToPrefix(shownPath);
        _files.RequireConfiguration();
        var ids = IdsFile.Read(_files);
        apiKey ??= ids.ApiKeys.Count == 1 ? ids.ApiKeys.First() : null;
        _reading = new FileReading(_files, apiKey, values);
        Service = ReadService(apiKey);
        var known = apiKey is null ? null : ids.Of(apiKey);
        Clients = [.. _files.FindLabels().Select(label => ReadClient(label, known)).OfType<RuleTarget>()];
        ConfigurationException.ThrowIfAny(_reading.Problems);
    }

    /// <summary>The service; null if the folder contains only clients.</summary>
    public RuleTarget? Service { get; }

    /// <summary>The clients, by label.</summary>
    public IReadOnlyList<RuleTarget> Clients { get; }

    /// <summary>Warnings about ignored members and possible typos.</summary>
    public IEnumerable<string> Warnings => _reading.Warnings.Concat(_reading.PossibleTypos.Select(typo => typo.Message));

    /// <param name="path">The folder.</param>
    /// <param name="shownPath">The path in findings.</param>
    /// <param name="apiKey">The API key of the service; null for the only one in ids.json.</param>
    /// <param name="values">The values of placeholders.</param>
    /// <param name="log">Records the reasons why members can't be read.</param>
    /// <exception cref="ConfigurationException">The folder contains errors; the message lists all of them.</exception>
    public static RuleFolder Read(string path, string shownPath, string? apiKey, PlaceholderValues values, ReadLog log) =>
        new(path, shownPath, apiKey, values, log);

    /// <summary>A path in the form that version control uses.</summary>
    private static string ToPrefix(string path)
    {
        var plain = path.Replace('\\', '/').TrimEnd('/');
        return plain.StartsWith("./", StringComparison.Ordinal) ? plain.Substring(2) + "/"
            : plain is "." or "" ? ""
            : plain + "/";
    }

    private RuleTarget? ReadService(string? apiKey)
    {
        if (ReadSettings<Service>(FolderFiles.Service) is not { } settings)
        {
            return null;
        }

        foreach (var member in (string[])["jwks", "hsks"])
        {
            settings.LeaveOut(member, string.Format(CultureInfo.InvariantCulture, LeftOut, member, FolderFiles.Service));
        }

        return NewTarget(
            RuleKind.Service,
            settings.PeekText("serviceName") ?? Suppression.ServiceTarget,
            settings,
            FolderFiles.Service
        ) with
        {
            Id = long.TryParse(apiKey, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
        };
    }

    private RuleTarget? ReadClient(string label, IReadOnlyDictionary<string, long>? ids)
    {
        var file = FolderFiles.ClientFile(label);
        return ReadSettings<Client>(file) is { } settings
            ? NewTarget(RuleKind.Client, label, settings, file) with
            {
                Label = label,
                Alias = settings.PeekText("clientIdAlias"),
                Id = ids is not null && ids.TryGetValue(label, out var id) ? id : null,
            }
            : null;
    }

    private RuleTarget NewTarget(RuleKind kind, string name, SettingsReader settings, string file) =>
        new(kind, name, settings) { File = _shownPath + file, Lines = new MemberLines(File.ReadAllBytes(_files.FullName(file))) };

    private SettingsReader? ReadSettings<T>(string file)
        where T : JsonView, new() =>
        _reading.ReadUnresolved<T>(file) is { } content ? new SettingsReader(JsonTree.ToElement(Mark(content)), _log) : null;

    /// <summary>Replaces each unresolved value with an object, which no member accepts.</summary>
    private static object? Mark(object? value) =>
        value switch
        {
            JsonMembers members => MarkMembers(members),
            List<object?> items => items.Select(Mark).ToList(),
            UnresolvedText text => new JsonMembers { [SettingsReader.UnreadableMark] = Explain(text) },
            _ => value,
        };

    private static JsonMembers MarkMembers(JsonMembers members)
    {
        var marked = new JsonMembers();
        foreach (var member in members)
        {
            marked[member.Key] = Mark(member.Value);
        }

        return marked;
    }

    private static string Explain(UnresolvedText text) =>
        string.Join(
            " ",
            text.Placeholders.Select(placeholder =>
                $"{text.Path} contains {placeholder.Text}, but {PlaceholderValues.Explain(placeholder)}."
            )
        );
}
