using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Sets the secret of a client application to a given value.</summary>
/// <remarks>
/// <para>POST /client/secret/update/{clientIdentifier}. A secret has up to 86 letters, digits, hyphens and underscores. The old secret stops working at once, so the cmdlet asks first; in a script or in CI specify <c>-Confirm:$false</c>.</para>
/// <para>The output holds the new and the old secret: keep it out of logs. Reset-AuthleteClientSecret lets the server make a secret, which is better than one that a person made up.</para>
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
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <seealso cref="ResetAuthleteClientSecretCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
[Cmdlet(VerbsCommon.Set, "AuthleteClientSecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientSecretUpdateResponse))]
public sealed partial class SetAuthleteClientSecretCommand : OperationCmdlet;
