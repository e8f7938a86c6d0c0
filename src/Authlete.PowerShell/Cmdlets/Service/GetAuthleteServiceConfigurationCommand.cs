using System.Collections;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the discovery metadata that a service publishes.</summary>
/// <remarks>
/// <para>Gets the OpenID Provider Metadata (OpenID Connect Discovery section 3, RFC 8414) for the service's /.well-known/openid-configuration, with GET /service/configuration. Its members are properties under the names of the specification, such as <c>issuer</c> and <c>token_endpoint</c>. <c>ToJson()</c> returns the document as received.</para>
/// <para>To get the settings of the service, use Get-AuthleteService.</para>
/// </remarks>
/// <example>
/// <para>Show the issuer.</para>
/// <code>
/// (Get-AuthleteServiceConfiguration).issuer
/// </code>
/// </example>
/// <example>
/// <para>Get the document to publish.</para>
/// <code>
/// (Get-AuthleteServiceConfiguration -Pretty).ToJson()
/// </code>
/// </example>
/// <seealso cref="GetAuthleteServiceCommand"/>
/// <seealso cref="GetAuthleteServiceJwkSetCommand"/>
/// <seealso cref="SetAuthleteServiceCommand"/>
/// <seealso cref="ExportAuthleteConfigurationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414: authorization server metadata</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteServiceConfiguration", HelpUri = CmdletPage.Folder + "Get-AuthleteServiceConfiguration.md")]
[OutputType(typeof(JsonView))]
public sealed class GetAuthleteServiceConfigurationCommand : ConnectedCmdlet
{
    /// <summary>Indicates that the JSON text is indented.</summary>
    [Parameter]
    public SwitchParameter Pretty { get; set; }

    /// <summary>Changes to make to the document: a JSON Patch (RFC 6902), as JSON text or as an array of dictionaries.</summary>
    [Parameter]
    public object? Patch { get; set; }

    private protected override CredentialKind CredentialKind => CredentialKind.Service;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunForRecord(() =>
            Submit(
                new PreparedCall(
                    new ApiCall(Operations.ServiceConfiguration)
                        .WithQuery("pretty", Pretty ? "true" : null)
                        .WithQuery("patch", ToJson(PlainValues.Unwrap(Patch)))
                )
            )
        );

    private static string? ToJson(object? patch)
    {
        if (patch is null or string)
        {
            return (string?)patch;
        }

        var normalized = PlainValues.Normalize(patch);
        return PlainJson.Serialize(normalized is IDictionary single ? new[] { single } : normalized);
    }
}
