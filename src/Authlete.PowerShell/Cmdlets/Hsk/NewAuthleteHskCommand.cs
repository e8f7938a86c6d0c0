using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a key on a hardware security module with Authlete.</summary>
/// <remarks>
/// <para>The server creates a key on the module, or uses the key of the handle that you specify. The output has its public part in PEM format. Calls POST /hsk/create. An action other than SUCCESS is an error.</para>
/// <para>Uses the service's API key and secret. With <c>-ServiceOwner</c>, it uses the service owner's.</para>
/// </remarks>
/// <example>
/// <para>Create a key for signing.</para>
/// <code>
/// New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid 'key-1' -HsmName google
/// </code>
/// </example>
/// <example>
/// <para>See what would happen.</para>
/// <code>
/// New-AuthleteHsk -Kty RSA -Use enc -Alg RSA-OAEP-256 -HsmName google -WhatIf
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
