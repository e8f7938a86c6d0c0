using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Forgets the scopes that a user has granted to a client application.</summary>
/// <remarks>
/// <para>DELETE /client/granted_scopes/delete/{clientId}: the record of the grants goes, so that the user is asked again next time; tokens that were issued stay. Writes nothing, and a record that is not there is no error.</para>
/// </remarks>
/// <example>
/// <para>Forget what the user has granted.</para>
/// <code>
/// Remove-AuthleteGrantedScope -ClientId $clientId -Subject 'user-1'
/// </code>
/// </example>
/// <example>
/// <para>See what would be done for each client.</para>
/// <code>
/// Get-AuthleteClientAuthorization 'user-1' | Remove-AuthleteGrantedScope -Subject 'user-1' -WhatIf
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <outputs>Nothing.</outputs>
/// <seealso cref="GetAuthleteGrantedScopeCommand"/>
/// <seealso cref="RemoveAuthleteClientAuthorizationCommand"/>
[Cmdlet(VerbsCommon.Remove, "AuthleteGrantedScope", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteGrantedScopeCommand : ThrottledOperationCmdlet;
