BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    Connect-Sandbox $sandbox
}

AfterAll {
    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe '-WhatIf' {
    BeforeEach {
        $client = New-AuthleteClient -ClientName Before -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC -Developer whatif
    }

    It 'shows old and new values, and changes nothing' {
        $text = Get-HostText { Set-AuthleteClient $client.ClientId -ClientName After -WhatIf }
        $text | Should -Match 'What if: '
        $text | Should -Match 'Before'
        $text | Should -Match 'After'
        $text | Should -Match "$($client.ClientId)"
        (Get-AuthleteClient $client.ClientId).ClientName | Should -Be Before
    }

    It 'says of each command what it would do: <_>' -ForEach @(
        'Remove-AuthleteClient $client.ClientId'
        'Reset-AuthleteClientSecret $client.ClientId'
        'Set-AuthleteClientSecret $client.ClientId $newSecret'
        'Lock-AuthleteClient $client.ClientId'
        'Set-AuthleteRequestableScope $client.ClientId openid'
        '$client | New-AuthleteClient -ClientName Twin'
        'Set-AuthleteService $sandbox.ServiceApiKey -ServiceName Renamed'
        'Remove-AuthleteService $sandbox.ServiceApiKey'
        'Revoke-AuthleteAccessToken -ClientIdentifier $client.ClientId'
    ) {
        $newSecret = 'canary-new-secret-0123456789'
        $before = (Get-AuthleteClient).Count
        $command = [scriptblock]::Create("$_ -WhatIf")
        $text = Get-HostText { . $command }
        $text | Should -Match '^What if: '
        $text | Should -Not -Match ([regex]::Escape($client.ClientSecret))
        $text | Should -Not -Match $newSecret
        (Get-AuthleteClient).Count | Should -Be $before
        (Get-AuthleteClient $client.ClientId).ClientSecret | Should -Be $client.ClientSecret
    }

    It 'is what $WhatIfPreference does too' {
        $text = Get-HostText {
            $WhatIfPreference = $true
            Get-AuthleteClient $client.ClientId | Remove-AuthleteClient
        }
        $text | Should -Match 'What if: '
        (Get-AuthleteClient $client.ClientId).ClientName | Should -Be Before
    }
}

Describe '-Confirm' {
    It 'is refused where nobody can answer, and nothing is removed' {
        $client = New-AuthleteClient -ClientName Kept
        $manifest = (Get-TestedManifest).Replace("'", "''")
        $environment = "`$env:AUTHLETE_BASE_URL = '$($sandbox.BaseUri)'; `$env:AUTHLETE_SERVICE_APIKEY = '$($sandbox.Credential.UserName)'; " +
            "`$env:AUTHLETE_SERVICE_APISECRET = '$($sandbox.Credential.GetNetworkCredential().Password)'"
        $null = Invoke-NewPowerShell "$environment; Import-Module '$manifest'; Remove-AuthleteClient $($client.ClientId)"
        (Get-AuthleteClient $client.ClientId).ClientName | Should -Be Kept
    }

    It 'asks nothing with -Confirm:$false' {
        $client = New-AuthleteClient -ClientName Gone
        Remove-AuthleteClient $client.ClientId -Confirm:$false
        { Get-AuthleteClient $client.ClientId -ErrorAction Stop } | Should -Throw -ErrorId 'A*,*'
    }
}
