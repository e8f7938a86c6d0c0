using System.Collections.Generic;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

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
