using System;
using System.Management.Automation;
using System.Security.Cryptography;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gives a client application a new, random secret.</summary>
/// <remarks>
/// <para>The old secret stops working at once. Prompts for confirmation; in a script or in CI, specify <c>-Confirm:$false</c>. Calls GET /client/secret/refresh/{clientIdentifier}.</para>
/// <para>The output contains the new and the old secret: keep it out of logs.</para>
/// <para>With <c>-OutSecretName</c>, the secret goes into a SecretManagement vault instead. The cmdlet then creates the secret itself (64 random bytes, as the server does), writes the entry, sets the secret with POST /client/secret/update/{clientIdentifier}, and reads it back. If the service still has the former secret, the cmdlet restores the former entry. The entry keeps its metadata. If a step fails, the error says where the secret in force is. If you stop the cmdlet, run it again.</para>
/// <para>A client has one secret: from the change until its users have the new one, they are refused. Two keys with PRIVATE_KEY_JWT have no such gap. If the secret is also a key, such as for HS256 or symmetric encryption, the cmdlet writes a warning.</para>
/// </remarks>
/// <example>
/// <para>Create a new secret.</para>
/// <code>
/// $client = New-AuthleteClient -ClientName 'Batch job' -ClientType CONFIDENTIAL
/// $answer = $client | Reset-AuthleteClientSecret -Confirm:$false
/// $answer.NewClientSecret
/// </code>
/// </example>
/// <example>
/// <para>See whose secrets would be replaced.</para>
/// <code>
/// Get-AuthleteClient | Where-Object { $_.ClientType -eq 'CONFIDENTIAL' } | Reset-AuthleteClientSecret -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Put the new secrets of all confidential clients into the default vault.</para>
/// <code>
/// Get-AuthleteClient | Where-Object ClientType -eq CONFIDENTIAL | Reset-AuthleteClientSecret -OutSecretName 'client-{ClientId}' -Confirm:$false
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
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
    // What the server makes has the same length.
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
