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
/// <seealso cref="SetAuthleteServiceCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://openid.net/specs/openid-federation-1_0.html">OpenID Federation</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteFederationConfiguration", HelpUri = CmdletPage.Folder + "Get-AuthleteFederationConfiguration.md")]
[OutputType(typeof(FederationConfigurationResponse))]
public sealed partial class GetAuthleteFederationConfigurationCommand : OperationCmdlet;
