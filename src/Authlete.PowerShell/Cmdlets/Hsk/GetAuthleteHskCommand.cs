using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the keys on hardware security modules that Authlete knows.</summary>
/// <remarks>
/// <para>With <c>-Handle</c>, gets one key with GET /hsk/get/{handle}; an action other than SUCCESS is an error. Without it, gets all keys with GET /hsk/get/list. The API returns them in one response, so <c>-PageSize</c> has no effect.</para>
/// <para>Uses the service's API key and secret. With <c>-ServiceOwner</c>, it uses the service owner's.</para>
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
/// $key = New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid 'key-2' -HsmName google
/// Get-AuthleteHsk -Handle $key.Handle
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Hsk">An object with the property Handle.</inputs>
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
    /// <summary>The handle of one key.</summary>
    [Parameter(
        ParameterSetName = "Handle",
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Identifier("handle")]
    public string? Handle { get; set; }

    /// <summary>Indicates that the cmdlet uses the service owner's API key and secret instead of the service's.</summary>
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
