using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>The part of a cmdlet that follows from its operation: the parameters, and how they become the call.</summary>
internal static class CmdletSource
{
    public static string Write(CmdletFacts cmdlet, Facts facts)
    {
        var operation = facts.Operation(cmdlet.Operation);
        var path = operation
            .PathNames.Select(name => new PropertyFacts(ParameterOf(name), "string", facts.PathValues[name], Required: true))
            .ToList();
        var query = operation.Query ?? [];
        var body = operation.Request is null
            ? []
            : facts
                .Schemas[operation.Request]
                .Properties.Where(field => !field.ReadOnly && cmdlet.Omit?.Contains(field.Name) != true)
                .ToList();
        var parameters = new ParametersSource(facts, cmdlet, [.. path, .. query, .. body]);

        return Start()
            .Line($"partial class {cmdlet.Class}")
            .Block(code =>
            {
                parameters.WriteAll(code);
                if (operation.OwnerAllowed)
                {
                    code.Summary("Indicates that the cmdlet uses the service owner's credential instead of the service's.");
                    code.Line("[Parameter]");
                    code.Line("public SwitchParameter ServiceOwner { get; set; }").Line();
                    code.Line(
                            "private protected override CredentialKind CredentialKind => ServiceOwner ? CredentialKind.ServiceOwner : CredentialKind.Service;"
                        )
                        .Line();
                }

                code.Line($"private protected override Operation Operation => Operations.{OperationsSource.Name(operation)};").Line();
                if (Target(path, body) is { } target)
                {
                    code.Line($"private protected override string? Target => {target};").Line();
                }

                if (cmdlet.Pipeline is [var piped])
                {
                    code.Line(PipedIdentifierSource.Write(cmdlet, piped, facts)).Line();
                }

                if (
                    path.Exists(field => field.Name == "clientId")
                    && operation.Response is { } response
                    && !facts.Schemas[response].Properties.Any(property => property.Name == "clientId")
                )
                {
                    code.Line("private protected override bool AddsClientId => true;").Line();
                }

                if (cmdlet.ContinuesWith is { } given)
                {
                    var name = char.ToUpperInvariant(given[0]) + given[1..];
                    code.Line($"private protected override Continuation Continuation => Continuation.{name};").Line();
                    code.Line($"private protected override string? ContinuationValue {{ get => {name}; set => {name} = value; }}").Line();
                }

                if (cmdlet.Change is [var action, var changed])
                {
                    code.Line(
                            $"private protected override bool ShouldSend() => ShouldProcess({Interpolated(changed)}, {WithValues(action, changed)});"
                        )
                        .Line();
                }

                code.Line("private protected override ApiCall NewCall()")
                    .Block(call =>
                    {
                        if (operation.Request is { } request)
                        {
                            call.Line($"var request = new {request}();");
                            parameters.WriteFill(call, body);
                        }

                        call.Line(
                            "return new ApiCall(Operation)"
                                + (
                                    operation.Request is not null ? " { Body = request }"
                                    : operation.EmptyBody ? " { Body = new JsonView() }"
                                    : ""
                                )
                                + string.Concat(operation.PathNames.Select(PathValue).Concat(query.Select(QueryValue)))
                                + ";"
                        );
                    });
            })
            .ToString();
    }

    public static string Write(SettingsFacts settings, Facts facts)
    {
        var fields = facts.Schemas[settings.Schema].Properties.Where(field => !field.ReadOnly).ToList();
        var parameters = new ParametersSource(facts, new CmdletFacts("Set", settings.Area, settings.Update), fields);
        string Operation(string id) => "Operations." + OperationsSource.Name(facts.Operation(id));
        return Start()
            .Summary($"The settings of a {settings.Noun}, which the cmdlets that create and change it share.")
            .Line($"public abstract class {settings.Class} : SettingsCmdlet<{settings.Schema}>")
            .Block(code =>
            {
                parameters.WriteAll(code);
                code.Line(
                        $"private protected override SettingsKind Kind {{ get; }} = new(\"{settings.Noun}\", \"{settings.Id}\", \"{settings.Name}\", "
                            + $"{Operation(settings.Create)}, {Operation(settings.Read)}, {Operation(settings.Update)});"
                    )
                    .Line();
                code.Line($"private protected override void Fill({settings.Schema} request)")
                    .Block(fill => parameters.WriteFill(fill, fields));
            })
            .ToString();
    }

    private static CodeWriter Start()
    {
        var code = new CodeWriter();
        foreach (
            var space in new[]
            {
                "System",
                "System.Management.Automation",
                "Authlete.ApiClient.Api",
                "Authlete.ApiClient.Changes",
                "Authlete.ApiClient.Json",
                "Authlete.ApiClient.Models",
                "Authlete.ApiClient.Transport",
                "Authlete.ApiClient.Values",
                "Authlete.PowerShell.Binding",
                "Authlete.PowerShell.Completion",
            }
        )
        {
            code.Line($"using {space};");
        }

        return code.Line().Line("namespace Authlete.PowerShell.Cmdlets;").Line();
    }

    /// <summary>An identifier for errors, never a secret.</summary>
    private static string? Target(IEnumerable<PropertyFacts> path, IEnumerable<PropertyFacts> body) =>
        path.Concat(body).FirstOrDefault(field => field.Name is "clientId" or "serviceApiKey" or "handle") is { } field
            ? field.PascalName + (field.Type == "string" ? "" : "?.ToString(System.Globalization.CultureInfo.InvariantCulture)")
            : null;

    /// <summary>The id of a client is one parameter, whether the path takes its alias too or not.</summary>
    private static string ParameterOf(string pathName) => pathName == "clientIdentifier" ? "clientId" : pathName;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string PathValue(string name) => $".WithPathValue(\"{name}\", {Pascal(ParameterOf(name))}!)";

    private static string QueryValue(PropertyFacts field) =>
        field.Type switch
        {
            "boolean" => $".WithQuery(\"{field.Name}\", {field.PascalName} ? \"true\" : null)",
            "string" => $".WithQuery(\"{field.Name}\", {field.PascalName})",
            _ => throw new InvalidDataException($"No query parameter can be a {field.Type} yet: {field.Name}."),
        };

    /// <summary>The action, with the values of the request where {*} stands, but for those that the action or the thing names already.</summary>
    private static string WithValues(string action, string changed)
    {
        var names = (action + changed)
            .Split('{', '}')
            .Where((part, index) => index % 2 == 1 && part != "*")
            .Select(name => $"\"{name}\"")
            .Distinct(StringComparer.Ordinal);
        return Interpolated(action).Replace(" + *", $" + RequestText.Of({string.Join(", ", names.Prepend("NewCall().Body!"))})");
    }

    /// <summary>A text in which {clientId} is the value of that parameter.</summary>
    private static string Interpolated(string text)
    {
        var parts = text.Split('{', '}');
        return string.Join(
            " + ",
            parts.Select((part, index) => index % 2 == 0 ? $"\"{part}\"" : Pascal(part)).Where(part => part != "\"\"")
        );
    }
}
