using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a client application.</summary>
/// <remarks>
/// <para>DELETE /client/delete/{clientId}. Asks before it deletes; in a script or in CI say <c>-Confirm:$false</c>. Writes nothing. A client that does not exist is an error.</para>
/// </remarks>
/// <example>
/// <para>Delete a client.</para>
/// <code>
/// $client = New-AuthleteClient -ClientName 'Short-lived'
/// Remove-AuthleteClient -ClientId $client.ClientId -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>See which clients of a developer would be deleted.</para>
/// <code>
/// Get-AuthleteClient -Developer 'former-partner' | Remove-AuthleteClient -WhatIf
/// </code>
/// </example>
/// <inputs type="Client">An object with a property ClientId.</inputs>
/// <outputs>Nothing.</outputs>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="NewAuthleteClientCommand"/>
[Cmdlet(VerbsCommon.Remove, "AuthleteClient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveAuthleteClientCommand : ConnectedCmdlet
{
    /// <summary>The client id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientIdentifier")]
    public string? ClientId { get; set; }

    private protected override CredentialKind CredentialKind => CredentialKind.Service;

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForInput(() =>
    {
        var call = new ApiCall(Operations.ClientDelete).WithPathValue("clientId", ClientId!);
        if (ShouldProcess("client " + ClientId, "Delete"))
        {
            Call(call, ClientId);
        }
    });
}
