using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Placeholders;

namespace Authlete.Configuration.Rules;

/// <summary>A check of a live service, a folder, or objects. Clients are checked one by one, and the service last.</summary>
internal sealed class RuleCheck
{
    private const string ServiceName = "service";
    private const string ClientNameMember = "clientName";
    private const string AliasMember = "clientIdAlias";

    private readonly List<string> _warnings = [];
    private readonly IReadOnlyList<ConfigurationRule> _rules;
    private readonly Suppressions _suppressions;
    private readonly RuleRunner _runner;
    private readonly RuleSeverity _minimum;
    private readonly int[] _failures = new int[(int)RuleSeverity.High + 1];
    private readonly MemberSlots _clientMembers;
    private RuleTarget? _service;

    /// <param name="options">What to check.</param>
    /// <exception cref="ConfigurationException">A pattern matches no rule, or the suppression file contains an error.</exception>
    public RuleCheck(RuleOptions options)
    {
        var profile = Parse<RuleProfile>(options.Profile);
        _minimum = Parse<RuleSeverity>(options.MinimumSeverity);
        _rules = RuleSelection.Select(options, profile, _warnings);
        _suppressions = options.SuppressionFile is { } file
            ? new Suppressions(SuppressionFile.Read(file), options.Now.UtcDateTime)
            : Suppressions.None;
        _runner = new RuleRunner(_rules, profile, _suppressions);
        _clientMembers = new MemberSlots(_rules, ClientNameMember, AliasMember);
    }

    /// <summary>Warnings, for example about a pattern that excludes nothing.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Whether a rule reads the settings of the service.</summary>
    public bool ReadsService => _rules.Any(rule => rule.Kind == RuleKind.Service || rule.ReadsBeside.Count > 0);

    /// <summary>Whether a rule reads the settings of clients.</summary>
    public bool ReadsClients => _rules.Any(rule => rule.Kind == RuleKind.Client || rule.NeedsClients);

    /// <summary>The number of skipped findings.</summary>
    public int SkippedCount { get; private set; }

    /// <summary>Sets the service that rules for clients also read.</summary>
    public void UseService(Service service)
    {
        var settings = new SettingsReader(service.ToElement(), _runner.Log);
        _service = new RuleTarget(RuleKind.Service, NameOf(settings.PeekText("serviceName"), service.ApiKey), settings)
        {
            Id = service.ApiKey,
        };
        _runner.Service = settings;
    }

    /// <summary>Records that the settings of the service can't be read.</summary>
    /// <param name="apiKey">The API key; null if it isn't known.</param>
    /// <param name="reason">The reason, and the remedy.</param>
    public void MissService(string? apiKey, string reason)
    {
        _runner.Service = SettingsReader.Missing(reason, _runner.Log);
        _service = new RuleTarget(RuleKind.Service, apiKey ?? ServiceName, _runner.Service)
        {
            Id = long.TryParse(apiKey, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
        };
    }

    /// <summary>Applies the rules for clients to a client.</summary>
    public RuleFindingList CheckClient(Client client) => new(CheckEach(client));

    /// <summary>Applies the rules for the service. All its clients must have been checked.</summary>
    public RuleFindingList CheckService() => new(_service is null ? [] : ShowAll(_runner.CheckService(_service)));

    /// <summary>Applies the rules to clients and to their service, if the objects contain it.</summary>
    /// <exception cref="ConfigurationException">There are several services.</exception>
    public RuleFindingList CheckObjects(IReadOnlyList<JsonView> objects)
    {
        var services = objects.OfType<Service>().ToList();
        var clients = objects.OfType<Client>().ToList();
        switch (services.Count)
        {
            case 0:
                MissService(null, "The input contains no service. Pipe the service too.");
                break;
            case 1:
                UseService(services[0]);
                break;
            default:
                throw new ConfigurationException(
                    ConfigurationProblem.SeveralServices,
                    "The input contains several services. Check them one at a time, with their clients."
                );
        }

        if (clients.Count == 0)
        {
            _runner.Clients.Gap = "The input contains no client. Pipe all clients of the service too.";
        }

        var findings = clients.SelectMany(CheckEach).ToList();
        return new RuleFindingList(services.Count == 0 ? findings : [.. findings, .. ShowAll(_runner.CheckService(_service!))]);
    }

    /// <summary>Applies the rules to a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="shownPath">The path in findings.</param>
    /// <param name="apiKey">The API key of the service; null for the only one in ids.json.</param>
    /// <param name="clients">The labels, aliases, or IDs of the clients to check; null for all clients and the service.</param>
    /// <param name="values">The values of placeholders.</param>
    public RuleFindingList CheckFolder(
        string path,
        string shownPath,
        string? apiKey,
        IReadOnlyList<string>? clients,
        PlaceholderValues values
    )
    {
        var folder = RuleFolder.Read(path, shownPath, apiKey, values, _runner.Log);
        _warnings.AddRange(folder.Warnings);
        if (folder.Service is { } service)
        {
            (_service, _runner.Service) = (service, service.Settings);
        }
        else
        {
            MissService(null, "The folder has no service.json. Export the service too.");
        }

        RequireClients(folder, clients);
        var findings = new List<RuleFinding>();
        foreach (var client in folder.Clients.Where(client => clients is null || clients.Any(name => IsNamed(client, name))))
        {
            findings.AddRange(ShowAll(_runner.CheckClient(client)));
        }

        if (clients is null)
        {
            findings.AddRange(ShowAll(_runner.CheckService(_service!)));
        }

        return new RuleFindingList(findings);
    }

    /// <summary>The number of failed findings in the output with at least this severity.</summary>
    public int CountFailures(string severity)
    {
        var count = 0;
        for (var i = (int)Parse<RuleSeverity>(severity); i < _failures.Length; i++)
        {
            count += _failures[i];
        }

        return count;
    }

    /// <summary>Messages about suppressions that matched nothing. Call it after everything is checked.</summary>
    public string[] DescribeUnusedSuppressions() =>
        [
            .. _suppressions
                .FindUnused(_rules)
                .Select(suppression =>
                    $"The suppression of {suppression.Rule} for {suppression.Target} matches no finding. Remove it if you no longer need it."
                ),
        ];

    private static void RequireClients(RuleFolder folder, IReadOnlyList<string>? clients)
    {
        foreach (var name in clients ?? [])
        {
            if (!folder.Clients.Any(client => IsNamed(client, name)))
            {
                throw new ConfigurationException(
                    ConfigurationProblem.InvalidFolder,
                    $"The folder has no client with the label, alias, or id {name}."
                );
            }
        }
    }

    private static bool IsNamed(RuleTarget client, string name) =>
        string.Equals(client.Label, name, StringComparison.OrdinalIgnoreCase)
        || client.Alias == name
        || client.Id?.ToString(CultureInfo.InvariantCulture) == name;

    private static string NameOf(string? name, long? id)
    {
        var number = id?.ToString(CultureInfo.InvariantCulture);
        return name is null ? number ?? "without a name"
            : number is null ? name
            : $"{name} ({number})";
    }

    private static T Parse<T>(string name)
        where T : struct => (T)Enum.Parse(typeof(T), name, ignoreCase: true);

    private IReadOnlyList<RuleFinding> CheckEach(Client client)
    {
        var settings = new SettingsReader(client.ToElement(), _runner.Log, _clientMembers);
        return ShowAll(
            _runner.CheckClient(
                new RuleTarget(RuleKind.Client, NameOf(settings.PeekText(ClientNameMember), client.ClientId), settings)
                {
                    Id = client.ClientId,
                    Alias = settings.PeekText(AliasMember),
                    IsLocked = client.Locked is true,
                }
            )
        );
    }

    /// <summary>Selects and counts the findings that are severe enough.</summary>
    private IReadOnlyList<RuleFinding> ShowAll(IReadOnlyList<RuleFinding> findings)
    {
        var shown = _minimum == RuleSeverity.Info ? findings : [.. findings.Where(finding => finding.Severity >= _minimum)];
        for (var i = 0; i < shown.Count; i++)
        {
            switch (shown[i].Outcome)
            {
                case RuleOutcome.Skipped:
                    SkippedCount++;
                    break;
                case RuleOutcome.Fail:
                    _failures[(int)shown[i].Severity]++;
                    break;
            }
        }

        return shown;
    }
}
