BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'Support/Vault.psm1')
    $kind = Get-TestVaultKind
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Vault.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    $baseUri = $sandbox.BaseUri
    $service = $sandbox.Credential
    $owner = $sandbox.ServiceOwnerCredential
    $vault = Enable-TestVault
}

AfterAll {
    Stop-Sandbox $sandbox
    Disable-TestVault
}

Describe 'An entry in a vault (<kind>)' -ForEach @{ Kind = $kind } {
    BeforeAll {
        $pair = "$($service.UserName):$($service.GetNetworkCredential().Password)"
        Set-Secret -Name text -Secret $pair
        Set-Secret -Name secure -SecureStringSecret (ConvertTo-SecureString $pair -AsPlainText -Force)
        Set-Secret -Name credential -Secret $service -Vault $vault
        Set-Secret -Name table -Secret @{
            ApiKey                = $service.UserName
            ApiSecret             = $service.GetNetworkCredential().Password
            BaseUri               = $baseUri
            ServiceOwnerApiKey    = $owner.UserName
            ServiceOwnerApiSecret = $owner.GetNetworkCredential().Password
        }
        Set-Secret -Name word -Secret no-colon-in-it
    }

    AfterEach { Disconnect-Authlete }

    It 'is a key and a secret when it is <_>' -ForEach 'text', 'secure', 'credential' {
        (Get-AuthleteServiceConfiguration -SecretName $_ -BaseUri $baseUri).issuer | Should -Not -BeNullOrEmpty
        (Get-AuthleteServiceConfiguration -SecretName $_ -Vault $vault -BaseUri $baseUri).issuer | Should -Not -BeNullOrEmpty
    }

    It 'holds the base URI and both pairs when it is a table' {
        Connect-Authlete -SecretName table
        (Get-AuthleteConnection).BaseUri | Should -Be $baseUri
        (Get-AuthleteClient -First 1).ClientId | Should -Not -BeNullOrEmpty
        (Get-AuthleteService -First 1).ApiKey | Should -Be $service.UserName
    }

    It 'is the owner''s pair beside the service''s' {
        Set-Secret -Name owner -Secret $owner
        Connect-Authlete -SecretName credential -ServiceOwnerSecretName owner -BaseUri $baseUri
        (Get-AuthleteService -First 1).ApiKey | Should -Be $service.UserName
    }

    It 'of a wrong shape is refused' {
        { Get-AuthleteServiceConfiguration -SecretName word -BaseUri $baseUri } | Should -Throw -ErrorId 'SecretOfWrongShape,*'
    }

    It 'that is not there is not found' {
        { Get-AuthleteServiceConfiguration -SecretName nothing -BaseUri $baseUri } | Should -Throw -ErrorId 'SecretNotFound,*'
        { Get-AuthleteServiceConfiguration -SecretName text -Vault NoSuchVault -BaseUri $baseUri } | Should -Throw -ErrorId 'SecretNotFound,*'
    }

    It 'is completed by name, its vault too' {
        # On a busy machine, the names can arrive after completion has stopped waiting.
        function Complete($Line) {
            for ($i = 0; $i -lt 100 -and -not ($found = (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText); $i++) { }
            $found
        }

        Complete 'Connect-Authlete -SecretName ta' | Should -Be 'table'
        Complete "Connect-Authlete -SecretName table -Vault $($vault.Substring(0, 9))" | Should -Be $vault
    }

    It 'shows in no stream' {
        $all = Connect-Authlete -SecretName table -Verbose -Debug 4>&1 5>&1 | Out-String
        $all | Should -Not -BeNullOrEmpty
        $all | Should -Not -Match ([regex]::Escape($service.GetNetworkCredential().Password))
    }
}

Describe 'A new secret in a vault (<kind>)' -ForEach @{ Kind = $kind } {
    BeforeAll {
        $null = Connect-Authlete -Credential $service -ServiceOwnerCredential $owner -BaseUri $baseUri -SkipTest -MaximumRetryCount 0
        $client = New-AuthleteClient -ClientName Shop -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC
    }

    BeforeEach { $former = (Get-AuthleteClient $client.ClientId).ClientSecret }

    AfterEach { if ($sandbox) { Clear-SandboxFault $sandbox } }

    AfterAll { Disconnect-Authlete }

    It 'is the one in force, and the metadata of its entry stays' {
        Set-Secret -Name 'rotated' -Secret before -Metadata @{ Owner = 'team'; Since = [datetime]'2026-01-02' }
        $output = $client | Reset-AuthleteClientSecret -OutSecretName 'rotated' -Confirm:$false
        $output.Vault | Should -Be $vault
        $entry = Get-Secret 'rotated' -Vault $vault
        $entry.UserName | Should -Be $client.ClientId
        $entry.GetNetworkCredential().Password | Should -Be (Get-AuthleteClient $client.ClientId).ClientSecret
        $entry.GetNetworkCredential().Password | Should -Not -Be $former
        $info = Get-SecretInfo -Vault $vault | Where-Object Name -EQ 'rotated'
        $info.Metadata['Owner'] | Should -Be team
        $info.Metadata['Since'] | Should -Be ([datetime]'2026-01-02')
        ($output | Format-List * | Out-String) | Should -Not -Match ([regex]::Escape($entry.GetNetworkCredential().Password))
    }

    It 'of a new service connects to it' {
        $new = New-AuthleteService -ServiceName 'In a vault' -Issuer 'https://vault.example.com' -SupportedResponseTypes CODE -OutSecretName '{ServiceName} {ServiceApiKey}'
        (Get-AuthleteServiceConfiguration -SecretName $new.SecretName -Vault $new.Vault -BaseUri $baseUri).Issuer | Should -Be 'https://vault.example.com'
    }

    It 'leaves an entry as it was if the former secret stays in force: <Name>' -ForEach @(
        @{ Name = 'a text'; Content = 'before' }
        @{ Name = 'a SecureString'; Content = ConvertTo-SecureString before -AsPlainText -Force }
        @{ Name = 'a credential'; Content = [pscredential]::new('user', (ConvertTo-SecureString before -AsPlainText -Force)) }
        @{ Name = 'a table'; Content = @{ A = ConvertTo-SecureString before -AsPlainText -Force } }
        @{ Name = 'bytes'; Content = [byte[]](1, 2, 3) }
    ) {
        Set-Secret -Name kept -Secret $Content -Metadata @{ Owner = 'team' }
        $before = ConvertTo-Json (Get-Secret kept -AsPlainText | Select-Object UserName, A, Length, @{ n = 'Text'; e = { "$_" } })
        $type = (Get-SecretInfo kept -Vault $vault).Type
        Add-SandboxFault $sandbox @{ operation = '/client/secret/update/*'; status = 500 }
        { $client | Reset-AuthleteClientSecret -OutSecretName kept -Confirm:$false -ErrorAction Stop } | Should -Throw '*is unchanged*'
        (Get-AuthleteClient $client.ClientId).ClientSecret | Should -Be $former
        ConvertTo-Json (Get-Secret kept -AsPlainText | Select-Object UserName, A, Length, @{ n = 'Text'; e = { "$_" } }) | Should -Be $before
        (Get-SecretInfo kept -Vault $vault).Type | Should -Be $type
        (Get-SecretInfo kept -Vault $vault).Metadata['Owner'] | Should -Be team
    }

    It 'leaves no entry where there was none if the former secret stays in force' {
        Add-SandboxFault $sandbox @{ operation = '/client/secret/update/*'; status = 500 }
        { $client | Reset-AuthleteClientSecret -OutSecretName never -Confirm:$false -ErrorAction Stop } | Should -Throw '*is unchanged*'
        Get-SecretInfo never -Vault $vault | Should -BeNullOrEmpty
    }
}

# The behavior of vaults that the other tests rely on, checked with the fake and with the real one.
Describe 'A vault (<kind>)' -ForEach @{ Kind = $kind } {
    It 'gives text as a SecureString, as plain text only if it is asked to' {
        Set-Secret -Name plain -Secret abc
        Get-Secret plain | Should -BeOfType securestring
        Get-Secret plain -AsPlainText | Should -Be abc
        Set-Secret -Name pair -Secret @{ A = 'b' }
        (Get-Secret pair).A | Should -BeOfType securestring
        (Get-Secret pair -AsPlainText).A | Should -Be b
    }

    It 'keeps metadata until the entry is written again' {
        Set-Secret -Name described -Secret abc -Metadata @{ Use = 'tests' }
        (Get-SecretInfo described -Vault $vault).Metadata['Use'] | Should -Be tests
        Set-SecretInfo described -Metadata @{ Use = 'more tests' }
        (Get-SecretInfo described -Vault $vault).Metadata['Use'] | Should -Be 'more tests'
        Set-Secret -Name described -Secret abc
        (Get-SecretInfo described -Vault $vault).Metadata.Count | Should -Be 0
    }

    It 'says with an error id what went wrong' {
        Set-Secret -Name present -Secret abc
        { Get-Secret absent -ErrorAction Stop } | Should -Throw -ErrorId 'GetSecretNotFound*'
        { Get-SecretVault NoSuchVault -ErrorAction Stop } | Should -Throw -ErrorId 'GetSecretVaultNotFound*'
        { Get-Secret present -Vault NoSuchVault -ErrorAction Stop } | Should -Throw -ErrorId 'GetSecretVaultNotFound*'
        { Test-SecretVault NoSuchVault -ErrorAction Stop } | Should -Throw -ErrorId 'TestSecretVaultNotFound*'
        { Set-Secret -Name present -Secret def -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'SetSecretCommandAlreadyExistsWithNoClobber*'
        { Set-Secret -Name number -Secret @{ A = 1 } -ErrorAction Stop } | Should -Throw
        { Remove-Secret absent -Vault $vault -ErrorAction Stop } | Should -Throw
        Get-Secret present -AsPlainText | Should -Be abc
    }

    It 'lists and removes entries' {
        Set-Secret -Name gone -Secret abc
        (Get-SecretInfo gone).VaultName | Should -Be $vault
        Get-SecretInfo gone | Remove-Secret
        Get-SecretInfo gone | Should -BeNullOrEmpty
        Test-SecretVault $vault | Should -BeTrue
        (Get-SecretVault $vault).IsDefault | Should -BeTrue
    }
}
