using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Rules;

/// <summary>Applies rules to clients, one by one, and to their service. Doesn't know individual rules.</summary>
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
    /// <param name="suppressions">The suppressions.</param>
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

    /// <summary>The settings of the service, which rules for clients also read.</summary>
    public SettingsReader Service { get; set; }

    /// <summary>Facts about the clients so far.</summary>
    public ClientSurvey Clients { get; }

    /// <summary>Applies the rules for clients, and collects facts for the rules for the service.</summary>
    public IReadOnlyList<RuleFinding> CheckClient(RuleTarget client)
    {
        if (_needsSurvey)
        {
            Clients.Add(client.Settings);
        }

        return Check(_clientRules, client);
    }

    /// <summary>Applies the rules for the service, after all its clients are checked.</summary>
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
            // Records the reason.
            context.Service.Flag("");
            return default;
        }

        return rule.Check(context);
    }
}
