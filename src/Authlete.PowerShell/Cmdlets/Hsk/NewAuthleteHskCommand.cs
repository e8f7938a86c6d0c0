using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates a key in a hardware security module.</summary>
/// <remarks>
/// <para>The response contains the handle of the key, and its public part in PEM format.</para>
/// <para>The cmdlet uses the service's credential, or with <c>-ServiceOwner</c> the service owner's.</para>
/// <para>Calls POST /hsk/create. An action other than SUCCESS is an error.</para>
/// </remarks>
/// <example>
/// <para>Create a key for signatures.</para>
/// <code>
/// New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid key-1 -HsmName google
/// </code>
/// </example>
/// <example>
/// <para>Show what would be created.</para>
/// <code>
/// New-AuthleteHsk -Kty RSA -Use enc -Alg RSA-OAEP-256 -HsmName google `
///     -WhatIf
/// </code>
/// </example>
/// <seealso cref="GetAuthleteHskCommand"/>
/// <seealso cref="RemoveAuthleteHskCommand"/>
/// <seealso cref="SetAuthleteServiceCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
[Cmdlet(VerbsCommon.New, "AuthleteHsk", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "New-AuthleteHsk.md")]
[OutputType(typeof(HskCreateResponse))]
public sealed partial class NewAuthleteHskCommand : OperationCmdlet;
