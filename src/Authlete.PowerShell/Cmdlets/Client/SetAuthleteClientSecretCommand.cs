using System;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Sets the secret of a client application to a value that you specify.</summary>
/// <remarks>
/// <para>A secret has up to 86 letters, digits, hyphens and underscores. The old secret stops working at once. For a random secret, which is safer than one that a person chose, use Reset-AuthleteClientSecret.</para>
/// <para>The output contains the new and the old secret. Keep it out of logs. With <c>-OutSecretName</c>, the cmdlet also writes the secret to a SecretManagement vault, before it sets it, and the output contains no secret.</para>
/// <para>The cmdlet prompts for confirmation. In scripts, specify <c>-Confirm:$false</c>.</para>
/// <para>Calls POST /client/secret/update/{clientIdentifier}.</para>
/// </remarks>
/// <example>
/// <para>Set a secret that another system already uses.</para>
/// <code>
/// $secret = 'from-the-other-system-0123456789'
/// Set-AuthleteClientSecret $clientId $secret -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Show what would change, with a SecureString.</para>
/// <code>
/// $login = [System.Net.NetworkCredential]::new('', 'from-the-other-system')
/// Set-AuthleteClientSecret $clientId $login.SecurePassword -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Also store the secret in the default vault.</para>
/// <code>
/// Set-AuthleteClientSecret $clientId 'from-the-other-system-0123456789' `
///     -OutSecretName shop -Confirm:$false
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
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

    /// <summary>If an attempt whose response was lost had set the secret, the next attempt reported the new secret as the old one.</summary>
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
