<#
.SYNOPSIS
Runs an authorization code flow with PKCE and prints each response from Authlete.
.DESCRIPTION
The script plays all roles: the client application, the authorization server that calls Authlete, the
user who gives consent, and the resource server that checks the token. It uses the default connection
(Connect-Authlete) or the environment variables. In Authlete.Shell, it uses the confidential client of
the sandbox. Otherwise, specify a client that has the grant types AUTHORIZATION_CODE and REFRESH_TOKEN,
the token authentication method CLIENT_SECRET_BASIC, and the scope openid.
.EXAMPLE
./authorization-code-flow.ps1 -ClientId 26478243745571 -ClientSecret $secret -RedirectUri https://client.example.com/callback
#>
param(
    [string] $ClientId = $AuthleteSandbox.ConfidentialClient.ClientId,
    $ClientSecret = $AuthleteSandbox.ConfidentialClient.ClientSecret,
    [string] $RedirectUri = $AuthleteSandbox.ConfidentialClient.RedirectUri,
    [string] $Subject = 'user-1',
    [string] $Scope = 'openid email'
)

$ErrorActionPreference = 'Stop'
$client = @{ ClientId = $ClientId; ClientSecret = $ClientSecret }

'1. The client application redirects the browser to the authorization endpoint. Authlete checks the request.'
$pkce = New-AuthletePkce
$authorization = Invoke-AuthleteAuthorization -Parameters ([ordered]@{
        response_type         = 'code'
        client_id             = $ClientId
        redirect_uri          = $RedirectUri
        scope                 = $Scope
        state                 = 'a-state'
        nonce                 = 'a-nonce'
        code_challenge        = $pkce.CodeChallenge
        code_challenge_method = $pkce.CodeChallengeMethod
    })
$authorization

"2. The user logs in as $Subject and gives consent. Authlete issues a code."
$issued = $authorization | Approve-AuthleteAuthorization -Subject $Subject
$issued
"   Parameters of the redirect: $($issued.ResponseParameters.Keys -join ', ')"

'3. The client application exchanges the code for tokens.'
$token = Invoke-AuthleteToken @client -Parameters ([ordered]@{
        grant_type    = 'authorization_code'
        code          = $issued.ResponseParameters.code
        redirect_uri  = $RedirectUri
        code_verifier = $pkce.CodeVerifier
    })
$token
"   The client gets: $($token.GetResponseObject().Keys -join ', ')"

'4. A resource server checks whether the access token is valid.'
$token | Invoke-AuthleteIntrospection -Scopes openid

'5. The UserInfo endpoint checks the token and returns claims.'
$token | Invoke-AuthleteUserInfo
$userInfo = Approve-AuthleteUserInfo -Token $token.AccessToken -Claims @{ email = 'user-1@example.com' }
$userInfo
"   The client gets the claims: $($userInfo.GetResponseObject().Keys -join ', ')"

'6. The client application revokes the token.'
Invoke-AuthleteRevocation @client -Parameters @{ token = $token.AccessToken }

'7. The resource server checks the token again. Authlete no longer knows it.'
$after = $token | Invoke-AuthleteIntrospection
$after
$after | Get-AuthleteResultCode
if ($token.Action -ne 'OK' -or $after.Action -ne 'UNAUTHORIZED') {
    throw "The flow failed: the token request returned $($token.Action), and the last introspection returned $($after.Action)."
}
