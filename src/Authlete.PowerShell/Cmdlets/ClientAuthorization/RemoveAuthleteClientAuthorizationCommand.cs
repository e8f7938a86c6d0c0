using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Takes back the authorization that a user gave to a client application.</summary>
/// <remarks>
/// <para>DELETE /client/authorization/delete/{clientId}: all tokens that were issued to the client for the user are deleted. Writes nothing. A user without tokens of the client is no error.</para>
/// </remarks>
/// <example>
/// <para>The user closes the connection to an application.</para>
/// <code>
/// Remove-AuthleteClientAuthorization -ClientId $clientId -Subject 'user-1' -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>To all applications.</para>
/// <code>
/// Get-AuthleteClientAuthorization 'user-1' | Remove-AuthleteClientAuthorization -Subject 'user-1' -Confirm:$false
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <outputs>Nothing.</outputs>
/// <seealso cref="GetAuthleteClientAuthorizationCommand"/>
/// <seealso cref="SetAuthleteClientAuthorizationCommand"/>
/// <seealso cref="RemoveAuthleteGrantedScopeCommand"/>
[Cmdlet(VerbsCommon.Remove, "AuthleteClientAuthorization", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteClientAuthorizationCommand : ThrottledOperationCmdlet;
