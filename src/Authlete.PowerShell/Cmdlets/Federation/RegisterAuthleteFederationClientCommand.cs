using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a client application of an OpenID Federation.</summary>
/// <remarks>
/// <para>What the federation registration endpoint asks: POST /federation/registration. The request is given as the entity configuration of the client, or as its trust chain. Any action is a result of this cmdlet, not an error.</para>
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
[Cmdlet(VerbsLifecycle.Register, "AuthleteFederationClient", SupportsShouldProcess = true)]
[OutputType(typeof(FederationRegistrationResponse))]
public sealed partial class RegisterAuthleteFederationClientCommand : OperationCmdlet;
