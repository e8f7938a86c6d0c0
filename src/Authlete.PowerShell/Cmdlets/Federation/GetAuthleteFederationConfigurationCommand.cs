using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the entity configuration of a service for OpenID Federation.</summary>
/// <remarks>
/// <para><c>ResponseContent</c> is the signed entity configuration for the service's /.well-known/openid-federation. An action other than OK is an error, such as A316201 for a service without a JWK Set for the federation. Calls POST /federation/configuration.</para>
/// </remarks>
/// <example>
/// <para>Get the document to publish.</para>
/// <code>
/// (Get-AuthleteFederationConfiguration).ResponseContent
/// </code>
/// </example>
/// <example>
/// <para>Is the service ready for a federation?</para>
/// <code>
/// [bool](Get-AuthleteFederationConfiguration -ErrorAction SilentlyContinue)
/// </code>
/// </example>
/// <seealso cref="RegisterAuthleteFederationClientCommand"/>
/// <seealso cref="GetAuthleteServiceConfigurationCommand"/>
/// <seealso>about_Authlete_Errors</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteFederationConfiguration")]
[OutputType(typeof(FederationConfigurationResponse))]
public sealed partial class GetAuthleteFederationConfigurationCommand : OperationCmdlet;
