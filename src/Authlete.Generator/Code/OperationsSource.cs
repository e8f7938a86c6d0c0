using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>The table of operations.</summary>
internal static class OperationsSource
{
    public static string Write(Facts facts) =>
        new CodeWriter()
            .Line("using System.Collections.Generic;")
            .Line("using Authlete.ApiClient.Json;")
            .Line("using Authlete.ApiClient.Models;")
            .Line()
            .Line("namespace Authlete.ApiClient.Api;")
            .Line()
            .Summary("The operations of Authlete " + facts.Version + ".")
            .Line("internal static class Operations")
            .Block(body =>
            {
                foreach (var operation in facts.Operations)
                {
                    var response = operation.Response ?? "JsonView";
                    body.Summary(operation.Summary + " " + operation.Method + " " + operation.Path + ".");
                    body.Line($"public static Operation<{response}> {Name(operation)} {{ get; }} = new(");
                    var answersBody = (operation.Response ?? operation.Document) is not null && operation.Statuses?.Contains(204) != true;
                    body.Line(
                        $"    \"{operation.Id}\", \"{operation.Method}\", \"{operation.Path}\", CredentialKind.{Credential(operation)}, RetrySafety.{RetrySafety(operation)}, static () => new {response}(),"
                    );
                    var arguments = new List<string>
                    {
                        $"ownerAllowed: {Literal(operation.OwnerAllowed)}",
                        $"answersBody: {Literal(answersBody)}",
                    };
                    if (operation.SuccessActions is { Count: > 0 } actions)
                    {
                        arguments.Add($"successActions: {CodeWriter.List(actions)}");
                    }

                    if (operation.RepeatUnless is { Count: > 0 } conditions)
                    {
                        arguments.Add($"repeatUnless: [{string.Join(", ", conditions.Select(Condition))}]");
                    }

                    if (operation.Required is { } required)
                    {
                        // A document has no schema; what it must have is text.
                        arguments.Add(
                            $"required: [{string.Join(", ", required.Select(name => ModelSource.RequiredMember(name, "Text")))}]"
                        );
                    }

                    if (operation.AnswersFor is { } answersFor)
                    {
                        arguments.Add($"answersFor: {CodeWriter.List(answersFor)}");
                    }

                    if (operation.Mutates)
                    {
                        arguments.Add("mutates: true");
                    }

                    body.Line($"    {string.Join(", ", arguments)});").Line();
                }

                body.Line("private static IReadOnlyList<Operation>? s_all;").Line();
                body.Summary("All of them. Made when it is needed, because a session that calls one operation would compile every getter.");
                body.Line("public static IReadOnlyList<Operation> All => s_all ??=");
                body.Line("[");
                foreach (var operation in facts.Operations)
                {
                    body.Line("    " + Name(operation) + ",");
                }

                body.Line("];");
            })
            .ToString();

    /// <summary>auth_token_get_list_api becomes AuthTokenGetList.</summary>
    public static string Name(OperationFacts operation) =>
        string.Concat(operation.Id.Split('_').SkipLast(1).Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));

    private static string Condition(RepeatConditionFacts condition) =>
        $"new(\"{condition.Field}\""
        + (condition.Parameter is { } parameter ? $", Parameter: \"{parameter}\"" : "")
        + (condition.Value is { } value ? $", Value: \"{value}\"" : "")
        + ")";

    private static string Literal(bool value) => value ? "true" : "false";

    private static string Credential(OperationFacts operation) => operation.Credential == "serviceOwner" ? "ServiceOwner" : "Service";

    private static string RetrySafety(OperationFacts operation) =>
        operation.SafeToRepeat switch
        {
            "yes" => "Safe",
            "conditional" => "Conditional",
            "no" => "Unsafe",
            var other => throw new NotSupportedException($"{operation.Id}: safeToRepeat {other}"),
        };
}
