using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Comparison;

/// <summary>Compares services and clients of two sides.</summary>
/// <param name="declaredOnly">Whether to look only at what the reference speaks of.</param>
internal sealed class ConfigurationComparison(bool declaredOnly)
{
    /// <summary>The differences: the service's, then those of the clients by label.</summary>
    /// <param name="reference">The service on the reference side; null leaves the service out.</param>
    /// <param name="other">The service on the other side; null leaves the service out.</param>
    /// <param name="clients">The clients of both sides in pairs.</param>
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
            ({ } left, null) => [OnlyIn(left, left.Name, null, PropertyDifference.OnlyReference)],
            (null, { } right) => [OnlyIn(right, null, right.Name, PropertyDifference.OnlyDifference)],
            _ => [],
        };

    private IEnumerable<ConfigurationDifference> CompareObjects(ConfigurationObject reference, ConfigurationObject other)
    {
        var shape = JsonShape.Of(reference.Type);
        return new SettingsDifferences(declaredOnly)
            .Find(ToElement(reference, shape), ToElement(other, shape), shape)
            .Concat(new SecretDifferences(declaredOnly).Find(reference.Secrets, other.Secrets, shape))
            .Select(difference => new ConfigurationDifference(
                reference.Type.Name,
                reference.Label,
                other.Id,
                difference.Path,
                difference.Reference,
                difference.Difference,
                difference.SideIndicator
            ));
    }

    private static ConfigurationDifference OnlyIn(ConfigurationObject item, string? left, string? right, string sideIndicator) =>
        new(item.Type.Name, item.Label, item.Id, null, left, right, sideIndicator);

    private static System.Text.Json.JsonElement ToElement(ConfigurationObject item, JsonShape shape) =>
        JsonTree.ToElement(ApiForm.Of(item.Settings, shape));
}
