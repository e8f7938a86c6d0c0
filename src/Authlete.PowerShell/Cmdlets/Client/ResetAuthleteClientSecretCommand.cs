using System;
using System.Management.Automation;
using System.Security.Cryptography;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Replaces the secret of a client application with a new, random one.</summary>
/// <remarks>
/// <para>The old secret stops working at once, and a client has only one. Until its users have the new secret, their requests are rejected. A client that authenticates with PRIVATE_KEY_JWT and two keys has no such gap. If the secret is also used as a key, for example for HS256 or symmetric encryption, the cmdlet writes a warning.</para>
/// <para>The output contains the new and the old secret. Keep it out of logs. With <c>-OutSecretName</c>, the new secret goes into a SecretManagement vault instead. The cmdlet then creates the secret, writes it to the vault, sets it at the service and reads it back. If the service still has the former secret, the cmdlet restores the vault entry. If a step fails, the error says where the current secret is. If you stop the cmdlet in between, run it again.</para>
/// <para>The cmdlet prompts for confirmation. In scripts, specify <c>-Confirm:$false</c>.</para>
/// <para>Calls GET /client/secret/refresh/{clientIdentifier}, or with <c>-OutSecretName</c> POST /client/secret/update/{clientIdentifier}.</para>
/// </remarks>
/// <example>
/// <para>Reset the secret of a client.</para>
/// <code>
/// $response = Reset-AuthleteClientSecret $clientId -Confirm:$false
/// $response.NewClientSecret
/// </code>
/// </example>
/// <example>
/// <para>Store the new secrets of confidential clients in a vault.</para>
/// <code>
/// Get-AuthleteClient | Where-Object ClientType -EQ CONFIDENTIAL |
///     Reset-AuthleteClientSecret -OutSecretName 'client-{ClientId}' `
///         -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Show whose secrets would be reset.</para>
/// <code>
/// Get-AuthleteClient | Where-Object ClientType -EQ CONFIDENTIAL |
///     Reset-AuthleteClientSecret -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
/// <seealso cref="SetAuthleteClientSecretCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="NewAuthleteClientCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Reset,
    "AuthleteClientSecret",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = CmdletPage.Folder + "Reset-AuthleteClientSecret.md"
)]
[OutputType(typeof(ClientSecretRefreshResponse), typeof(ClientSecretUpdateResponse))]
public sealed partial class ResetAuthleteClientSecretCommand : ClientSecretCmdlet
{
    // The server's secrets have the same length.
    private const int SecretBytes = 64;

    private protected override string SecretAction => "Create a new client secret";

    private protected override Func<string> PrepareSecret() => MakeSecret;

    private static string MakeSecret()
    {
        var random = new byte[SecretBytes];
        using var generator = RandomNumberGenerator.Create();
        generator.GetBytes(random);
        return Base64Url.Encode(random);
    }
}
