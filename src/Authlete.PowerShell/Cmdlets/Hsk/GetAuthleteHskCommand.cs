using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the keys of a service that are held in hardware security modules.</summary>
/// <remarks>
/// <para>Without parameters, the cmdlet gets all keys. The API returns them in one response, so <c>-PageSize</c> has no effect. With <c>-Handle</c>, the cmdlet gets one key.</para>
/// <para>The cmdlet uses the service's credential, or with <c>-ServiceOwner</c> the service owner's.</para>
/// <para>Calls GET /hsk/get/list, or with <c>-Handle</c> GET /hsk/get/{handle}. An action other than SUCCESS is an error.</para>
/// </remarks>
/// <example>
/// <para>Get all keys.</para>
/// <code>
/// Get-AuthleteHsk
/// </code>
/// </example>
/// <example>
/// <para>Get one key.</para>
/// <code>
/// $response = New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -HsmName google
/// Get-AuthleteHsk -Handle $response.Hsk.Handle
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Hsk">Any object with the property Handle.</inputs>
/// <seealso cref="NewAuthleteHskCommand"/>
/// <seealso cref="RemoveAuthleteHskCommand"/>
/// <seealso cref="GetAuthleteServiceJwkSetCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
[Cmdlet(
    VerbsCommon.Get,
    "AuthleteHsk",
    DefaultParameterSetName = "List",
    SupportsPaging = true,
    HelpUri = CmdletPage.Folder + "Get-AuthleteHsk.md"
)]
[OutputType(typeof(Hsk))]
[OutputType(typeof(HskGetResponse))]
public sealed class GetAuthleteHskCommand : ThrottledPagedCmdlet<HskGetListResponse, Hsk>
{
    /// <summary>The handle of the key to get.</summary>
    [Parameter(
        ParameterSetName = "Handle",
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Identifier("handle")]
    public string? Handle { get; set; }

    /// <summary>Indicates that the cmdlet uses the service owner's credential instead of the service's.</summary>
    [Parameter]
    public SwitchParameter ServiceOwner { get; set; }

    private protected override PipedIdentifier? PipedIdentifier => new(nameof(Handle), Handle);

    private protected override CredentialKind CredentialKind => ServiceOwner ? CredentialKind.ServiceOwner : CredentialKind.Service;

    private protected override bool IsPaged => false;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunForRecord(() =>
        {
            ValidateInput();
            if (Handle is not null)
            {
                Submit(new PreparedCall(new ApiCall(Operations.HskGet).WithPathValue("handle", Handle)) { Target = Handle });
            }
            else
            {
                List(new PreparedList<Hsk>(() => new ApiCall(Operations.HskGetList)));
            }
        });

    private protected override Hsk[]? ItemsOf(HskGetListResponse page) => page.Hsks;

    private protected override int? TotalCountOf(HskGetListResponse page) => page.Hsks?.Length;

    private protected override string? KeyOf(Hsk item) => item.Handle;
}
