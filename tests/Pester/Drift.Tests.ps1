BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Samples.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    Connect-Sandbox $sandbox
    $other = New-AuthleteService -ServiceName Other -Issuer https://other.example.com -SupportedResponseTypes CODE -SupportedGrantTypes AUTHORIZATION_CODE
    $otherConnection = $other | Connect-Authlete
    Connect-Sandbox $sandbox
    $client = New-AuthleteClient -ClientName Drifting -ClientType CONFIDENTIAL -Connection $otherConnection
    $sample = Get-SamplePath 'drift/Invoke-DriftCheck.ps1'
    $variables = Get-SandboxVariable $sandbox
    'AUTHLETE_SERVICE_APIKEY', 'AUTHLETE_SERVICE_APISECRET' | ForEach-Object { $variables.Remove($_) }
    $root = "$TestDrive"

    Export-AuthleteConfiguration "$root/first"
    Export-AuthleteConfiguration "$root/other" -IncludeSecret -Connection $otherConnection -WarningAction SilentlyContinue
    Set-Content "$root/services.psd1" @"
@{
    Services = @(
        @{ Name = 'first'; Path = './first'; ServiceApiKey = '$($sandbox.ServiceApiKey)' }
        @{ Name = 'other'; Path = './other'; ServiceApiKey = '$($other.ApiKey)'; IncludeSecret = `$true }
    )
}
"@

    # Returns the exit code, the output, and the tests in the report.
    function Invoke-Drift([hashtable] $With = $variables, [string] $File = 'services.psd1') {
        $report = Join-Path $root "$(New-Guid).xml"
        $run = Invoke-StepProcess "& '$sample' -ServiceFile './$File' -ReportPath '$report'" $root $With
        $tests = @(if (Test-Path $report) { ([xml](Get-Content -Raw $report)).SelectNodes('//testcase') })
        $run | Add-Member Report $(if (Test-Path $report) { Get-Content -Raw $report }) -PassThru |
            Add-Member Failed @($tests | Where-Object status -EQ Failed | ForEach-Object name) -PassThru |
            Add-Member Passed @($tests | Where-Object status -EQ Passed | ForEach-Object name) -PassThru
    }
}

AfterAll {
    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe 'Invoke-DriftCheck.ps1' {
    It 'is green when each service is what its folder says' {
        $run = Invoke-Drift
        $run.Output | Should -Not -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $run.Passed.Count | Should -Be 2
        $run.Failed | Should -BeNullOrEmpty
    }

    It 'is red for the service that differs only, lists the differences, and shows no secret' {
        $null = Set-AuthleteClient $client.ClientId -PkceRequired $true -Description 'by hand' -Connection $otherConnection -Confirm:$false
        $null = New-AuthleteClient -ClientName New -Connection $otherConnection
        $rotated = (Reset-AuthleteClientSecret $client.ClientId -Connection $otherConnection -Confirm:$false).NewClientSecret
        $run = Invoke-Drift
        $run.ExitCode | Should -Be 1
        $run.Passed | Should -BeLike '*of first matches*'
        $run.Failed | Should -BeLike '*of other matches*'
        $run.Output | Should -BeLike '*client Drifting, pkceRequired: false in the folder, true on the server*'
        $run.Output | Should -BeLike '*client Drifting, description: nothing in the folder, ''by hand'' on the server*'
        $run.Output | Should -BeLike '*client Drifting, clientSecret:*'
        $run.Output | Should -BeLike '*client New: only on the server*'
        foreach ($secret in $rotated, $client.ClientSecret, $other.ApiSecret, $variables.AUTHLETE_SERVICEOWNER_APISECRET) {
            $secret | Should -Not -BeNullOrEmpty
            $run.Output | Should -Not -Match ([regex]::Escape($secret))
            $run.Report | Should -Not -Match ([regex]::Escape($secret))
        }
    }

    It 'is red for each service when the server is down' {
        $down = $variables.Clone()
        $down.AUTHLETE_BASE_URL = 'http://127.0.0.1:9/api'
        $run = Invoke-Drift $down
        $run.ExitCode | Should -Be 1
        $run.Failed.Count | Should -Be 2
        $run.Output | Should -BeLike '*127.0.0.1:9*'
    }

    It 'is red for <Why>' -ForEach @(
        @{ Why = 'a folder that is not there'; Content = "@{ Services = @(@{ Name = 'none'; Path = './none'; ServiceApiKey = '1' }) }" }
        @{ Why = 'a list without services'; Content = '@{ Services = @() }' }
    ) {
        Set-Content "$root/wrong.psd1" $Content
        (Invoke-Drift -File wrong.psd1).ExitCode | Should -Be 1
    }
}

Describe 'services.psd1' {
    It 'names parameters that Compare-AuthleteConfiguration has' {
        $entries = (Import-PowerShellDataFile (Get-SamplePath 'drift/services.psd1')).Services
        $entries.Count | Should -BeGreaterThan 1
        $known = (Get-Command Compare-AuthleteConfiguration).Parameters.Keys
        $entries.Keys | Where-Object { $_ -ne 'Name' } | ForEach-Object { $_ | Should -BeIn $known }
    }
}
