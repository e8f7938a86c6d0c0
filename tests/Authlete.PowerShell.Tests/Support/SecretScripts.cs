using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Scripts that pass secrets through every cmdlet.</summary>
internal static class SecretScripts
{
    // Prepares one of each secret. None is in a script line, which an error could quote.
    public const string Preparation = """
        $client = New-AuthleteClient -ClientName Canary -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC -RedirectUris $redirectUri `
            -GrantTypes AUTHORIZATION_CODE, REFRESH_TOKEN, PASSWORD, CLIENT_CREDENTIALS -ResponseTypes CODE
        $id = $client.ClientId
        $secret = $client.ClientSecret
        function Start-Request { Invoke-AuthleteAuthorization @{ response_type = 'code'; client_id = $id; redirect_uri = $redirectUri; scope = 'openid' } }
        function Start-Password { Invoke-AuthleteToken @{ grant_type = 'password'; username = 'max'; password = $password } -ClientId $id -ClientSecret $secret }
        $password = 'canary/password+1'
        $pkce = New-AuthletePkce
        $request = Start-Request
        $ticket = $request.Ticket
        $usedTicket = (Start-Request).Ticket
        $response = Approve-AuthleteAuthorization -Ticket $usedTicket -Subject user-1
        $code = $response.AuthorizationCode
        $usedCode = ($(Start-Request) | Approve-AuthleteAuthorization -Subject user-1).AuthorizationCode
        $token = Invoke-AuthleteToken @{ grant_type = 'authorization_code'; code = $usedCode; redirect_uri = $redirectUri } -ClientId $id -ClientSecret $secret
        $accessToken = $token.AccessToken
        $refreshToken = $token.RefreshToken
        $passwordRequest = Start-Password
        $passwordTicket = $passwordRequest.Ticket
        $other = New-AuthleteAccessToken -ClientId $id -GrantType AUTHORIZATION_CODE -Subject user-1 -Scopes openid
        $otherToken = $other.AccessToken
        function Start-Backchannel { Invoke-AuthleteBackchannelAuthentication @{ scope = 'openid'; login_hint = 'user-1' } -ClientId $clientId -ClientSecret $clientSecret }
        $backchannel = Start-Backchannel
        $backchannelTicket = $backchannel.Ticket
        $authReqId = (Start-Backchannel | Approve-AuthleteBackchannelAuthentication).AuthReqId
        $device = Invoke-AuthleteDeviceAuthorization 'scope=openid' -ClientId $clientId -ClientSecret $clientSecret
        $deviceCode = $device.DeviceCode
        $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/') }).GetResponseObject()
        $registeredId = $registered.client_id
        $registrationToken = $registered.registration_access_token
        $jwks = (Get-AuthleteServiceJwkSet -IncludePrivateKeys).ToJson()
        $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), "authlete-$([guid]::NewGuid())")
        $privatePart = [regex]::Match($jwks, '"d":"([^"]+)"').Groups[1].Value
        $newSecret = 'canary-new-secret-0123456789'
        """;

    private static readonly string[] s_scripts =
    [
        "Invoke-AuthleteAuthorization @{ response_type = 'code'; client_id = $id; redirect_uri = $redirectUri; scope = 'openid'; code_challenge = $pkce.CodeVerifier }",
        "Invoke-AuthleteAuthorization \"response_type=code&client_id=$secret\"",
        "$request | Approve-AuthleteAuthorization -Subject user-1",
        "Approve-AuthleteAuthorization -Ticket $usedTicket -Subject user-1",
        "$request | Deny-AuthleteAuthorization -Reason DENIED",
        "Deny-AuthleteAuthorization -Ticket $usedTicket -Reason DENIED",
        "Invoke-AuthleteToken @{ grant_type = 'authorization_code'; code = $code; redirect_uri = $redirectUri } -ClientId $id -ClientSecret $secret",
        "Invoke-AuthleteToken @{ grant_type = 'authorization_code'; code = $usedCode; redirect_uri = $redirectUri } -ClientId $id -ClientSecret $secret",
        "Invoke-AuthleteToken @{ grant_type = 'refresh_token'; refresh_token = $refreshToken } -ClientId $id -ClientSecret $secret",
        "Invoke-AuthleteToken @{ grant_type = 'client_credentials'; client_id = $id; client_secret = $secret }",
        "Start-Password",
        "$passwordRequest | Approve-AuthleteToken -Subject user-1",
        "$passwordRequest | Deny-AuthleteToken -Reason UNKNOWN",
        "Invoke-AuthleteIntrospection $accessToken",
        "$token, $accessToken, $secret | Invoke-AuthleteIntrospection -Scopes payments",
        "$request | Invoke-AuthleteIntrospection",
        "Invoke-AuthleteStandardIntrospection @{ token = $accessToken }",
        "Invoke-AuthleteRevocation @{ token = $accessToken } -ClientId $id -ClientSecret $secret",
        "Invoke-AuthleteRevocation @{ token = $accessToken } -ClientId $id -ClientSecret $accessToken",
        "Invoke-AuthleteUserInfo $accessToken",
        "Invoke-AuthleteUserInfo $secret",
        "Approve-AuthleteUserInfo $accessToken -Claims @{ name = $password }",
        "Get-AuthleteService",
        "Get-AuthleteService -ServiceApiKey $credential.UserName",
        "Get-AuthleteServiceConfiguration",
        "Get-AuthleteServiceJwkSet -IncludePrivateKeys",
        "Get-AuthleteClient",
        "Export-AuthleteConfiguration $folder -IncludeSecret -PassThru; Reset-AuthleteClientSecret $id -Confirm:$false; Compare-AuthleteConfiguration $folder -IncludeSecret; [IO.Directory]::Delete($folder, $true)",
        "Compare-AuthleteConfiguration $folder",
        "Test-AuthleteConfiguration",
        "Get-AuthleteConfigurationRule",
        "Export-AuthleteConfiguration $folder -IncludeSecret; Reset-AuthleteClientSecret $id -Confirm:$false; Compare-AuthleteConfiguration $folder -IncludeSecret | ConvertTo-AuthleteReport Html -Verbose; [IO.Directory]::Delete($folder, $true)",
        "Export-AuthleteConfiguration $folder -IncludeSecret; Reset-AuthleteClientSecret $id -Confirm:$false; Import-AuthleteConfiguration $folder -IncludeSecret -WhatIf; Import-AuthleteConfiguration $folder -IncludeSecret -Confirm:$false; [IO.Directory]::Delete($folder, $true)",
        "Get-AuthleteClient -ClientId $id",
        "New-AuthleteClient -ClientName Another -Description $secret",
        "New-AuthleteClient -RedirectUris 'no URI' -Description $secret",
        "Get-AuthleteAccessToken -AccessToken $accessToken",
        "New-AuthleteAccessToken -ClientId $id -GrantType AUTHORIZATION_CODE -Subject user-1 -AccessToken $otherToken",
        "New-AuthleteAccessToken -ClientId 99 -GrantType AUTHORIZATION_CODE -Subject user-1 -RefreshToken $refreshToken",
        "Remove-AuthleteClient -ClientId $id -Confirm:$false",
        "Get-AuthleteServerInfo",
        "Push-AuthleteAuthorizationRequest @{ response_type = 'code'; redirect_uri = $redirectUri; scope = 'openid' } -ClientId $id -ClientSecret $secret",
        "Push-AuthleteAuthorizationRequest @{ response_type = 'code'; client_secret = $password } -ClientId $id -ClientSecret $accessToken",
        "Update-AuthleteIdToken -AccessToken $accessToken -RefreshToken $refreshToken",
        "Update-AuthleteIdToken -AccessToken $refreshToken -RefreshToken $accessToken",
        "Invoke-AuthleteGrantManagement -GmAction QUERY -GrantId 1 -AccessToken $accessToken",
        "Register-AuthleteClient @{ client_name = 'a'; redirect_uris = @('https://a.example.com/') } -Token $registrationToken",
        "Get-AuthleteClientRegistration $registeredId $registrationToken",
        "Get-AuthleteClientRegistration $registeredId $secret",
        "Set-AuthleteClientRegistration $registeredId $registrationToken @{ client_id = $registeredId; client_name = 'b'; redirect_uris = @('https://a.example.com/') }",
        "Unregister-AuthleteClient $registeredId $registrationToken -Confirm:$false",
        "Start-Backchannel",
        "$backchannel | Approve-AuthleteBackchannelAuthentication",
        "$backchannel | Deny-AuthleteBackchannelAuthentication -Reason ACCESS_DENIED",
        "$backchannel | Complete-AuthleteBackchannelAuthentication -Result AUTHORIZED -Subject user-1",
        "Invoke-AuthleteToken @{ grant_type = 'urn:openid:params:grant-type:ciba'; auth_req_id = $authReqId } -ClientId $clientId -ClientSecret $clientSecret",
        "Invoke-AuthleteDeviceAuthorization 'scope=openid' -ClientId $id -ClientSecret $secret",
        "$device; $device | Invoke-AuthleteDeviceVerification",
        "$device | Complete-AuthleteDeviceAuthorization -Result AUTHORIZED -Subject user-1",
        "Invoke-AuthleteToken @{ grant_type = 'urn:ietf:params:oauth:grant-type:device_code'; device_code = $deviceCode } -ClientId $clientId -ClientSecret $clientSecret",
        "New-AuthleteService -ServiceName Another -SupportedResponseTypes CODE -Jwks $jwks -AuthenticationCallbackApiSecret $secret",
        "Get-AuthleteService -First 1 | New-AuthleteService -ServiceName Copy",
        "Get-AuthleteService -First 1 | Set-AuthleteService -Description changed",
        "Set-AuthleteService $serviceApiKey -Jwks @{ keys = @() } -WhatIf",
        "Set-AuthleteService $serviceApiKey -SnsCredentials @{ sns = 'FACEBOOK'; apiKey = 'k'; apiSecret = $secret } -AuthenticationCallbackApiSecret $password -WhatIf",
        "Set-AuthleteService $serviceApiKey -FederationJwks $jwks -DeveloperAuthenticationCallbackApiSecret $newSecret",
        "New-AuthleteService -InputObject \"{ $secret\"",
        "Set-AuthleteClient -InputObject \"{ $secret\"",
        "Get-AuthleteClient $id | Set-AuthleteClient -ClientName changed",
        "Get-AuthleteClient $id | Set-AuthleteClient -ClientName changed -WhatIf",
        "Get-AuthleteClient $id | ForEach-Object { $_.SetMember('clientSecret', $newSecret); $_.SetMember('ownSecret', $password); $_ } | Set-AuthleteClient -WhatIf",
        "Get-AuthleteClient $id | New-AuthleteClient -WhatIf",
        "Lock-AuthleteClient $id",
        "Reset-AuthleteClientSecret $id -Confirm:$false",
        "Set-AuthleteClientSecret $id $newSecret -Confirm:$false",
        "Set-AuthleteClientSecret 99 $newSecret -Confirm:$false",
        "Set-AuthleteClientSecret $id \"$newSecret +/\" -Confirm:$false",
        "Get-AuthleteClientAuthorization user-1",
        "Set-AuthleteClientAuthorization $id user-1 -Scopes openid",
        "Remove-AuthleteClientAuthorization $id user-1 -Confirm:$false",
        "Get-AuthleteGrantedScope $id user-1",
        "Set-AuthleteAccessToken $accessToken -Scopes openid",
        "Set-AuthleteAccessToken $secret -Scopes openid",
        "Remove-AuthleteAccessToken $accessToken",
        "Remove-AuthleteAccessToken $secret",
        "Revoke-AuthleteAccessToken $accessToken -Confirm:$false",
        "Revoke-AuthleteAccessToken -RefreshTokenIdentifier $refreshToken -WhatIf",
        "Test-AuthleteJose $token.IdToken",
        "Test-AuthleteJose $secret",
        "New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -HsmName google",
        "Get-AuthleteFederationConfiguration",
        "Register-AuthleteFederationClient -EntityConfiguration $secret",
        "Invoke-AuthleteEcho @{ token = $accessToken }",
        "Get-AuthleteConnection",
        "Connect-Authlete $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -PassThru",
        "Get-AuthleteService | Connect-Authlete",
        "Test-AuthleteCredential",
        "Test-AuthleteCredential -Credential $mixed -BaseUri $baseUri",
        "Connect-Authlete $mixed -BaseUri $baseUri",
        "Connect-Authlete $tokenAsKey -BaseUri $baseUri",
        "Connect-Authlete $malformed -BaseUri $baseUri",
        "Invoke-AuthleteApi \"/client/get/$id\"",
        "Invoke-AuthleteApi /client/get/list",
        "Invoke-AuthleteApi /auth/introspection POST -Body @{ token = $accessToken }",
        "Invoke-AuthleteApi \"/client/get/$secret\"",
        "Invoke-AuthleteApi /no/such/path POST -Query @{ token = $accessToken } -Body @{ clientSecret = $secret }",
        "Invoke-AuthleteApi /auth/token POST -Body \"{ $secret\"",
        "New-AuthletePkce",
        "Invoke-AuthleteIntrospection unknown | Get-AuthleteResultCode",
        "Disconnect-Authlete",
    ];

    /// <summary>The scripts above, and cmdlets that none of them runs.</summary>
    public static TheoryData<string> All =>
        [
            .. s_scripts,
            .. ApiCmdlets
                .All.Select(cmdlet => cmdlet.Script)
                .Where(call => !s_scripts.Append(Preparation).Any(script => RunsSameCmdlet(script, call))),
        ];

    /// <summary>Cmdlets that send a secret, for servers that send it back in an error.</summary>
    public static TheoryData<string, string> Senders =>
        new()
        {
            {
                "Invoke-AuthleteToken @{ grant_type = 'authorization_code'; code = $code } -ClientId $id -ClientSecret $secret",
                "/auth/token"
            },
            { "Invoke-AuthleteIntrospection $accessToken", "/auth/introspection" },
            { "Approve-AuthleteAuthorization -Ticket $ticket -Subject user-1", "/auth/authorization/issue" },
            { "Approve-AuthleteToken -Ticket $passwordTicket -Subject user-1", "/auth/token/issue" },
            { "Invoke-AuthleteRevocation @{ token = $accessToken } -ClientId $id -ClientSecret $secret", "/auth/revocation" },
            {
                "New-AuthleteAccessToken -ClientId $id -GrantType AUTHORIZATION_CODE -Subject user-1 -AccessToken $accessToken -RefreshToken $refreshToken",
                "/auth/token/create"
            },
            {
                "Invoke-AuthleteApi /auth/token/update POST -Body @{ accessToken = $accessToken; nested = @{ list = @($refreshToken, $secret) } }",
                "/auth/token/update"
            },
            { "Invoke-AuthleteApi /misc/echo -Query @{ token = $accessToken }", "/misc/echo" },
        };

    public static bool RunsSameCmdlet(string script, string call) => Regex.IsMatch(script, @"\b" + call.Split(' ')[0] + @"\b");
}
