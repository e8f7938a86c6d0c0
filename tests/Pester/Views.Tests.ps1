BeforeDiscovery {
    $shown = @(
        @{ What = 'clients'; Script = { Get-AuthleteClient } }
        @{ What = 'a client as a list'; Script = { Get-AuthleteClient -First 1 | Format-List } }
        @{ What = 'services'; Script = { Get-AuthleteService } }
        @{ What = 'a service as a list'; Script = { Get-AuthleteService -First 1 | Format-List } }
        @{ What = 'access tokens'; Script = { Get-AuthleteAccessToken } }
        @{ What = 'a created token'; Script = { $token } }
        @{ What = 'an authorization response'; Script = { $authorization } }
        @{ What = 'an issued code'; Script = { $issued } }
        @{ What = 'a token response'; Script = { $redeemed } }
        @{ What = 'an introspection response'; Script = { Invoke-AuthleteIntrospection $token.AccessToken } }
        @{ What = 'a userinfo response'; Script = { Invoke-AuthleteUserInfo $token.AccessToken } }
        @{ What = 'a PKCE pair'; Script = { $pkce } }
        @{ What = 'the connection'; Script = { Get-AuthleteConnection } }
        @{ What = 'the test of a credential'; Script = { Test-AuthleteCredential } }
        @{ What = 'result codes'; Script = { Get-AuthleteResultCode A0503* } }
        @{ What = 'findings of security rules'; Script = { Test-AuthleteConfiguration -Rule AUT-C0*, AUT-S* } }
        @{ What = 'a finding as a list'; Script = { Test-AuthleteConfiguration -Rule AUT-S27 | Format-List } }
        @{ What = 'differences'; Script = { Compare-AuthleteConfiguration $exported } }
        @{ What = 'differences as a list'; Script = { Compare-AuthleteConfiguration $exported | Format-List } }
        @{ What = 'the plan of an import'; Script = { Import-AuthleteConfiguration $exported -WhatIf } }
        @{ What = 'results of an import as a list'; Script = { Import-AuthleteConfiguration $exported -WhatIf | Format-List } }
        @{ What = 'security rules'; Script = { Get-AuthleteConfigurationRule } }
        @{ What = 'the server'; Script = { Get-AuthleteServerInfo } }
        @{ What = 'the discovery document'; Script = { Get-AuthleteServiceConfiguration } }
        @{ What = 'a JWK set with private keys'; Script = { Get-AuthleteServiceJwkSet -IncludePrivateKeys } }
        @{ What = 'a reset secret'; Script = { New-AuthleteClient -ClientName Reset -ClientType CONFIDENTIAL | Reset-AuthleteClientSecret -Confirm:$false } }
        @{ What = 'an authorized client'; Script = { Get-AuthleteClientAuthorization user-1 } }
        @{ What = 'granted scopes'; Script = { Get-AuthleteGrantedScope -ClientId $clientId -Subject user-1 } }
        @{ What = 'a key of an HSM'; Script = { New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid "key-$([guid]::NewGuid())" -HsmName google } }
        @{ What = 'a backchannel response'; Script = { $backchannel } }
        @{ What = 'a device response'; Script = { $device } }
        @{ What = 'an untyped answer'; Script = { Invoke-AuthleteApi /auth/introspection POST -Body @{ token = $token.AccessToken } } }
        @{ What = 'many types in one stream'; Script = { Get-Item $PSScriptRoot; $token; Get-AuthleteClient -First 1; Get-AuthleteService -First 1; $redeemed; $pkce } }
        @{ What = 'responses of many types'; Script = { $authorization; $issued; $redeemed; Invoke-AuthleteIntrospection $token.AccessToken } }
    )
    $cases = foreach ($width in 80, 120) { foreach ($case in $shown) { $case + @{ Width = $width } } }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    Connect-Sandbox $sandbox
    if ($PSStyle) {
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
    }

    $clientId = $sandbox.ConfidentialClient.ClientId
    $client = @{ ClientId = $clientId; ClientSecret = $sandbox.ConfidentialClient.ClientSecret }
    $request = @{ response_type = 'code'; client_id = $clientId; redirect_uri = $sandbox.ConfidentialClient.RedirectUri; scope = 'openid profile' }
    $null = New-AuthleteClient -ClientName ('A name that goes on and on, ' * 3) -Description ('long text ' * 19) -RedirectUris (1..5 | ForEach-Object { "https://client.example.com/a/rather/long/path/$_/callback" })
    $exported = Join-Path $TestDrive 'exported'
    Export-AuthleteConfiguration $exported -Confirm:$false
    $null = Set-AuthleteClient $clientId -Description 'Changed since'
    $authorization = Invoke-AuthleteAuthorization $request
    $issued = Invoke-AuthleteAuthorization $request | Approve-AuthleteAuthorization -Subject user-1
    $spent = Invoke-AuthleteAuthorization $request | Approve-AuthleteAuthorization -Subject user-1
    $redeemed = Invoke-AuthleteToken @client @{ grant_type = 'authorization_code'; code = $spent.AuthorizationCode; redirect_uri = $request.redirect_uri }
    $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject user-1 -Scopes openid, profile
    $pkce = New-AuthletePkce
    $backchannel = Invoke-AuthleteBackchannelAuthentication @client @{ scope = 'openid'; login_hint = 'user-1' }
    $device = Invoke-AuthleteDeviceAuthorization @client 'scope=openid'
    $private = [regex]::Match((Get-AuthleteServiceJwkSet -IncludePrivateKeys).ToJson(), '"d":"([^"]+)"').Groups[1].Value
    $secrets = @(
        $sandbox.Credential.GetNetworkCredential().Password
        $sandbox.ServiceOwnerCredential.GetNetworkCredential().Password
        (Get-AuthleteClient).ClientSecret
        $authorization.Ticket, $issued.AuthorizationCode, $redeemed.AccessToken, $redeemed.RefreshToken, $redeemed.IdToken
        $token.AccessToken, $token.RefreshToken, $pkce.CodeVerifier, $backchannel.Ticket, $device.DeviceCode, $private
    ) | Where-Object { $_ }
}

AfterAll {
    if ($PSStyle) {
        $PSStyle.OutputRendering = $rendering
    }

    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe 'What is shown at <Width> columns of <What>' -ForEach $cases {
    It 'fits, is not empty and has no secret' {
        $objects = & $Script
        $text = $objects | Out-String -Width $Width
        $lines = $text -split '\r?\n' | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ }
        $lines | Where-Object { $_.Length -gt $Width } | Should -BeNullOrEmpty
        $secrets.Count | Should -BeGreaterThan 12
        $secrets | Where-Object { $text.Contains($_) } | Should -BeNullOrEmpty
        $text | Should -Not -Match '"d":|new-?secret: \S'

        # Without a non-empty row, the table shows nothing.
        $lines.Count | Should -BeGreaterThan 1
        $ruler = $lines.IndexOf(($lines | Where-Object { $_ -match '^[- ]+$' } | Select-Object -First 1))
        if ($ruler -ge 0) {
            $lines.Count | Should -BeGreaterThan ($ruler + 1)
        }
        elseif ($text -match '(?m)^\w+ +: ') {
            ($lines | Where-Object { $_ -match '^\w+ +: \S' }) | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'What is shown' {
    It 'has the secret if it is asked for' {
        ($token | Format-List * | Out-String -Width 500) | Should -Match ([regex]::Escape($token.AccessToken))
        ($token | Format-Table Action, AccessToken | Out-String -Width 500) | Should -Match ([regex]::Escape($token.AccessToken))
        (Get-AuthleteClient $clientId | Format-List ClientSecret | Out-String -Width 500) | Should -Match ([regex]::Escape($client.ClientSecret))
    }

    It 'has no secret in a list that comes from a file' {
        $file = Join-Path $TestDrive 'objects.xml'
        Get-AuthleteClient -First 1 | Export-Clixml $file
        Get-AuthleteService -First 1 | Export-Clixml "$file.service"
        $text = $file, "$file.service" | ForEach-Object { Import-Clixml $_ | Format-List | Out-String } | Out-String
        $text | Should -Match 'Sandbox web client'
        $secrets | Where-Object { $text.Contains($_) } | Should -BeNullOrEmpty
    }

    It 'is ids without grouping, and rows with the values of each client' {
        $text = Get-AuthleteClient | Out-String -Width 120
        foreach ($one in Get-AuthleteClient) {
            $text | Should -Match "(?m)^ *$($one.ClientId) "
        }
    }
}
