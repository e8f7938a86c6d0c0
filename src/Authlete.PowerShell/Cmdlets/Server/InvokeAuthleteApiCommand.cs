using System;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Calls any path of the Authlete API, with JSON as input and output.</summary>
/// <remarks>
/// <para>Use this cmdlet for operations that this module doesn't know. It has the same connection, errors and cancellation as the other cmdlets. The members of the response are properties under the API's own names. With <c>-AsJson</c>, the cmdlet returns the exact text. Every action is a result and not an error.</para>
/// <para><c>-WhatIf</c> and <c>-Confirm</c> work for every method except GET, and for /client/secret/refresh, a GET that changes something. A path that leaves the base URI is an error.</para>
/// </remarks>
/// <example>
/// <para>Call an operation.</para>
/// <code>
/// (Invoke-AuthleteApi -Path /service/configuration).issuer
/// </code>
/// </example>
/// <example>
/// <para>Send a body, and get the text of the response.</para>
/// <code>
/// Invoke-AuthleteApi -Path /auth/introspection -Method POST `
///     -Body @{ token = 'unknown' } -AsJson
/// </code>
/// </example>
/// <outputs type="Authlete.ApiClient.Json.JsonView">The response, with its members as properties. If the response has no body, there is no output.</outputs>
/// <outputs type="System.String">The JSON text of the response, if you specify <c>-AsJson</c>.</outputs>
/// <seealso cref="GetAuthleteServerInfoCommand"/>
/// <seealso cref="GetAuthleteResultCodeCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteApi", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "Invoke-AuthleteApi.md")]
[OutputType(typeof(JsonView), typeof(string))]
public sealed class InvokeAuthleteApiCommand : ConnectedCmdlet
{
    /// <summary>The path relative to the base URI, such as <c>/client/get/list</c>. Escape identifiers in the path.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ApiPathCompleter))]
    public string? Path { get; set; }

    /// <summary>The HTTP method.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PUT", "DELETE", "PATCH")]
    public string Method { get; set; } = "GET";

    /// <summary>The JSON body of the request: text, a dictionary, or an object.</summary>
    [Parameter]
    public object? Body { get; set; }

    /// <summary>The query parameters: a query string, or a dictionary, whose values the cmdlet escapes.</summary>
    [Parameter]
    [FormParameters]
    public SecretText? Query { get; set; }

    /// <summary>Indicates that the cmdlet uses the service owner's credential instead of the service's.</summary>
    [Parameter]
    public SwitchParameter ServiceOwner { get; set; }

    /// <summary>Indicates that the cmdlet returns the exact JSON text of the response instead of an object.</summary>
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
                "-Path must be a path below the base URI that begins with /, such as /client/get/list. It can't contain empty segments, the segments . and .. (in any encoding) or \\. Replace a name in braces with the ID, escaped with [uri]::EscapeDataString. Specify a query with -Query."
            );
        }

        return new ApiCall(Operation.ForPath(Method.ToUpperInvariant(), path, CredentialKind), path)
        {
            Body = ToBody(PlainValues.Unwrap(Body)),
        }.WithEncodedQuery(Query?.Reveal());
    }

    /// <summary>The text about the call for a prompt, without an access token in its path.</summary>
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
