using System;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Sets the secret of a client application to a value that you specify.</summary>
/// <remarks>
/// <para>A secret has up to 86 letters, digits, hyphens and underscores. The old secret stops working at once. Prompts for confirmation; in a script or in CI, specify <c>-Confirm:$false</c>. Calls POST /client/secret/update/{clientIdentifier}.</para>
/// <para>The output contains the new and the old secret: keep it out of logs. To get a random secret, which is better than one that a person made up, use Reset-AuthleteClientSecret.</para>
/// <para>With <c>-OutSecretName</c>, the secret also goes into a SecretManagement vault before it is set, and the output contains no secret. See Reset-AuthleteClientSecret.</para>
/// </remarks>
/// <example>
/// <para>Set a secret that another system holds already.</para>
/// <code>
/// $client = New-AuthleteClient -ClientName 'Moved here' -ClientType CONFIDENTIAL
/// Set-AuthleteClientSecret -ClientId $client.ClientId -ClientSecret 'from-the-other-system-0123456789' -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Take the secret from a credential.</para>
/// <code>
/// $secret = [System.Net.NetworkCredential]::new('', 'from-the-vault-0123456789').SecurePassword
/// Set-AuthleteClientSecret $clientId $secret -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Put the secret into the default vault too.</para>
/// <code>
/// Set-AuthleteClientSecret $clientId 'from-the-other-system-0123456789' -OutSecretName shop -Confirm:$false
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
/// <seealso cref="ResetAuthleteClientSecretCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="NewAuthleteClientCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Set,
    "AuthleteClientSecret",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = CmdletPage.Folder + "Set-AuthleteClientSecret.md"
)]
[OutputType(typeof(ClientSecretUpdateResponse))]
public sealed partial class SetAuthleteClientSecretCommand : ClientSecretCmdlet
{
    private protected override string SecretAction => "Set the client secret";

    private protected override PreparedCall Prepare()
    {
        var clientId = ClientId;
        return base.Prepare() with { CorrectRepeated = answer => ForgetOldSecret(answer, clientId) };
    }

    /// <summary>If the attempt whose answer was lost set the secret, the next one replaced the new one by itself.</summary>
    private static string? ForgetOldSecret(JsonView answer, string? clientId)
    {
        if (answer is not ClientSecretUpdateResponse { OldClientSecret: { } old } response || old != response.NewClientSecret)
        {
            return null;
        }

        answer.RemoveMember("oldClientSecret");
        return $"The OldClientSecret of client {clientId} isn't known: an attempt whose response was lost had already set the new one.";
    }

    private protected override Func<string> PrepareSecret()
    {
        var secret = ClientSecret!.Reveal();
        return () => secret;
    }
}
