using System;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Calls any path of the Authlete API, with JSON in and out.</summary>
/// <remarks>
/// <para>For operations that are newer than this module: the same connection, errors and cancellation as the other cmdlets, without their types. For every method but GET, and for the one GET that changes something (<c>/client/secret/refresh</c>), it asks like the cmdlets that change something: <c>-WhatIf</c> and <c>-Confirm</c> show method and path. A path that would leave the base URI is an error. The answer is a view whose members are properties under the API's own names; <c>-AsJson</c> gives its exact text. No action is taken for an error.</para>
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
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteApi", SupportsShouldProcess = true)]
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
        RunForRecord(() =>
        {
            var call = NewCall();
            var reads = call.Operation.Method == "GET" && !call.Operation.Mutates;
            if (reads || ShouldProcess(Describe(call), call.Operation.Method))
            {
                Submit(new PreparedCall(call) { Project = AsJson ? static body => body.ToJson() : null });
            }
        });

    private ApiCall NewCall()
    {
        var path = Path!;
        if (!ApiPath.IsBelowBase(path))
        {
            throw new ArgumentException(
                "-Path begins with / and stays below the base URI, such as /client/get/list: no empty part, no . or .. in any encoding, and no \\. An id stands where its name in braces does, with its special characters escaped ([uri]::EscapeDataString), and a query goes into -Query."
            );
        }

        return new ApiCall(Operation.ForPath(Method.ToUpperInvariant(), path, CredentialKind), path)
        {
            Body = ToBody(PlainValues.Unwrap(Body)),
        }.WithEncodedQuery(Query?.Reveal());
    }

    /// <summary>The call for a question, without an access token that may be a part of its path.</summary>
    private static string Describe(ApiCall call) => call.Operation.Path.Contains("{accessToken") ? call.Operation.Path : call.Path;

    private static JsonView? ToBody(object? body)
    {
        try
        {
            WellFormedText.Check(body);
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
