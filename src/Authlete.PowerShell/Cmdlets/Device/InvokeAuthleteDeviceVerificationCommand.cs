using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Tells what a user code stands for that a user has typed in.</summary>
/// <remarks>
/// <para>What the verification page of the device flow asks: POST /device/verification. With the action VALID the answer says which client asks for which scopes, to show to the user; else EXPIRED or NOT_EXIST. Any action is a result of this cmdlet, not an error.</para>
/// </remarks>
/// <example>
/// <para>Look a user code up.</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization -ClientId $clientId -ClientSecret $clientSecret -Parameters 'scope=openid'
/// Invoke-AuthleteDeviceVerification -UserCode $device.UserCode
/// </code>
/// </example>
/// <example>
/// <para>Which client asks?</para>
/// <code>
/// $device = Invoke-AuthleteDeviceAuthorization -ClientId $clientId -ClientSecret $clientSecret -Parameters 'scope=openid'
/// ($device | Invoke-AuthleteDeviceVerification).ClientName
/// </code>
/// </example>
/// <inputs type="DeviceAuthorizationResponse">An object with a property UserCode.</inputs>
/// <seealso cref="InvokeAuthleteDeviceAuthorizationCommand"/>
/// <seealso cref="CompleteAuthleteDeviceAuthorizationCommand"/>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteDeviceVerification", DefaultParameterSetName = ByName)]
[OutputType(typeof(DeviceVerificationResponse))]
public sealed partial class InvokeAuthleteDeviceVerificationCommand : ContinuationCmdlet;
