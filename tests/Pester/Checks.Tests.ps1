BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    $faults = "$($sandbox.BaseUri -replace '/api$')/sandbox/faults"
    $manifest = Get-TestedManifest
    $pester = (Get-Module Pester).Path -replace '\.psm1$', '.psd1'
    $pair = $sandbox.Credential.GetNetworkCredential()

    # Runs checks in a separate process with this version of Pester, and returns the name and error of each.
    function Invoke-Check([string] $Checks, [string] $Secret = $pair.Password) {
        $file = Join-Path $TestDrive "$(New-Guid).Tests.ps1"
        Set-Content -LiteralPath $file "Describe 'A service' { $Checks }"
        $text = Invoke-NewPowerShell @"
            `$env:AUTHLETE_SERVICE_APIKEY = '$($pair.UserName)'
            `$env:AUTHLETE_SERVICE_APISECRET = '$Secret'
            `$env:AUTHLETE_BASE_URL = '$($sandbox.BaseUri)'
            Import-Module '$manifest', '$pester'
            `$configuration = New-PesterConfiguration
            `$configuration.Run.Path = '$file'
            `$configuration.Run.PassThru = `$true
            `$configuration.Output.Verbosity = 'None'
            `$tests = (Invoke-Pester -Configuration `$configuration).Tests
            ConvertTo-Json @(`$tests | ForEach-Object { @{ Result = "`$(`$_.Result)"; Text = "`$(`$_.ErrorRecord)" } }) | Set-Content -LiteralPath '$file.json'
"@
        if (-not (Test-Path "$file.json")) {
            throw "The checks did not run: $text"
        }

        # In two steps, because ConvertFrom-Json of Windows PowerShell outputs the array as one object.
        $results = Get-Content -Raw "$file.json" | ConvertFrom-Json
        $results
    }

    function Add-Fault([string] $Plan) {
        $null = Invoke-RestMethod $faults -Method Post -ContentType application/json -Body $Plan
    }
}

AfterAll { Stop-Sandbox $sandbox }

Describe 'A check that there must be none' {
    BeforeAll {
        $checks = @'
            It 'has no locked client' { Get-AuthleteClient | Where-Object Locked | Should -BeNullOrEmpty }
            It 'has no client of a developer' { Get-AuthleteClient -Developer nobody | Should -BeNullOrEmpty }
            It 'has no tokens of a user' { @(Get-AuthleteAccessToken -Subject nobody).Count | Should -Be 0 }
'@
    }

    AfterEach { $null = Invoke-RestMethod $faults -Method Delete }

    It 'is green when there is none' {
        (Invoke-Check $checks).Result | Should -Be 'Passed', 'Passed', 'Passed'
    }

    It 'is red when the server answers <Status>' -ForEach @{ Status = 503 }, @{ Status = 403 }, @{ Status = 401 } {
        Add-Fault "{`"operation`":`"/*`",`"status`":$Status,`"count`":100}"
        $results = Invoke-Check $checks
        $results.Result | Should -Be 'Failed', 'Failed', 'Failed'
        $results.Text | ForEach-Object { $_ | Should -BeLike "*HTTP $Status*" }
    }
}

Describe 'A check of the credential' {
    BeforeAll {
        $check = "It 'takes our key' { (Test-AuthleteCredential -ErrorAction Stop).Reason | Should -BeNullOrEmpty }"
    }

    AfterEach { $null = Invoke-RestMethod $faults -Method Delete }

    It 'is green for a right key' {
        (Invoke-Check $check).Result | Should -Be 'Passed'
    }

    It 'is red for a wrong key, and says what the server says and where the key came from' {
        $result = Invoke-Check $check -Secret 'wrong-secret-4711'
        $result.Result | Should -Be 'Failed'
        $result.Text | Should -BeLike '*A003204*'
        $result.Text | Should -BeLike '*AUTHLETE_SERVICE_APIKEY*'
        $result.Text | Should -Not -BeLike '*wrong-secret-4711*'
    }

    It 'is red when there is no answer, and says so' {
        Add-Fault '{"operation":"/*","status":503,"count":100}'
        $result = Invoke-Check $check
        $result.Result | Should -Be 'Failed'
        $result.Text | Should -BeLike '*HTTP 503*'
    }
}
