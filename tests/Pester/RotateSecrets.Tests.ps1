BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'Support/Vault.psm1')
    $isStandIn = (Get-TestVaultKind) -eq 'a stand-in for SecretManagement'
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Vault.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    $vault = Enable-TestVault
    $null = Connect-Authlete -Credential $sandbox.Credential -BaseUri $sandbox.BaseUri -SkipTest -MaximumRetryCount 0
    $sample = [IO.Path]::Combine((Split-Path (Split-Path $PSScriptRoot)), 'samples', 'rotate-secrets', 'rotate-secrets.ps1')

    function New-Clients($Prefix) {
        1..3 | ForEach-Object { New-AuthleteClient -ClientName "$Prefix $_" -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC }
    }

    # Runs the sample, which may fail, and returns the clients that it rotated.
    function Invoke-Sample($Prefix, $Days = 30, $ThrottleLimit = 1) {
        & $sample -Name "$Prefix *" -Days $Days -ThrottleLimit $ThrottleLimit -Confirm:$false
    }

    function Test-Consistent($Client) {
        $entry = (Get-Secret "authlete-client-$($Client.ClientId)" -Vault $vault).GetNetworkCredential()
        $inForce = (Get-AuthleteClient $Client.ClientId).ClientSecret
        $entry.UserName -eq $Client.ClientId -and $entry.Password -ceq $inForce -and $inForce -cne $Client.ClientSecret
    }
}

AfterAll {
    $global:PlannedVaultFault = $null
    Disconnect-Authlete
    Stop-Sandbox $sandbox
    Disable-TestVault
}

Describe 'rotate-secrets.ps1' {
    AfterEach {
        $global:PlannedVaultFault = $null
        Clear-SandboxFault $sandbox
    }

    It 'rotates once in so many days, however often it runs' {
        $clients = New-Clients Twice
        Set-Secret "authlete-client-$($clients[0].ClientId)" -Secret before -Metadata @{ Owner = 'team' }
        (Invoke-Sample Twice).Status | Should -Be Rotated, Rotated, Rotated
        $clients | ForEach-Object { Test-Consistent $_ | Should -BeTrue }
        $secrets = ($clients | Get-AuthleteClient).ClientSecret
        (Invoke-Sample Twice -ThrottleLimit 2).Status | Should -Be Fresh, Fresh, Fresh
        ($clients | Get-AuthleteClient).ClientSecret | Should -Be $secrets
        (Get-SecretInfo "authlete-client-$($clients[0].ClientId)" -Vault $vault).Metadata['Owner'] | Should -Be team
        (Invoke-Sample Twice -Days 0 -ThrottleLimit 3).Status | Should -Be Rotated, Rotated, Rotated
    }

    It 'rotates what is older than so many days' {
        $clients = New-Clients Old
        $null = Invoke-Sample Old
        $age = [DateTimeOffset]::UtcNow.AddDays(-31).ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
        Set-SecretInfo "authlete-client-$($clients[1].ClientId)" -Vault $vault -Metadata @{ AuthleteRotatedAt = $age }
        Set-SecretInfo "authlete-client-$($clients[2].ClientId)" -Vault $vault -Metadata @{ AuthleteRotatedAt = 'no date' }
        (Invoke-Sample Old | Sort-Object ClientName).Status | Should -Be Fresh, Rotated, Rotated
    }

    It 'leaves alone what authenticates without a secret, and changes nothing with -WhatIf' {
        $null = New-AuthleteClient -ClientName 'Alone 1' -ClientType PUBLIC
        $null = New-AuthleteClient -ClientName 'Alone 2' -ClientType CONFIDENTIAL -TokenAuthMethod PRIVATE_KEY_JWT
        $client = New-AuthleteClient -ClientName 'Alone 3' -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_POST
        & $sample -Name 'Alone *' -WhatIf | Should -BeNullOrEmpty
        (Get-AuthleteClient $client.ClientId).ClientSecret | Should -Be $client.ClientSecret
        (Invoke-Sample Alone).ClientName | Should -Be 'Alone 3'
    }

    It 'goes on with the others when a client fails, ends with an error, and finishes the next time: <Fault>' -ForEach @(
        @{ Fault = @{ status = 500 } }
        @{ Fault = @{ connection = 'reset' } }
        @{ Fault = @{ connection = 'reset-after' }; Done = $true }
    ) {
        $prefix = "Fails $($Fault.Values)"
        $clients = New-Clients $prefix
        Add-SandboxFault $sandbox (@{ operation = "/client/secret/update/$($clients[1].ClientId)" } + $Fault)
        if ($Done) {
            (Invoke-Sample $prefix).Status | Should -Be Rotated, Rotated, Rotated
        }
        else {
            { Invoke-Sample $prefix 2>&1 } | Should -Throw '1 of 3 clients were not rotated*'
        }
        (Invoke-Sample $prefix).Status | Sort-Object -Unique | Should -BeIn Fresh, Rotated
        $clients | ForEach-Object { Test-Consistent $_ | Should -BeTrue }
        (Invoke-Sample $prefix).Status | Should -Be Fresh, Fresh, Fresh
    }

    It 'goes on where it was broken off' {
        $clients = New-Clients Broken
        Invoke-Sample Broken -ThrottleLimit 3 | Select-Object -First 1 | Should -Not -BeNullOrEmpty
        $null = Invoke-Sample Broken
        $clients | ForEach-Object { Test-Consistent $_ | Should -BeTrue }
        (Invoke-Sample Broken).Status | Should -Be Fresh, Fresh, Fresh
    }

    It 'survives a vault that fails at step <_>' -ForEach (1..20) -Skip:(-not $isStandIn) {
        $prefix = "Step $_"
        $clients = New-Clients $prefix
        $global:failingStep = $_
        $global:PlannedVaultFault = { if (--$global:failingStep -eq 0) { throw 'The vault fails.' } }
        try { $null = Invoke-Sample $prefix 2>&1 } catch { $_.Exception.Message | Should -Match 'vault|rotated' }
        $global:PlannedVaultFault = $null
        $null = Invoke-Sample $prefix
        $clients | ForEach-Object { Test-Consistent $_ | Should -BeTrue }
        (Invoke-Sample $prefix).Status | Should -Be Fresh, Fresh, Fresh
    }
}
