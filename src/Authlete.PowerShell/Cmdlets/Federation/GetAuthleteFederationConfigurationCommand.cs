using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the entity configuration of a service for OpenID Federation.</summary>
/// <remarks>
/// <para>POST /federation/configuration: <c>ResponseContent</c> is the signed entity configuration for the service's /.well-known/openid-federation. An action other than OK is an error of this cmdlet: A316201, for one, says that the service has no JWK Set for the federation.</para>
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
