BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Samples.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Vault.psm1')
    Import-TestedModule
    $development = Start-Sandbox
    $production = Start-Sandbox
    $null = Enable-TestVault
    $export = Get-SamplePath 'promote/Export-Environment.ps1'
    $import = Get-SamplePath 'promote/Import-Environment.ps1'

    function Set-Entry([string] $Name, $Sandbox, [string] $BaseUri = $Sandbox.BaseUri) {
        Set-Secret -Name $Name -Secret @{
            ApiKey                = $Sandbox.Credential.UserName
            ApiSecret             = $Sandbox.Credential.GetNetworkCredential().Password
            ServiceOwnerApiKey    = $Sandbox.ServiceOwnerCredential.UserName
            ServiceOwnerApiSecret = $Sandbox.ServiceOwnerCredential.GetNetworkCredential().Password
            BaseUri               = $BaseUri
        }
    }

    Set-Entry authlete-development $development
    Set-Entry authlete-production $production
    Set-Secret -Name web-shop -Secret 'the-secret-of-production-0123456789abcdef'

    Connect-Sandbox $development
    $shop = New-AuthleteClient -ClientName 'Web shop' -ClientIdAlias web-shop -ClientIdAliasEnabled $true -ClientType CONFIDENTIAL `
        -TokenAuthMethod CLIENT_SECRET_BASIC -GrantTypes AUTHORIZATION_CODE -ResponseTypes CODE -RedirectUris 'https://dev.example.com/callback' -Contacts team@dev.example.org
    Connect-Sandbox $production

    # Creates a new promotion, so that other tests of this file don't affect it.
    function New-Promotion {
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive (New-Guid))).FullName
        Push-Location $folder
        Invoke-Git init --quiet .
        Invoke-Git config user.name Tests
        Invoke-Git config user.email tests@example.com
        $null = & $export development

        # A setting that a user makes once.
        $file = './config/clients/web-shop.json'
        $json = Get-Content -Raw $file | ConvertFrom-Json
        $json.contacts = @('${ENV:TEAM_MAIL}')
        $json | Add-Member clientSecret '${SECRET:web-shop}'
        Set-Content $file (ConvertTo-Json $json -Depth 20)
        $env:TEAM_MAIL = 'team@dev.example.org'
        $null = & $export development
        $env:TEAM_MAIL = 'team@www.example.org'
        Invoke-Git add .
        Invoke-Git commit --quiet --message 'The configuration'
        $folder
    }
}

AfterAll {
    Remove-Item env:TEAM_MAIL
    Disconnect-Authlete
    Stop-Sandbox $development
    Stop-Sandbox $production
    Disable-TestVault
}

Describe 'A promotion' {
    AfterEach {
        Clear-SandboxFault $production
        Get-AuthleteClient -Name 'Web shop' | Remove-AuthleteClient -Confirm:$false
        Pop-Location
    }

    It 'writes placeholders for what differs, and an export keeps them' {
        $null = New-Promotion
        $json = Get-Content -Raw ./config/clients/web-shop.json | ConvertFrom-Json
        $json.redirectUris | Should -Be 'https://${HOST}/callback'
        $json.contacts | Should -Be '${ENV:TEAM_MAIL}'
        $json.clientSecret | Should -Be '${SECRET:web-shop}'
        git status --porcelain | Should -BeNullOrEmpty
    }

    It 'shows the plan and changes nothing with -WhatIf' {
        $null = New-Promotion
        $plan = & $import production -WhatIf
        ($plan | Where-Object Label -EQ web-shop).Action | Should -Be Create
        $plan.Status | Select-Object -Unique | Should -Be Planned
        $plan | ConvertTo-Json -Depth 5 | Should -Not -BeLike '*the-secret-of-production*'
        Get-AuthleteClient -Name 'Web shop' | Should -BeNullOrEmpty
        git status --porcelain | Should -BeNullOrEmpty
    }

    It 'fills the placeholders for production, and commits the ids' {
        $null = New-Promotion
        $done = & $import production -Confirm:$false
        $done.Status | Select-Object -Unique | Should -Be Done
        $client = Get-AuthleteClient -Name 'Web shop'
        $client.RedirectUris | Should -Be 'https://www.example.com/callback'
        $client.Contacts | Should -Be 'team@www.example.org'
        $client.ClientSecret | Should -Be 'the-secret-of-production-0123456789abcdef'
        $ids = Get-Content -Raw ./config/ids.json | ConvertFrom-Json
        $ids.($production.ServiceApiKey).'web-shop' | Should -Be $client.ClientId
        $ids.($development.ServiceApiKey).'web-shop' | Should -Be $shop.ClientId
        git status --porcelain | Should -BeNullOrEmpty
        git log -1 --format=%s | Should -Be 'Add the client IDs of production'

        # A second run finds nothing to change and nothing to commit.
        (& $import production -Confirm:$false).Action | Select-Object -Unique | Should -Be None
        @(git log --format=%s).Count | Should -Be 2
    }

    It 'ends with an error when a part fails, commits the ids of the rest, and finishes when it is run again' {
        $null = New-Promotion
        Copy-Item ./config/clients/web-shop.json ./config/clients/zz-shop.json
        $text = (Get-Content -Raw ./config/clients/zz-shop.json).Replace('"web-shop"', '"zz-shop"').Replace('Web shop', 'Web shop 2')
        Set-Content ./config/clients/zz-shop.json $text
        Add-SandboxFault $production @{ operation = '/client/create'; status = 400; skip = 1; count = 'always' }
        { & $import production -Confirm:$false } | Should -Throw -ErrorId 'ImportIncomplete,*'
        git log -1 --format=%s | Should -Be 'Add the client IDs of production'
        @(Get-AuthleteClient -Name 'Web shop*').Count | Should -Be 1
        Clear-SandboxFault $production
        $null = & $import production -Confirm:$false
        @(Get-AuthleteClient -Name 'Web shop*').Count | Should -Be 2
        Get-AuthleteClient -Name 'Web shop 2' | Remove-AuthleteClient -Confirm:$false
    }

    It 'ends with 1 when the ids can''t be committed, and says so' {
        $folder = New-Promotion
        Remove-Item -Recurse -Force ./.git
        $output = & $import production -Confirm:$false 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 1
        $output | Should -BeLike '*ids.json was not committed*'
        "$folder/config/ids.json" | Should -FileContentMatch $production.ServiceApiKey
    }

    It 'is an error, and the exit code 1, when <Why>' -ForEach @(
        @{ Why = 'production is down'; Argument = 'down'; Text = '127.0.0.1:9' }
        @{ Why = 'there is no such environment'; Argument = 'nowhere'; Text = 'nowhere' }
    ) {
        $folder = New-Promotion
        Set-Entry authlete-down $production 'http://127.0.0.1:9/api'
        $environments = "@{ down = @{ <Entry>Variable = @{ HOST = 'www.example.com' } } }"
        Set-Content ./environments.psd1 $environments.Replace('<Entry>', "SecretName = 'authlete-down'; ")
        { & $import $Argument -EnvironmentFile ./environments.psd1 -Confirm:$false } | Should -Throw "*$Text*"

        # A separate process, which has no vault.
        $null = & $export development -Path ./plain
        Set-Content ./environments.psd1 $environments.Replace('<Entry>', '')
        $down = Get-SandboxVariable $production
        $down.AUTHLETE_BASE_URL = 'http://127.0.0.1:9/api'
        $run = Invoke-StepProcess "& '$import' $Argument -Path ./plain -EnvironmentFile ./environments.psd1 -Confirm:`$false" $folder $down
        $run.ExitCode | Should -Be 1
        $run.Output | Should -BeLike "*$Text*"
    }
}
