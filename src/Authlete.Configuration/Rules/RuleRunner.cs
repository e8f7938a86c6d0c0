using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Rules;

/// <summary>Applies rules to one service and its clients, which pass by one after another. Knows none of the rules.</summary>
internal sealed class RuleRunner
{
    private const string NoService = "The settings of the service weren't read.";

    private readonly RuleProfile _profile;
    private readonly Suppressions _suppressions;
    private readonly ConfigurationRule[] _serviceRules;
    private readonly ConfigurationRule[] _clientRules;
    private readonly bool _needsSurvey;

    /// <param name="rules">The rules.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="suppressions">What is accepted.</param>
    public RuleRunner(IEnumerable<ConfigurationRule> rules, RuleProfile profile, Suppressions suppressions)
    {
        (_profile, _suppressions) = (profile, suppressions);
        var sorted = rules.OrderBy(rule => rule.Tier).ThenBy(rule => rule.Id, System.StringComparer.Ordinal).ToList();
        _serviceRules = [.. sorted.Where(rule => rule.Kind == RuleKind.Service)];
        _clientRules = [.. sorted.Where(rule => rule.Kind == RuleKind.Client)];
        _needsSurvey = sorted.Exists(rule => rule.NeedsClients);
        Service = SettingsReader.Missing(NoService, Log);
        Clients = new ClientSurvey(Log);
    }

    public ReadLog Log { get; } = new();

    /// <summary>The settings of the service, for the rules that compare clients with it.</summary>
    public SettingsReader Service { get; set; }

    /// <summary>What is known of the clients so far.</summary>
    public ClientSurvey Clients { get; }

    /// <summary>Applies the rules about clients, and remembers what rules about the service want to know of it.</summary>
    public IReadOnlyList<RuleFinding> CheckClient(RuleTarget client)
    {
        if (_needsSurvey)
        {
            Clients.Add(client.Settings);
        }

        return Check(_clientRules, client);
    }

    /// <summary>Applies the rules about the service, when all its clients have passed by.</summary>
    public IReadOnlyList<RuleFinding> CheckService(RuleTarget service) => Check(_serviceRules, service);

    private RuleFinding[] Check(ConfigurationRule[] rules, RuleTarget target)
    {
        var context = new RuleContext(_profile, target.Settings, Service, Clients);
        var findings = new RuleFinding[rules.Length];
        for (var i = 0; i < rules.Length; i++)
        {
            var rule = rules[i];
            Log.Clear();
            var verdict = Decide(rule, context);
            var outcome = Log.IsEmpty ? verdict.Outcome : RuleOutcome.Skipped;
            var finding = new RuleFinding(
                rule,
                target,
                outcome,
                target.IsLocked ? RuleSeverity.Info : verdict.Severity ?? rule.Severity,
                Log.IsEmpty ? verdict.Message : Log.ToString(),
                Log.IsEmpty ? verdict.Property : null
            );
            findings[i] = _suppressions.Apply(finding);
        }

        return findings;
    }

    private static Verdict Decide(ConfigurationRule rule, RuleContext context)
    {
        if (rule.NeedsService && !context.Service.IsThere)
        {
            // Notes what is missing.
            context.Service.Flag("");
            return default;
        }

        return rule.Check(context);
    }
}
