using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a client application of an OpenID Federation.</summary>
/// <remarks>
/// <para>Call this cmdlet from your federation registration endpoint, with the entity configuration of the client or its trust chain. Every action is a result and not an error.</para>
/// <para>Calls POST /federation/registration.</para>
/// </remarks>
/// <example>
/// <para>Register a client with its entity configuration.</para>
/// <code>
/// $jwt = 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl'
/// Register-AuthleteFederationClient -EntityConfiguration $jwt
/// </code>
/// </example>
/// <example>
/// <para>Show what would be registered from a trust chain.</para>
/// <code>
/// $jwt = 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl'
/// Register-AuthleteFederationClient -TrustChain @($jwt) -WhatIf
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
