namespace Authlete.PowerShell.Tests.Support;

/// <summary>Steps that many tests start with. They use the variables of <see cref="EngineSession.NotConnected"/>.</summary>
internal static class Scripts
{
    public const string Authorization =
        "Invoke-AuthleteAuthorization -Parameters @{ response_type = 'code'; client_id = $clientId; redirect_uri = $redirectUri; scope = 'openid profile'; state = 'st-1' }";

    public const string Code = "(" + Authorization + " | Approve-AuthleteAuthorization -Subject user-1).ResponseParameters.code";

    public const string CodeRequest = "@{ grant_type = 'authorization_code'; code = $code; redirect_uri = $redirectUri }";

    public const string Password =
        "Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{ grant_type = 'password'; username = 'max'; password = 'a password' }";

    public const string NewToken =
        "New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject user-1 -Scopes openid, profile";

    public const string NewClient =
        "$client = New-AuthleteClient -ClientName Shop -Description before -Contacts a@example.com, b@example.com -PkceRequired $true; ";

    /// <summary>Rethrows an error that a try block catches, so that it ends the run. Other errors don't end it.</summary>
    public static string Rethrowing(string script) => "try { " + script + " } catch { throw }";
}
