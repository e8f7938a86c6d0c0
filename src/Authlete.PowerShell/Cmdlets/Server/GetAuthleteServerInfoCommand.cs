using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the version and the features of the Authlete server.</summary>
/// <remarks>
/// <para>Calls GET /info.</para>
/// </remarks>
/// <example>
/// <para>Get the version of the server.</para>
/// <code>
/// (Get-AuthleteServerInfo).Version
/// </code>
/// </example>
/// <example>
/// <para>Check whether the server has a feature.</para>
/// <code>
/// (Get-AuthleteServerInfo).Features -contains 'ciba'
/// </code>
/// </example>
/// <seealso cref="TestAuthleteCredentialCommand"/>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso cref="InvokeAuthleteEchoCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/compatibility.md">Compatibility</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteServerInfo", HelpUri = CmdletPage.Folder + "Get-AuthleteServerInfo.md")]
[OutputType(typeof(InfoResponse))]
public sealed partial class GetAuthleteServerInfoCommand : OperationCmdlet;
