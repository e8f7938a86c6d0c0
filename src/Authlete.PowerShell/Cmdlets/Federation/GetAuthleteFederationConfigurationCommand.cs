using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the entity configuration of a service for OpenID Federation.</summary>
/// <remarks>
/// <para><c>ResponseContent</c> is the signed entity configuration that the service publishes at /.well-known/openid-federation. If the service has no JWK Set for the federation, it is an error (A316201).</para>
/// <para>Calls POST /federation/configuration. An action other than OK is an error.</para>
/// </remarks>
/// <example>
/// <para>Get the document to publish.</para>
/// <code>
/// (Get-AuthleteFederationConfiguration).ResponseContent
/// </code>
/// </example>
/// <example>
/// <para>Check whether the service is ready for a federation.</para>
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
