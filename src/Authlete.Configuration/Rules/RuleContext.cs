namespace Authlete.Configuration.Rules;

/// <summary>The input of a rule's predicate.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Target">The settings of the target.</param>
/// <param name="Service">The settings of the service, which can be missing.</param>
/// <param name="Clients">Facts about all clients.</param>
internal sealed record RuleContext(RuleProfile Profile, SettingsReader Target, SettingsReader Service, ClientSurvey Clients)
{
    private const string Attribute = "fapi";

    public SettingsReader Client => Target;

    /// <summary>Whether FAPI is on: in the service, or by the profile.</summary>
    public bool IsFapiOn => Profile != RuleProfile.Bcp || Service.Has("supportedServiceProfiles", "FAPI");

    /// <summary>The FAPI level of the client, from the profile or from the scopes that it can request.</summary>
    public FapiLevel ReadFapiLevel() =>
        Profile switch
        {
            RuleProfile.Fapi2 => FapiLevel.Fapi2,
            RuleProfile.Fapi1 => FapiLevel.Advanced,
            _ when !Service.Has("supportedServiceProfiles", "FAPI") => FapiLevel.None,
            _ => LevelOfScopes(),
        };

    /// <summary>The value of a scope's attribute fapi; null if the scope doesn't have it.</summary>
    public static string? FapiAttributeOf(SettingsReader scope) => ClientFacts.AttributeOf(scope, Attribute);

    private FapiLevel LevelOfScopes()
    {
        var extension = Client.Object("extension");
        var requestable = extension.Flag("requestableScopesEnabled") ? extension.Texts("requestableScopes") : null;
        var level = FapiLevel.None;
        foreach (var scope in Service.Objects("supportedScopes"))
        {
            var value = FapiAttributeOf(scope);
            if (value is "r" or "rw" && (requestable is null || ClientFacts.IsIn(requestable, scope.Text("name"))))
            {
                level = value == "rw" || level == FapiLevel.Advanced ? FapiLevel.Advanced : FapiLevel.Baseline;
            }
        }

        return level;
    }
}
