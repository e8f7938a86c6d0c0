using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>Whether the columns of the facts agree with each other, and with what the summaries say.</summary>
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
            yield return $"{owner}.{property.Name}: the column secret and \"(secret)\" in the summary go together.";
        }

        if (!property.Secret && property.Type == "string" && property.Name.EndsWith("Secret", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{owner}.{property.Name}: the name says secret, the column doesn't.";
        }

        if (property.Embedded is not (null or "json") || (property.JsonArray && property.Embedded is null))
        {
            yield return $"{owner}.{property.Name}: embedded is json, and jsonArray is for embedded JSON only.";
        }

        if (property.Reported && (property.ReadOnly || property.Default is not null))
        {
            yield return $"{owner}.{property.Name}: reported is for what can be sent though the server ignores it, and has no default.";
        }

        if (property.State && (property.ReadOnly || property.Reported))
        {
            yield return $"{owner}.{property.Name}: state is for what can be sent; readOnly and reported say it already.";
        }
    }

    /// <summary>Each list in the settings of a client or a service says what its order means; no other list does.</summary>
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
                    yield return $"{name}.{property.Name}: list is set, ordered or keyed:<member> for a list in settings, and absent otherwise.";
                }
            }
        }
    }

    private static IEnumerable<string> Check(OperationFacts operation, Facts facts)
    {
        if (operation.SafeToRepeat == "conditional" != operation.RepeatUnless is not null)
        {
            yield return $"{operation.Id}: repeatUnless belongs to an operation that is conditional, and to no other.";
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
            yield return $"{response}: required is missing; [] if nothing is.";
        }

        foreach (var name in (schema.Required ?? []).Where(name => schema.Properties.All(property => property.Name != name)))
        {
            yield return $"{response}: there is no {name} to require.";
        }
    }
}
