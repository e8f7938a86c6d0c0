using System;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Calls any path of the Authlete API, with JSON in and out.</summary>
/// <remarks>
/// <para>For operations that are newer than this module: the same connection, errors and cancellation as the other cmdlets, without their types. The answer is a view whose members are properties under the API's own names; <c>-AsJson</c> gives its exact text. No action is taken for an error.</para>
/// </remarks>
/// <example>
/// <para>Call an operation.</para>
/// <code>
/// (Invoke-AuthleteApi -Path /service/configuration).issuer
/// </code>
/// </example>
/// <example>
/// <para>Send a body, and get the text of the answer.</para>
/// <code>
/// Invoke-AuthleteApi -Path /auth/introspection -Method POST -Body @{ token = 'unknown' } -AsJson
/// </code>
/// </example>
/// <outputs>A view of the JSON answer, or its text; nothing where the answer has no body.</outputs>
/// <seealso cref="GetAuthleteServerInfoCommand"/>
/// <seealso>about_Authlete</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteApi")]
[OutputType(typeof(JsonView), typeof(string))]
public sealed class InvokeAuthleteApiCommand : ConnectedCmdlet
{
    /// <summary>The path relative to the base URI, such as <c>/client/get/list</c>. Identifiers in it have to be escaped.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ApiPathCompleter))]
    public string? Path { get; set; }

    /// <summary>The HTTP method.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PUT", "DELETE", "PATCH")]
    public string Method { get; set; } = "GET";

    /// <summary>The JSON body: its text, a dictionary, an object or a view.</summary>
    [Parameter]
    public object? Body { get; set; }

    /// <summary>The query parameters: a dictionary of plain values, which are escaped, or a query string.</summary>
    [Parameter]
    [FormParameters]
    public SecretText? Query { get; set; }

    /// <summary>Calls with the service owner's key and secret instead of the service's.</summary>
    [Parameter]
    public SwitchParameter ServiceOwner { get; set; }

    /// <summary>Writes the exact JSON text of the answer instead of a view.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    private protected override CredentialKind CredentialKind => ServiceOwner ? CredentialKind.ServiceOwner : CredentialKind.Service;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunForRecord(() => SendAndWrite(new PreparedCall(NewCall()) { Project = AsJson ? static body => body.ToJson() : null }));

    private ApiCall NewCall()
    {
        var path = Path!;
        if (
            !path.StartsWith("/", StringComparison.Ordinal)
            || path.IndexOfAny(['?', '#', '\\', '{', '}']) >= 0
            || path.Split('/').Any(part => part is "." or "..")
        )
        {
            throw new ArgumentException(
                "-Path begins with / and is relative to the base URI, such as /client/get/list; an id stands where its name in braces does, and a query goes into -Query."
            );
        }

        return new ApiCall(Operation.ForPath(Method.ToUpperInvariant(), path, CredentialKind), path)
        {
            Body = ToBody(PlainValues.Unwrap(Body)),
        }.WithEncodedQuery(Query?.Reveal());
    }

    private static JsonView? ToBody(object? body)
    {
        try
        {
            return body switch
            {
                null => null,
                JsonView view => view,
                string text => JsonView.Parse(text),
                _ => JsonView.Parse(PlainJson.Serialize(PlainValues.Normalize(body))),
            };
        }
        catch (FormatException e)
        {
            throw new ArgumentException("-Body: " + e.Message);
        }
    }
}
