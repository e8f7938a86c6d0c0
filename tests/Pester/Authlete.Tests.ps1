BeforeDiscovery {
    $hasVault = [bool](Get-Module -ListAvailable -Name Microsoft.PowerShell.SecretManagement)
}

BeforeAll {
    $repository = Split-Path (Split-Path $PSScriptRoot)
    $version = (Import-PowerShellDataFile (Join-Path $repository 'Authlete.psd1')).ModuleVersion
    Import-Module (Join-Path $repository "out/Authlete/$version/Authlete.psd1") -Force

    # The sandbox in a process of its own; it says where it is and with which keys.
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "run --project `"$(Join-Path $repository 'src/Authlete.Sandbox')`" -- --port 0")
    $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    $script:sandbox = [Diagnostics.Process]::Start($start)
    $script:settings = @{}
    while ($settings.Count -lt 5 -and $null -ne ($line = $sandbox.StandardOutput.ReadLine())) {
        if ($line -match "^\`$env:(?<name>AUTHLETE_\w+) = '(?<value>[^']+)'") {
            $settings[$Matches.name] = $Matches.value
        }
    }

    function New-Credential([string] $Key, [string] $Secret) {
        [pscredential]::new($Key, (ConvertTo-SecureString $Secret -AsPlainText -Force))
    }

    $script:baseUri = $settings.AUTHLETE_BASE_URL
    $script:service = New-Credential $settings.AUTHLETE_SERVICE_APIKEY $settings.AUTHLETE_SERVICE_APISECRET
    $script:owner = New-Credential $settings.AUTHLETE_SERVICEOWNER_APIKEY $settings.AUTHLETE_SERVICEOWNER_APISECRET
}

AfterAll {
    if ($sandbox -and -not $sandbox.HasExited) {
        if ($PSVersionTable.PSVersion.Major -ge 6) { $sandbox.Kill($true) } else { $sandbox.Kill() }
    }
}

Describe 'Connecting' {
    AfterEach { Disconnect-Authlete }

    It 'takes a credential' {
        Connect-Authlete -Credential $service -BaseUri $baseUri
        (Get-AuthleteConnection).ApiKey | Should -Be $service.UserName
        Test-AuthleteCredential -Quiet | Should -BeTrue
    }

    It 'refuses a wrong secret, and says so with the result code' {
        $wrong = New-Credential $service.UserName 'wrong'
        { Connect-Authlete -Credential $wrong -BaseUri $baseUri } | Should -Throw -ErrorId 'A003204,*'
    }

    It 'gives each runspace its own default' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $connection = Connect-Authlete -Credential $service -BaseUri $baseUri -PassThru
        $module = (Get-Module Authlete).Path
        $results = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:module
            [bool](Get-AuthleteConnection)
            (Get-AuthleteServerInfo -Connection $using:connection).Version
        }
        $results | Where-Object { $_ -eq $true } | Should -BeNullOrEmpty
        @($results | Where-Object { $_ -is [string] }).Count | Should -Be 4
    }
}

Describe 'A vault entry' -Skip:(-not $hasVault) {
    BeforeAll {
        # An extension vault in memory, so that no store of the user's is touched.
        $folder = Join-Path $TestDrive 'MemoryVault'
        $extension = New-Item -ItemType Directory -Path (Join-Path $folder 'MemoryVault.Extension')
        New-ModuleManifest -Path (Join-Path $folder 'MemoryVault.psd1') -ModuleVersion 1.0 -NestedModules './MemoryVault.Extension'
        New-ModuleManifest -Path (Join-Path $extension 'MemoryVault.Extension.psd1') -ModuleVersion 1.0 -RootModule 'MemoryVault.Extension.psm1' `
            -FunctionsToExport Get-Secret, Get-SecretInfo, Set-Secret, Remove-Secret, Test-SecretVault
        Set-Content -Path (Join-Path $extension 'MemoryVault.Extension.psm1') -Value @'
function Get-Secret { param($Name, $VaultName, $AdditionalParameters) $AdditionalParameters[$Name] }
function Get-SecretInfo { param($Filter, $VaultName, $AdditionalParameters) }
function Set-Secret { param($Name, $Secret, $VaultName, $AdditionalParameters) $true }
function Remove-Secret { param($Name, $VaultName, $AdditionalParameters) $true }
function Test-SecretVault { param($VaultName, $AdditionalParameters) $true }
'@
        $script:vault = "AuthleteTest$PID"
        Register-SecretVault -Name $vault -ModuleName (Join-Path $folder 'MemoryVault.psd1') -VaultParameters @{
            Text   = "$($service.UserName):$($service.GetNetworkCredential().Password)"
            Word   = 'no-colon-in-it'
        }
    }

    AfterAll { Unregister-SecretVault -Name $vault }

    It 'of text is a key and a secret' {
        (Get-AuthleteServiceConfiguration -SecretName Text -Vault $vault -BaseUri $baseUri).issuer | Should -Not -BeNullOrEmpty
    }

    It 'of a wrong shape is refused' {
        { Get-AuthleteServiceConfiguration -SecretName Word -Vault $vault -BaseUri $baseUri } | Should -Throw -ErrorId 'SecretOfWrongShape,*'
    }

    It 'that is not there is not found' {
        { Get-AuthleteServiceConfiguration -SecretName Nothing -Vault $vault -BaseUri $baseUri } | Should -Throw -ErrorId 'SecretNotFound,*'
    }
}

Describe 'Objects in a full PowerShell' {
    BeforeAll { Connect-Authlete -Credential $service -ServiceOwnerCredential $owner -BaseUri $baseUri }
    AfterAll { Disconnect-Authlete }

    It 'go through ConvertTo-Json and Select-Object' {
        $client = Get-AuthleteClient -First 1
        ($client | ConvertTo-Json -Depth 3 | ConvertFrom-Json).ClientId | Should -Be $client.ClientId
        ($client | Select-Object ClientType).ClientType | Should -Be $client.ClientType
    }

    It 'keep what is below when they are untyped' {
        $set = Get-AuthleteServiceJwkSet | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $set.keys[0].kty | Should -Not -BeNullOrEmpty
        $list = Invoke-AuthleteApi /client/get/list -Query @{ start = 0; end = 1 } | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $list.clients[0].clientId | Should -BeGreaterThan 0
    }

    It 'are told apart by commands that compare text' {
        $clients = 1..2 | ForEach-Object { New-AuthleteClient -ClientName Same }
        @(Compare-Object $clients[0] $clients[1]).Count | Should -Be 2
        @($clients + $clients | Select-Object -Unique).Count | Should -Be 2
    }

    It 'show no secret by default' {
        $client = Get-AuthleteClient -First 1
        ($client | Out-String) | Should -Not -Match ([regex]::Escape($client.ClientSecret))
        ((Get-Item .), $client | Out-String) | Should -Not -Match ([regex]::Escape($client.ClientSecret))
        (Get-AuthleteService -First 1 | Out-String) | Should -Not -Match ([regex]::Escape($service.GetNetworkCredential().Password))
    }

    It 'show what is asked for' {
        $token = New-AuthleteAccessToken -ClientId (Get-AuthleteClient -First 1).ClientId -GrantType CLIENT_CREDENTIALS
        ($token | Out-String) | Should -Not -Match ([regex]::Escape($token.AccessToken))
        ($token | Format-List * | Out-String) | Should -Match ([regex]::Escape($token.AccessToken))
        ($token | Format-Table Action, AccessToken | Out-String) | Should -Match ([regex]::Escape($token.AccessToken))
        ((Get-Item .), $token | Out-String) | Should -Not -Match ([regex]::Escape($token.AccessToken))
    }

    It 'show no secret in a list when they come from a file' {
        $file = Join-Path $TestDrive 'objects.xml'
        $client = Get-AuthleteClient -First 1
        $client, (Get-AuthleteService -First 1) | Export-Clixml $file
        $read = Import-Clixml $file
        ($read[0] | Format-List | Out-String) | Should -Not -Match ([regex]::Escape($client.ClientSecret))
        ($read[1] | Format-List | Out-String) | Should -Not -Match ([regex]::Escape($service.GetNetworkCredential().Password))
    }

    It 'are imported from a second folder in the same session' {
        $copy = Join-Path $TestDrive 'Authlete'
        Copy-Item -Recurse (Split-Path (Get-Module Authlete).Path) $copy
        { Import-Module (Join-Path $copy 'Authlete.psd1') -ErrorAction Stop } | Should -Not -Throw
        Remove-Module (Get-Module Authlete | Where-Object Path -like "$copy*")
    }

    It 'print ids without grouping' {
        (Get-AuthleteClient -First 1 | Format-Table ClientId | Out-String) | Should -Match '\d{10,}'
    }

    It 'have help with examples' {
        (Get-Help Invoke-AuthleteToken).examples.example.Count | Should -BeGreaterOrEqual 2
    }
}

Describe 'Whole objects in a full PowerShell' {
    BeforeAll { Connect-Authlete -Credential $service -ServiceOwnerCredential $owner -BaseUri $baseUri }
    AfterAll { Disconnect-Authlete }

    It 'are made from a file' {
        $file = Join-Path $TestDrive 'service.json'
        (Get-AuthleteService -First 1).ToJson() | Set-Content $file
        (New-AuthleteService -InputObject (Get-Content $file -Raw) -ServiceName FromFile).ServiceName | Should -Be FromFile
    }

    It 'are refused line by line' {
        $file = Join-Path $TestDrive 'client.json'
        "{`n`"clientName`": `"x`"`n}" | Set-Content $file
        { Get-Content $file | New-AuthleteClient -ErrorAction Stop } | Should -Throw -ErrorId 'InputNotJson,*' -ExpectedMessage '*-Raw*'
    }

    It 'are made from what ConvertFrom-Json and Import-Csv give' {
        ('{"clientName":"a","redirectUris":["https://a.example/"]}' | ConvertFrom-Json | New-AuthleteClient).RedirectUris | Should -Be 'https://a.example/'
        ('ClientName', 'b' | ConvertFrom-Csv | New-AuthleteClient).ClientName | Should -Be 'b'
    }

    It 'are not changed by what Select-Object leaves of them' {
        $client = New-AuthleteClient -ClientName Whole -Description before
        { $client | Select-Object ClientId, ClientName | Set-AuthleteClient -ErrorAction Stop } | Should -Throw -ErrorId 'PartialObject,*'
        (Get-AuthleteClient $client.ClientId).Description | Should -Be before
    }

    It 'change in one field of many objects' {
        $clients = 1..3 | ForEach-Object { New-AuthleteClient -ClientName "Many $_" -Developer many }
        $changed = Get-AuthleteClient -Developer many | ForEach-Object { $_.Contacts += 'ops@example.com'; $_ } | Set-AuthleteClient
        $changed.Count | Should -Be $clients.Count
        $changed | ForEach-Object { $_.Contacts | Should -Be 'ops@example.com' }
    }
}
