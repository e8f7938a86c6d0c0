using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a client application of an OpenID Federation.</summary>
/// <remarks>
/// <para>Call it from the federation registration endpoint, with the entity configuration of the client or its trust chain. Calls POST /federation/registration. This cmdlet returns any action; none is an error.</para>
/// </remarks>
/// <example>
/// <para>Register by entity configuration.</para>
/// <code>
/// Register-AuthleteFederationClient -EntityConfiguration 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl'
/// </code>
/// </example>
/// <example>
/// <para>Register by trust chain.</para>
/// <code>
/// Register-AuthleteFederationClient -TrustChain '["eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"]' -WhatIf
/// </code>
/// </example>
/// <seealso cref="GetAuthleteFederationConfigurationCommand"/>
/// <seealso cref="RegisterAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://openid.net/specs/openid-federation-1_0.html">OpenID Federation</seealso>
[Cmdlet(
    VerbsLifecycle.Register,
    "AuthleteFederationClient",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Register-AuthleteFederationClient.md"
)]
[OutputType(typeof(FederationRegistrationResponse))]
public sealed partial class RegisterAuthleteFederationClientCommand : OperationCmdlet;
