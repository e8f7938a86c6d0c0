using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>Checks that the columns of the facts agree with each other and with the summaries.</summary>
internal static class FactsCheck
{
    /// <summary>One line for each contradiction.</summary>
    public static IEnumerable<string> FindProblems(Facts facts)
    {
        var properties = facts
            .Schemas.SelectMany(schema => schema.Value.Properties.Select(property => (Owner: schema.Key, Property: property)))
            .Concat(
                facts.Operations.SelectMany(operation =>
                    (operation.Query ?? []).Select(property => (Owner: operation.Id, Property: property))
                )
            );
        return properties
            .SelectMany(item => Check(item.Owner, item.Property))
            .Concat(CheckLists(facts))
            .Concat(facts.Operations.SelectMany(operation => Check(operation, facts)));
    }

    private static IEnumerable<string> Check(string owner, PropertyFacts property)
    {
        if (property.Secret != property.Summary.Contains("(secret)", StringComparison.Ordinal))
        {
            yield return $"{owner}.{property.Name}: the column secret requires \"(secret)\" in the summary, and the reverse.";
        }

        if (!property.Secret && property.Type == "string" && property.Name.EndsWith("Secret", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{owner}.{property.Name}: the name contains Secret, so the column secret is required.";
        }

        if (property.Embedded is not (null or "json") || (property.JsonArray && property.Embedded is null))
        {
            yield return $"{owner}.{property.Name}: embedded must be json, and jsonArray requires embedded.";
        }

        if (property.Reported && (property.ReadOnly || property.Default is not null))
        {
            yield return $"{owner}.{property.Name}: reported can't be combined with readOnly or default.";
        }

        if (property.State && (property.ReadOnly || property.Reported))
        {
            yield return $"{owner}.{property.Name}: state can't be combined with readOnly or reported.";
        }
    }

    /// <summary>Only lists in the settings of a client or service have the column list.</summary>
    private static IEnumerable<string> CheckLists(Facts facts)
    {
        var settings = facts.Reachable(facts.Settings.Select(kind => kind.Schema));
        foreach (var (name, schema) in facts.Schemas)
        {
            foreach (var property in schema.Properties)
            {
                var isRight =
                    property.IsArray && settings.Contains(name)
                        ? property.List is "set" or "ordered"
                            || (
                                property.List?.Split(':') is ["keyed", var key]
                                && facts.Schemas.TryGetValue(property.ItemType, out var item)
                                && item.Properties.Any(member => member.Name == key)
                            )
                        : property.List is null;
                if (!isRight)
                {
                    yield return $"{name}.{property.Name}: list must be set, ordered, or keyed:<member> for a list in settings, and is not allowed otherwise.";
                }
            }
        }
    }

    private static IEnumerable<string> Check(OperationFacts operation, Facts facts)
    {
        if (operation.SafeToRepeat == "conditional" != operation.RepeatUnless is not null)
        {
            yield return $"{operation.Id}: repeatUnless is required if safeToRepeat is conditional, and not allowed otherwise.";
        }

        foreach (var condition in operation.RepeatUnless ?? [])
        {
            if (operation.Request is not { } request || facts.Schemas[request].Properties.All(property => property.Name != condition.Field))
            {
                yield return $"{operation.Id}: the request has no field {condition.Field}.";
            }
        }

        if (operation.Response is not { } response)
        {
            yield break;
        }

        var schema = facts.Schemas[response];
        if (schema.Required is null)
        {
            yield return $"{response}: required is missing. Specify [] if no member is required.";
        }

        foreach (var name in (schema.Required ?? []).Where(name => schema.Properties.All(property => property.Name != name)))
        {
            yield return $"{response}: required contains {name}, which isn't a member.";
        }
    }
}
