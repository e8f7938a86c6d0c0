using System.Collections.Generic;
using Xunit;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Each cmdlet that calls the API, with the least that it can be called with.</summary>
internal static class ApiCmdlets
{
    private static readonly (string Script, string Path, bool Owner)[] s_all =
    [
        ("Invoke-AuthleteAuthorization 'response_type=code'", "/auth/authorization", false),
        ("Approve-AuthleteAuthorization -Ticket a -Subject user-1", "/auth/authorization/issue", false),
        ("Deny-AuthleteAuthorization -Ticket a -Reason DENIED", "/auth/authorization/fail", false),
        ("Invoke-AuthleteToken 'grant_type=client_credentials'", "/auth/token", false),
        ("Approve-AuthleteToken -Ticket a -Subject user-1", "/auth/token/issue", false),
        ("Deny-AuthleteToken -Ticket a -Reason UNKNOWN", "/auth/token/fail", false),
        ("Invoke-AuthleteIntrospection a", "/auth/introspection", false),
        ("Invoke-AuthleteStandardIntrospection 'token=a'", "/auth/introspection/standard", false),
        ("Invoke-AuthleteRevocation 'token=a'", "/auth/revocation", false),
        ("Invoke-AuthleteUserInfo a", "/auth/userinfo", false),
        ("Approve-AuthleteUserInfo a", "/auth/userinfo/issue", false),
        ("Get-AuthleteService", "/service/get/list", true),
        ("Get-AuthleteService -ServiceApiKey 1", "/service/get/1", true),
        ("Get-AuthleteServiceConfiguration", "/service/configuration", false),
        ("Get-AuthleteServiceJwkSet", "/service/jwks/get", false),
        ("Get-AuthleteClient", "/client/get/list", false),
        ("Get-AuthleteClient -ClientId 1", "/client/get/1", false),
        ("New-AuthleteClient -ClientName shop", "/client/create", false),
        ("Remove-AuthleteClient -ClientId 1 -Confirm:$false", "/client/delete/1", false),
        ("Get-AuthleteAccessToken", "/auth/token/get/list", false),
        ("New-AuthleteAccessToken -ClientId 1 -GrantType CLIENT_CREDENTIALS", "/auth/token/create", false),
        ("Get-AuthleteServerInfo", "/info", false),
        ("Push-AuthleteAuthorizationRequest 'response_type=code'", "/pushed_auth_req", false),
        ("Update-AuthleteIdToken -AccessToken a -RefreshToken b", "/idtoken/reissue", false),
        ("Invoke-AuthleteGrantManagement -GmAction QUERY -GrantId a", "/gm", false),
        ("Register-AuthleteClient '{}'", "/client/registration", false),
        ("Get-AuthleteClientRegistration 1 a", "/client/registration/get", false),
        ("Set-AuthleteClientRegistration 1 a '{}'", "/client/registration/update", false),
        ("Unregister-AuthleteClient 1 a -Confirm:$false", "/client/registration/delete", false),
        ("Invoke-AuthleteBackchannelAuthentication 'scope=openid'", "/backchannel/authentication", false),
        ("Approve-AuthleteBackchannelAuthentication -Ticket a", "/backchannel/authentication/issue", false),
        ("Deny-AuthleteBackchannelAuthentication -Ticket a -Reason ACCESS_DENIED", "/backchannel/authentication/fail", false),
        ("Complete-AuthleteBackchannelAuthentication -Ticket a -Result AUTHORIZED -Subject user-1", "/backchannel/authentication/complete", false),
        ("Invoke-AuthleteDeviceAuthorization 'scope=openid'", "/device/authorization", false),
        ("Invoke-AuthleteDeviceVerification BCDF", "/device/verification", false),
        ("Complete-AuthleteDeviceAuthorization BCDF -Result AUTHORIZED -Subject user-1", "/device/complete", false),
        ("New-AuthleteService -ServiceName shop", "/service/create", true),
        ("Set-AuthleteService 1 -ServiceName shop", "/service/get/1", true),
        ("Remove-AuthleteService 1 -Confirm:$false", "/service/delete/1", true),
        ("Set-AuthleteClient 1 -ClientName shop", "/client/get/1", false),
        ("Lock-AuthleteClient 1", "/client/lock_flag/update/1", false),
        ("Unlock-AuthleteClient 1", "/client/lock_flag/update/1", false),
        ("Reset-AuthleteClientSecret 1 -Confirm:$false", "/client/secret/refresh/1", false),
        ("Set-AuthleteClientSecret 1 a-secret", "/client/secret/update/1", false),
        ("Get-AuthleteClientAuthorization user-1", "/client/authorization/get/list", false),
        ("Set-AuthleteClientAuthorization 1 user-1", "/client/authorization/update/1", false),
        ("Remove-AuthleteClientAuthorization 1 user-1", "/client/authorization/delete/1", false),
        ("Get-AuthleteGrantedScope 1 user-1", "/client/granted_scopes/get/1", false),
        ("Remove-AuthleteGrantedScope 1 user-1", "/client/granted_scopes/delete/1", false),
        ("Get-AuthleteRequestableScope 1", "/client/extension/requestable_scopes/get/1", false),
        ("Set-AuthleteRequestableScope 1 openid", "/client/extension/requestable_scopes/update/1", false),
        ("Remove-AuthleteRequestableScope 1", "/client/extension/requestable_scopes/delete/1", false),
        ("Set-AuthleteAccessToken a -Scopes openid", "/auth/token/update", false),
        ("Remove-AuthleteAccessToken a", "/auth/token/delete/a", false),
        ("Revoke-AuthleteAccessToken a", "/auth/token/revoke", false),
        ("Test-AuthleteJose a.b.c", "/jose/verify", false),
        ("Test-AuthleteJose a.b.c -ServiceOwner", "/jose/verify", true),
        ("Get-AuthleteFederationConfiguration", "/federation/configuration", false),
        ("Register-AuthleteFederationClient -EntityConfiguration a.b.c", "/federation/registration", false),
        ("New-AuthleteHsk -Kty EC", "/hsk/create", false),
        ("New-AuthleteHsk -Kty EC -ServiceOwner", "/hsk/create", true),
        ("Get-AuthleteHsk", "/hsk/get/list", false),
        ("Get-AuthleteHsk -ServiceOwner", "/hsk/get/list", true),
        ("Get-AuthleteHsk a", "/hsk/get/a", false),
        ("Get-AuthleteHsk a -ServiceOwner", "/hsk/get/a", true),
        ("Remove-AuthleteHsk a -Confirm:$false", "/hsk/delete/a", false),
        ("Remove-AuthleteHsk a -ServiceOwner -Confirm:$false", "/hsk/delete/a", true),
        ("Invoke-AuthleteEcho 'a=b'", "/misc/echo", false),
        ("Invoke-AuthleteApi /service/configuration", "/service/configuration", false),
    ];

    /// <summary>Script and path of each.</summary>
    public static TheoryData<string, string> WithPath => Data(s_all);

    /// <summary>Script, and whether it is the owner's key that it is called with.</summary>
    public static TheoryData<string, bool> WithOwner
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var (script, _, owner) in s_all)
            {
                data.Add(script, owner);
            }

            return data;
        }
    }

    private static TheoryData<string, string> Data(IEnumerable<(string Script, string Path, bool Owner)> cmdlets)
    {
        var data = new TheoryData<string, string>();
        foreach (var (script, path, _) in cmdlets)
        {
            data.Add(script, path);
        }

        return data;
    }
}
