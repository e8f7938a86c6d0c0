using System.Collections.Generic;

namespace Authlete.Generator.Code;

/// <summary>
/// The type of a parameter that holds the parameters of an OAuth request. The engine offers the properties of a parameter's type as keys
/// of a dictionary, and calls no completer there.
/// </summary>
internal static class RequestParametersSource
{
    /// <param name="request">The schema of the request.</param>
    public static string NameFor(string request) => request + "Parameters";

    public static string Write(string name, IReadOnlyList<string> parameters)
    {
        var code = new CodeWriter();
        code.Line("namespace Authlete.PowerShell.Binding;").Line();
        code.Summary("The parameters of a request as one text. The properties are only the names that Tab offers, and are empty.");
        code.Line($"public sealed class {name} : SecretText");
        code.Block(body =>
        {
            body.Summary("Makes an empty text. The engine offers the properties only of a type that has such a constructor.");
            body.Line($"public {name}()");
            body.Line("    : base(\"\") { }").Line();
            body.Line($"internal {name}(string text)");
            body.Line("    : base(text) { }").Line();
            foreach (var parameter in parameters)
            {
                body.Summary($"The request parameter {parameter}.");
                body.Line($"public object? {parameter} {{ get; set; }}").Line();
            }
        });
        return code.ToString();
    }
}
