using System;
using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Changes an access token that has been issued: its scopes, its expiry, its properties.</summary>
/// <remarks>
/// <para>POST /auth/token/update. The token is given as such or as its hash, as the list has it. Only the parameters given change it: scopes and properties replace those that the token has. An action other than OK is an error of this cmdlet, with the result code as its id.</para>
/// </remarks>
/// <example>
/// <para>Take a scope away.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid, profile
/// Set-AuthleteAccessToken -AccessTokenIdentifier $token.AccessToken -Scopes openid
/// </code>
/// </example>
/// <example>
/// <para>Let all tokens of a user expire in a minute.</para>
/// <code>
/// Get-AuthleteAccessToken -Subject 'user-1' | Set-AuthleteAccessToken -AccessTokenExpiresAt ([DateTimeOffset]::UtcNow.AddMinutes(1))
/// </code>
/// </example>
/// <inputs type="AccessToken">An object with a property AccessTokenIdentifier, AccessTokenHash or AccessToken.</inputs>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso cref="NewAuthleteAccessTokenCommand"/>
/// <seealso cref="RemoveAuthleteAccessTokenCommand"/>
[Cmdlet(VerbsCommon.Set, "AuthleteAccessToken", SupportsShouldProcess = true)]
[OutputType(typeof(TokenUpdateResponse))]
public sealed partial class SetAuthleteAccessTokenCommand : OperationCmdlet
{
    // A token and its hash look alike. What the last one was, the next one likely is.
    private bool _isHash;

    /// <summary>The access token, or its hash as the list has it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("AccessTokenHash", "AccessToken")]
    [Identifier("accessTokenIdentifier", "accessTokenHash", "accessToken")]
    public string? AccessTokenIdentifier { get; set; }

    private protected override bool IsWanted() => ShouldProcess("access token", "Update");

    private protected override void Process(ApiCall call)
    {
        var isUnknown = false;
        var answer = Send(call, failure => isUnknown = failure.Action == "NOT_FOUND");
        if (isUnknown)
        {
            _isHash = !_isHash;
            answer = Send(call, null);
        }

        if (answer is { Body: { } body })
        {
            WriteView(body);
        }
    }

    private OperationResult? Send(ApiCall call, Func<AuthleteApiException, bool>? isExpected)
    {
        var request = (TokenUpdateRequest)call.Body!;
        request.AccessToken = _isHash ? null : AccessTokenIdentifier;
        request.AccessTokenHash = _isHash ? AccessTokenIdentifier : null;
        return Call(call, Target, isExpected);
    }
}
