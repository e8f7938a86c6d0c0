using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>An enumeration as a set of strings.</summary>
internal static class ValueSetSource
{
    public static string Write(string name, EnumFacts facts)
    {
        var values = facts.Values.Concat(facts.Later ?? []).ToList();
        return new CodeWriter()
            .Line("namespace Authlete.ApiClient.Values;")
            .Line()
            .Summary(facts.Summary)
            .Line($"internal sealed class {name} : ValueSet")
            .Block(body =>
                body.Summary("Makes the set.")
                    .Line($"public {name}()")
                    .Line($"    : base({string.Join(", ", values.Select(value => $"\"{value}\""))})")
                    .Block(_ => { })
            )
            .ToString();
    }
}
