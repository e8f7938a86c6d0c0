using System.Collections;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the discovery document of a service.</summary>
/// <remarks>
/// <para>The document is the metadata that the service publishes at /.well-known/openid-configuration (OpenID Connect Discovery section 3, RFC 8414). Its members are properties under the names of the specification, such as <c>issuer</c> and <c>token_endpoint</c>. <c>ToJson()</c> returns the document as received.</para>
/// <para>To get the settings of the service, use Get-AuthleteService. To export them, use Export-AuthleteConfiguration.</para>
/// <para>Calls GET /service/configuration.</para>
/// </remarks>
/// <example>
/// <para>Get the issuer.</para>
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
/// <outputs type="Authlete.ApiClient.Json.JsonView">The discovery document, with its members as properties.</outputs>
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
    /// <summary>Indicates that the JSON text of the output is indented.</summary>
    [Parameter]
    public SwitchParameter Pretty { get; set; }

    /// <summary>The changes to make to the document: a JSON Patch (RFC 6902), as JSON text or as an array of dictionaries.</summary>
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
