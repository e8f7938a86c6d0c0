using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Comparison;

/// <summary>Compares the services and clients of two sides.</summary>
/// <param name="declaredOnly">Whether to compare only settings that the reference has.</param>
internal sealed class ConfigurationComparison(bool declaredOnly)
{
    // Item keys in a path. The paths of placeholders don't have them.
    private static readonly Regex s_key = new(@"\[[^\]]*\]", RegexOptions.CultureInvariant);

    /// <summary>Returns the differences: those of the service first, then those of the clients by label.</summary>
    /// <param name="reference">The service on the reference side; null to omit the service.</param>
    /// <param name="other">The service on the other side; null to omit the service.</param>
    /// <param name="clients">The pairs of clients.</param>
    public DifferenceList Compare(
        ConfigurationObject? reference,
        ConfigurationObject? other,
        IEnumerable<(ConfigurationObject? Reference, ConfigurationObject? Other)> clients
    ) =>
        new([
            .. reference is null || other is null ? [] : CompareObjects(reference, other),
            .. clients
                .Where(pair => pair.Reference is not null || !declaredOnly)
                .OrderBy(pair => (pair.Reference ?? pair.Other)!.Label, StringComparer.Ordinal)
                .SelectMany(pair => ComparePair(pair.Reference, pair.Other)),
        ]);

    private IEnumerable<ConfigurationDifference> ComparePair(ConfigurationObject? reference, ConfigurationObject? other) =>
        (reference, other) switch
        {
            ({ } left, { } right) => CompareObjects(left, right),
            ({ } left, null) => [OnlyIn(left, Show(left.Name, "clientName", left), null, PropertyDifference.OnlyReference)],
            (null, { } right) => [OnlyIn(right, null, right.Name, PropertyDifference.OnlyDifference)],
            _ => [],
        };

    /// <summary>Returns the differences between two objects.</summary>
    public IEnumerable<ConfigurationDifference> CompareObjects(ConfigurationObject reference, ConfigurationObject other)
    {
        var shape = JsonShape.Of(reference.Type);
        return (
            reference.SharesSettings(other)
                ? []
                : new SettingsDifferences(declaredOnly).Find(ToElement(reference, shape), ToElement(other, shape), shape)
        )
            .Concat(new SecretDifferences(declaredOnly).Find(reference.Secrets, other.Secrets, shape))
            .Concat(CompareLocks(reference, other))
            .Select(difference => new ConfigurationDifference(
                reference.Type.Name,
                reference.Label,
                other.Id,
                difference.Path,
                Show(difference.Reference, difference.Path, reference),
                Show(difference.Difference, difference.Path, reference),
                difference.SideIndicator
            ));
    }

    private static IEnumerable<PropertyDifference> CompareLocks(ConfigurationObject reference, ConfigurationObject other) =>
        reference.IsLocked is { } isLocked && isLocked != (other.IsLocked ?? false)
            ? [new PropertyDifference("locked", isLocked, other.IsLocked ?? false, PropertyDifference.Unequal)]
            : [];

    /// <summary>Returns a value for display. Masks it if the file takes it from a secret, because the live value may be the former secret.</summary>
    public static object? Show(object? value, string path, ConfigurationObject reference)
    {
        var plain = s_key.Replace(path, "");
        return
            value is not null
            && reference.SecretPaths.Any(secret =>
                (secret + ".").StartsWith(plain + ".", StringComparison.Ordinal) || plain.StartsWith(secret + ".", StringComparison.Ordinal)
            )
            ? ShownValues.Mask
            : value;
    }

    private static ConfigurationDifference OnlyIn(ConfigurationObject item, object? left, object? right, string sideIndicator) =>
        new(item.Type.Name, item.Label, item.Id, null, left, right, sideIndicator);

    private static System.Text.Json.JsonElement ToElement(ConfigurationObject item, JsonShape shape) =>
        JsonTree.ToElement(ApiForm.Of(item.Settings, shape));
}
