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
        Complete 'Get-AuthleteClient -ClientId ' | Should -Not -BeNullOrEmpty -Because 'files are what the engine falls back to'
        $Error.Clear()
        $null = Complete 'Set-AuthleteClient -ClientId 1 -ClientType '
        $Error | Should -BeNullOrEmpty
    }
}
