using System;
using System.Management.Automation;
using System.Security.Cryptography;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gives a client application a new secret, made by the server.</summary>
/// <remarks>
/// <para>GET /client/secret/refresh/{clientIdentifier}. The old secret stops working at once. Asks before it does so; in a script or in CI say <c>-Confirm:$false</c>.</para>
/// <para>The output holds the new and the old secret: keep it out of logs.</para>
/// <para>With <c>-OutSecretName</c>, the secret goes into a vault of SecretManagement instead. The cmdlet then makes the secret itself (64 random bytes, as the server does), writes the entry, sets the secret with POST /client/secret/update/{clientIdentifier}, and reads it back. If the service still has the former secret then, the former entry is put back. The entry keeps its metadata. If a step fails, the error says where the secret in force is. If you stop the cmdlet, run it again.</para>
/// <para>A client has one secret: from the change until its users have the new one, they are refused. Two keys with PRIVATE_KEY_JWT have no such gap. A warning says if the secret is also a key, for HS256 or symmetric encryption say.</para>
/// </remarks>
/// <example>
/// <para>Make a new secret.</para>
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
/// <inputs type="Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
/// <seealso cref="SetAuthleteClientSecretCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
[Cmdlet(VerbsCommon.Reset, "AuthleteClientSecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientSecretRefreshResponse), typeof(ClientSecretUpdateResponse))]
public sealed partial class ResetAuthleteClientSecretCommand : ClientSecretCmdlet
{
    // What the server makes has the same length.
    private const int SecretBytes = 64;

    private protected override string SecretAction => "Make a new client secret";

    private protected override Func<string> PrepareSecret() => MakeSecret;

    private static string MakeSecret()
    {
        var random = new byte[SecretBytes];
        using var generator = RandomNumberGenerator.Create();
        generator.GetBytes(random);
        return Base64Url.Encode(random);
    }
}
