# The sample in samples/checks, as a CI job runs it: in a separate process, with this version of Pester.
BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    Connect-Sandbox $sandbox
    $manifest = Get-TestedManifest
    $pester = (Get-Module Pester).Path -replace '\.psm1$', '.psd1'
    $folder = [IO.Path]::Combine((Split-Path (Split-Path $PSScriptRoot)), 'samples', 'checks')
    $sample = Join-Path $folder 'Invoke-ConfigurationChecks.ps1'
    $root = (New-Item -ItemType Directory (Join-Path $TestDrive 'work')).FullName
    $other = Get-AuthleteService -ServiceApiKey $sandbox.ServiceApiKey | New-AuthleteService -ServiceName 'Other service'
    $owner = $sandbox.ServiceOwnerCredential.GetNetworkCredential()
    $service = $sandbox.Credential.GetNetworkCredential()
    $connect = @"
        `$env:AUTHLETE_BASE_URL = '$($sandbox.BaseUri)'
        `$env:AUTHLETE_SERVICE_APIKEY = '$($service.UserName)'
        `$env:AUTHLETE_SERVICE_APISECRET = '$($service.Password)'
        `$env:AUTHLETE_SERVICEOWNER_APIKEY = '$($owner.UserName)'
        `$env:AUTHLETE_SERVICEOWNER_APISECRET = '$($owner.Password)'
        Connect-Authlete -MaximumRetryCount 0 -TimeoutSec 2 -SkipTest
"@
    $faults = "$($sandbox.BaseUri -replace '/api$')/sandbox/faults"

    # Each entry is a run: its name, the arguments of the sample, and a fault of the server during the run.
    function Invoke-Sample([string] $Before, [hashtable[]] $Runs) {
        $script = foreach ($run in $Runs) {
            if ($run.Fault) {
                "`$null = Invoke-RestMethod $faults -Method Post -ContentType application/json -Body '$($run.Fault)'"
            }

            "`$text = & '$sample' $($run.Arguments) -ReportPath '$($run.Name)' *>&1 | Out-String"
            "Set-Content '$($run.Name)/exit-code' `$LASTEXITCODE"
            "Set-Content '$($run.Name)/output' `$text"
            "`$null = Invoke-RestMethod $faults -Method Delete"
        }

        Invoke-NewPowerShell "Import-Module '$manifest', '$pester'; Set-Location '$root'; $Before`n$($script -join "`n")"
    }

    function Get-Report([string] $Run, [string] $File) {
        (Get-Content -Raw -Encoding utf8 "$root/$Run/$File").Trim()
    }

    function Get-TestResult([string] $Run) {
        foreach ($test in ([xml](Get-Report $Run 'checks.xml')).SelectNodes('//testcase')) {
            $service, $name = $test.name -split '\.(?=AUT-|was checked)', 2
            [pscustomobject]@{ Service = $service; Name = $name; Result = $test.status; Text = [Net.WebUtility]::HtmlDecode($test.InnerXml) }
        }
    }
}

AfterAll {
    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe 'The checks of a live service' {
    BeforeAll {
        $output = Invoke-Sample $connect @(
            @{ Name = 'live' }
            @{ Name = 'several'; Arguments = "-ServiceApiKey $($service.UserName), $($other.ApiKey) -MinimumSeverity High" }
        )
        $findings = @(Test-AuthleteConfiguration -MinimumSeverity Low)
        $tests = @(Get-TestResult 'live')
    }

    It 'are one test for each finding, with the rule and the target in its name' {
        $expected = @('was checked') + @($findings | ForEach-Object { "$($_.Rule) $($_.Target)" })
        ($tests.Name | Sort-Object) -join "`n" | Should -Be (($expected | Sort-Object) -join "`n") -Because "$output"
    }

    It 'pass, fail and are skipped as the findings say' {
        @($tests | Where-Object Result -EQ 'Failed').Count | Should -Be @($findings | Where-Object Outcome -EQ 'Fail').Count
        @($tests | Where-Object Result -EQ 'Passed').Count | Should -Be (1 + @($findings | Where-Object Outcome -EQ 'Pass').Count)
        Get-Report 'live' 'exit-code' | Should -Be 1
    }

    It 'say what to do, or why a test is skipped' {
        $failed = $findings | Where-Object Outcome -EQ 'Fail' | Select-Object -First 1
        $test = $tests | Where-Object Name -EQ "$($failed.Rule) $($failed.Target)"
        $test.Text | Should -BeLike "*$($failed.Severity): $($failed.Message) $($failed.Recommendation) $($failed.Uri)*"
        $skipped = $findings | Where-Object Outcome -EQ 'NotApplicable' | Select-Object -First 1
        ($tests | Where-Object Name -EQ "$($skipped.Rule) $($skipped.Target)").Text | Should -BeLike "*NotApplicable: $($skipped.Message)*"
    }

    It 'show no secret, in the output nor in a report' {
        $all = -join ('output', 'checks.xml', 'checks.html', 'checks.md', 'checks.sarif' | ForEach-Object { Get-Report 'live' $_ })
        foreach ($secret in $service.Password, $owner.Password, $sandbox.ConfidentialClient.ClientSecret) {
            $all.Contains($secret) | Should -BeFalse
        }
    }

    It 'make reports of what was found' {
        $results = (Get-Report 'live' 'checks.sarif' | ConvertFrom-Json).runs[0].results
        @($results).Count | Should -Be @($findings | Where-Object Outcome -In 'Fail', 'Skipped', 'Investigate').Count
        $verdict = "$(@($findings | Where-Object Outcome -EQ 'Fail').Count) of $(@($findings | Where-Object Outcome -In 'Fail', 'Pass').Count) checks failed"
        Get-Report 'live' 'checks.html' | Should -BeLike "*$verdict*"
        Get-Report 'live' 'checks.md' | Should -BeLike "# Authlete configuration of the service*$verdict*"
    }

    It 'are apart by service where there are several' {
        $tests = Get-TestResult 'several'
        ($tests.Service | Sort-Object -Unique) -join ', ' | Should -Be ((
                $service.UserName, $other.ApiKey | ForEach-Object { "The configuration of service $_" } | Sort-Object) -join ', ')
        @($tests | Where-Object Name -EQ 'was checked' | Where-Object Result -EQ 'Passed').Count | Should -Be 2
    }
}

Describe 'The checks of a server' {
    BeforeAll {
        $null = Invoke-Sample $connect @(
            @{ Name = 'down'; Fault = '{"operation":"/*","status":503,"count":100}' }
            @{ Name = 'refusing'; Fault = '{"operation":"/*","status":403,"count":100}' }
            @{ Name = 'gone'; Fault = '{"operation":"/*","connection":"reset","count":100}' }
            @{ Name = 'slow'; Fault = '{"operation":"/client/get/list","delay":30,"count":100}' }
            @{ Name = 'broken off'; Fault = '{"operation":"/client/get/list","connection":"truncate","count":100}' }
            @{ Name = 'lying about clients'; Fault = '{"operation":"/client/get/list","status":200,"body":{},"count":100}' }
            @{ Name = 'lying about the service'; Fault = '{"operation":"/service/get/*","status":200,"body":{"ok":true},"count":100}' }
            @{
                Name      = 'half down'
                Arguments = "-ServiceApiKey $($service.UserName), $($other.ApiKey) -MinimumSeverity High"
                Fault     = "{`"operation`":`"/service/get/$($other.ApiKey)`",`"status`":503,`"count`":100}"
            }
        )
    }

    It 'are red, say why and keep the alerts when it is <Name>' -ForEach @(
        @{ Name = 'down'; Reason = '*HTTP 503*' }
        @{ Name = 'refusing'; Reason = '*HTTP 403*' }
        @{ Name = 'gone'; Reason = '*connection*' }
        @{ Name = 'slow'; Reason = '*no complete response*within 2 s*' }
        @{ Name = 'broken off'; Reason = '*broke off*' }
        @{ Name = 'lying about clients'; Reason = "*the response isn't Authlete's*" }
        @{ Name = 'lying about the service'; Reason = "*the response isn't Authlete's*" }
    ) {
        Get-Report $Name 'exit-code' | Should -Be 1
        $test = Get-TestResult $Name
        $test.Name | Should -Be 'was checked'
        $test.Result | Should -Be 'Failed'
        $test.Text | Should -BeLike $Reason
        Get-Report $Name 'checks.md' | Should -BeLike '*NOT CHECKED: the service*'
        Test-Path "$root/$Name/checks.sarif" | Should -BeFalse
    }

    It 'go on with the other services when one can''t be read, and are red' {
        Get-Report 'half down' 'exit-code' | Should -Be 1
        $tests = Get-TestResult 'half down'
        $unread = $tests | Where-Object Service -Like "*$($other.ApiKey)"
        $unread.Result | Should -Be 'Failed'
        $unread.Text | Should -BeLike '*HTTP 503*'
        @($tests | Where-Object Service -Like "*$($service.UserName)").Count | Should -BeGreaterThan 5
        Get-Report 'half down' 'checks.md' | Should -BeLike "*NOT CHECKED: service $($other.ApiKey)*"
        Test-Path "$root/half down/checks.sarif" | Should -BeFalse
    }
}

Describe 'The checks of a folder' {
    BeforeAll {
        Export-AuthleteConfiguration "$root/prod"
        Copy-Item -Recurse "$root/prod" "$root/broken"
        Set-Content "$root/broken/service.json" '{ "serviceName": '
        Set-Content "$root/accepted.json" '[{ "rule": "*", "target": "*", "reason": "Only a test" }]'
        $null = Invoke-Sample '' @(
            @{ Name = 'folder'; Arguments = '-Path ./prod -MinimumSeverity High' }
            @{ Name = 'accepted'; Arguments = '-Path ./prod -MinimumSeverity High -SuppressionFile ./accepted.json' }
            @{ Name = 'none'; Arguments = '-Path ./none' }
            @{ Name = 'one broken'; Arguments = '-Path ./prod, ./broken -MinimumSeverity High' }
        )
    }

    It 'need no credential, and name the files from the folder where they run' {
        Get-Report 'folder' 'exit-code' | Should -Be 1
        $results = (Get-Report 'folder' 'checks.sarif' | ConvertFrom-Json).runs[0].results
        $files = @($results | ForEach-Object { $_.locations[0].physicalLocation.artifactLocation.uri } | Sort-Object -Unique)
        $files | Should -Contain 'prod/service.json'
        $files | ForEach-Object { "$root/$_" | Should -Exist }
    }

    It 'are green when all that fails is accepted, and skip that with the reason' {
        Get-Report 'accepted' 'exit-code' | Should -Be 0
        $tests = Get-TestResult 'accepted'
        @($tests | Where-Object Result -EQ 'Failed').Count | Should -Be 0
        @($tests | Where-Object Text -Like '*Suppressed:*Only a test*').Count | Should -BeGreaterThan 3
    }

    It 'are red when there is no such folder' {
        Get-Report 'none' 'exit-code' | Should -Be 1
        (Get-TestResult 'none').Result | Should -Be 'Failed'
    }

    It 'go on with the other folders when one is broken, and are red' {
        Get-Report 'one broken' 'exit-code' | Should -Be 1
        $tests = Get-TestResult 'one broken'
        ($tests | Where-Object Service -Like '*broken').Result | Should -Be 'Failed'
        @($tests | Where-Object Service -Like '*prod').Count | Should -BeGreaterThan 5
        Test-Path "$root/one broken/checks.sarif" | Should -BeFalse
    }
}

Describe 'Configuration.Tests.ps1' {
    It 'runs by itself with the default connection' {
        $run = @"
            `$result = Invoke-Pester '$folder/Configuration.Tests.ps1' -PassThru -Output None
            "`$(`$result.TotalCount) `$(`$result.FailedCount)"
"@
        $findings = @(Test-AuthleteConfiguration)
        Invoke-NewPowerShell "Import-Module '$manifest', '$pester'; $connect; $run" | Select-Object -Last 1 |
            Should -Be "$(1 + $findings.Count) $(@($findings | Where-Object Outcome -EQ 'Fail').Count)"
    }

    It 'fails instead of finding no tests if there is nothing to check' {
        $run = @"
            `$container = New-PesterContainer -Path '$folder/Configuration.Tests.ps1' -Data @{ Service = @() }
            (Invoke-Pester -Container `$container -PassThru -Output None).Result
"@
        Invoke-NewPowerShell "Import-Module '$manifest', '$pester'; $run" | Select-Object -Last 1 | Should -Be 'Failed'
    }
}

Describe 'The pipeline <_.Name>' -ForEach (Get-ChildItem ([IO.Path]::Combine((Split-Path (Split-Path $PSScriptRoot)), 'samples', 'checks', '*')) -Include *.yml) {
    It 'calls the sample with parameters that it has, and publishes files that it writes' {
        $text = Get-Content -Raw $_.FullName
        $calls = [regex]::Matches($text, 'Invoke-ConfigurationChecks\.ps1(?<arguments>[^\r\n"]*)')
        $calls.Count | Should -BeGreaterThan 0
        $parameters = (Get-Command $sample).Parameters.Keys
        foreach ($call in $calls) {
            foreach ($name in [regex]::Matches($call.Groups['arguments'].Value, '(?<=\s-)\w+').Value) {
                $parameters | Should -Contain $name
            }
        }

        foreach ($file in [regex]::Matches($text, '(?<=reports/)checks\.\w+').Value) {
            $file | Should -BeIn 'checks.xml', 'checks.html', 'checks.md', 'checks.sarif'
        }
    }
}
