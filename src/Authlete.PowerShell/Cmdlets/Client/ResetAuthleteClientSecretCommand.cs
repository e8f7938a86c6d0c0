using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gives a client application a new secret, made by the server.</summary>
/// <remarks>
/// <para>GET /client/secret/refresh/{clientIdentifier}. The old secret stops working at once. Asks before it does so; in a script or in CI say <c>-Confirm:$false</c>.</para>
/// <para>The output holds the new and the old secret: keep it out of logs.</para>
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
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <seealso cref="SetAuthleteClientSecretCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
[Cmdlet(VerbsCommon.Reset, "AuthleteClientSecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientSecretRefreshResponse))]
public sealed partial class ResetAuthleteClientSecretCommand : OperationCmdlet;
