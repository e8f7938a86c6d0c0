BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule

    function Complete($Line) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText
    }
}

Describe 'TabExpansion2' {
    It 'completes the names of cmdlets' {
        Complete 'Get-AuthleteClientA' | Should -Be 'Get-AuthleteClientAuthorization'
    }

    It 'completes the names of parameters, aliases too' {
        Complete 'New-AuthleteClient -RedirectUr' | Should -Contain '-RedirectUris'
        Complete 'Connect-Authlete -VaultN' | Should -Be '-VaultName'
    }

    It 'completes the values of a set, in any case' {
        Complete 'New-AuthleteClient -ClientType ' | Should -Be 'PUBLIC', 'CONFIDENTIAL'
        Complete 'New-AuthleteClient -ClientType conf' | Should -Be 'CONFIDENTIAL'
        Complete 'New-AuthleteClient -GrantTypes AUTHORIZATION_CODE, REF' | Should -Be 'REFRESH_TOKEN'
        Complete 'Deny-AuthleteAuthorization -Reason NOT_L' | Should -Be 'NOT_LOGGED_IN'
    }

    It 'quotes a value as it was begun' {
        Complete 'New-AuthleteClient -ClientType "conf' | Should -Be '"CONFIDENTIAL"'
    }

    It 'completes the paths of the API' {
        Complete 'Invoke-AuthleteApi -Path /service/jw' | Should -Be '/service/jwks/get'
    }

    It 'offers the properties of what a cmdlet writes' {
        Complete 'Get-AuthleteClient | Where-Object RedirectU' | Should -Be 'RedirectUris'
        Complete '(Get-AuthleteClient).RedirectU' | Should -Contain 'RedirectUris'
    }

    It 'needs no connection' {
        Get-AuthleteConnection | Should -BeNullOrEmpty
        $Error.Clear()
        Complete 'Get-AuthleteClient -ClientId ' | Should -BeNullOrEmpty
        Complete 'New-AuthleteAccessToken -Scopes ' | Should -BeNullOrEmpty
        $null = Complete 'Set-AuthleteClient -ClientId 1 -ClientType '
        $Error | Should -BeNullOrEmpty
    }

    It 'completes result codes, and the keys of request parameters' {
        Complete 'Get-AuthleteResultCode A00400' | Should -Contain 'A004001'
        if ($PSVersionTable.PSVersion.Major -ge 7) {
            Complete 'Invoke-AuthleteAuthorization @{ code_challenge_' | Should -Be 'code_challenge_method'
        }
    }

    Context 'with a connection' {
        BeforeAll {
            $sandbox = Start-Sandbox
            Connect-Sandbox $sandbox
        }

        AfterAll {
            Disconnect-Authlete
            Stop-Sandbox $sandbox
        }

        It 'completes client ids by name, scopes and API keys' {
            $client = New-AuthleteClient -ClientName 'Tab shop'

            # On a busy machine, the first response can arrive after completion has stopped waiting, which it does after half a second.
            for ($i = 0; $i -lt 50 -and -not ($found = Complete 'Get-AuthleteClient -ClientId tab'); $i++) { }
            $found | Should -Be "$($client.ClientId)"
            for ($i = 0; $i -lt 50 -and -not ($found = Complete 'New-AuthleteAccessToken -Scopes open'); $i++) { }
            $found | Should -Be openid
            for ($i = 0; $i -lt 50 -and -not ($found = Complete 'Get-AuthleteService '); $i++) { }
            $found | Should -Contain $sandbox.ServiceApiKey
        }
    }
}
