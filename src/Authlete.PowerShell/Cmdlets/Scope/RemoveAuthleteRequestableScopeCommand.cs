using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Takes away the limit to certain scopes from a client application.</summary>
/// <remarks>
/// <para>DELETE /client/extension/requestable_scopes/delete/{clientId}: the client may ask for all scopes of the service again. Writes nothing.</para>
/// </remarks>
/// <example>
/// <para>Take the limit away.</para>
/// <code>
/// Remove-AuthleteRequestableScope -ClientId $clientId
/// </code>
/// </example>
/// <example>
/// <para>From all clients.</para>
/// <code>
/// Get-AuthleteClient | Remove-AuthleteRequestableScope -WhatIf
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <outputs>Nothing.</outputs>
/// <seealso cref="GetAuthleteRequestableScopeCommand"/>
/// <seealso cref="SetAuthleteRequestableScopeCommand"/>
[Cmdlet(VerbsCommon.Remove, "AuthleteRequestableScope", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteRequestableScopeCommand : ThrottledOperationCmdlet;
