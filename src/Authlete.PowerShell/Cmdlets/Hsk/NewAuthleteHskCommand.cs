using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a key on a hardware security module with Authlete.</summary>
/// <remarks>
/// <para>POST /hsk/create. The server makes the key on the module, or takes the one of the handle given, and answers with it, its public half as PEM. An action other than SUCCESS is an error of this cmdlet.</para>
/// <para>Called with the service's key and secret; <c>-ServiceOwner</c> calls with the service owner's.</para>
/// </remarks>
/// <example>
/// <para>Make a key to sign with.</para>
/// <code>
/// New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid 'key-1' -HsmName google
/// </code>
/// </example>
/// <example>
/// <para>See what would be done.</para>
/// <code>
/// New-AuthleteHsk -Kty RSA -Use enc -Alg RSA-OAEP-256 -HsmName google -WhatIf
/// </code>
/// </example>
/// <seealso cref="GetAuthleteHskCommand"/>
/// <seealso cref="RemoveAuthleteHskCommand"/>
[Cmdlet(VerbsCommon.New, "AuthleteHsk", SupportsShouldProcess = true)]
[OutputType(typeof(HskCreateResponse))]
public sealed partial class NewAuthleteHskCommand : OperationCmdlet;
