BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Samples.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    Connect-Sandbox $sandbox
    $other = New-AuthleteService -ServiceName 'Other/../service' -Issuer https://other.example.com -SupportedResponseTypes CODE -SupportedGrantTypes AUTHORIZATION_CODE
    $other | Connect-Authlete | ForEach-Object { $null = New-AuthleteClient -ClientName 'Other client' -Connection $_ }
    $sample = Get-SamplePath 'backup/Backup-Services.ps1'
    $variables = Get-SandboxVariable $sandbox
    $folder = $TestDrive

    # The owner's credential is sufficient.
    'AUTHLETE_SERVICE_APIKEY', 'AUTHLETE_SERVICE_APISECRET' | ForEach-Object { $variables.Remove($_) }

    function Get-Content64([string] $Path) {
        Get-ChildItem $Path -File -Recurse | Sort-Object FullName | ForEach-Object { "$($_.FullName) $([Convert]::ToBase64String([IO.File]::ReadAllBytes($_.FullName)))" }
    }
}

AfterAll {
    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe 'Backup-Services.ps1' {
    AfterEach { Clear-SandboxFault $sandbox }

    It 'exports each service of the owner into a folder of its own, without secrets' {
        $run = Invoke-Step "& '$sample' ./all | Format-List" $folder $variables
        $run.Output | Should -BeLike '*Other/../service*'
        $run.ExitCode | Should -Be 0
        (Get-ChildItem "$folder/all").Name | Should -Be ($sandbox.ServiceApiKey, "$($other.ApiKey)" | Sort-Object)
        Get-ChildItem "$folder/all" | ForEach-Object { Join-Path $_.FullName 'service.json' | Should -Exist }
        "$folder/all/$($other.ApiKey)/clients/other-client.json" | Should -Exist
        Get-ChildItem "$folder/all" -Recurse -File | ForEach-Object {
            Get-Content -Raw $_.FullName | Should -Not -Match ([regex]::Escape($other.ApiSecret))
        }
    }

    It 'goes on with the other services when one fails, leaves its former backup whole, and exits with 1' {
        (Invoke-Step "& '$sample' ./partial" $folder $variables).ExitCode | Should -Be 0
        $before = Get-Content64 "$folder/partial/$($sandbox.ServiceApiKey)"
        Remove-Item -Recurse "$folder/partial/$($other.ApiKey)"
        Add-SandboxFault $sandbox @{ operation = "/service/get/$($sandbox.ServiceApiKey)"; status = 503; count = 'always' }
        $run = Invoke-Step "& '$sample' ./partial | Format-List" $folder $variables
        $run.ExitCode | Should -Be 1
        $run.Output | Should -BeLike '*HTTP 503*'
        Get-Content64 "$folder/partial/$($sandbox.ServiceApiKey)" | Should -Be $before
        "$folder/partial/$($other.ApiKey)/service.json" | Should -Exist
    }

    It 'exits with 1 and writes nothing when the server is down' {
        $down = $variables.Clone()
        $down.AUTHLETE_BASE_URL = 'http://127.0.0.1:9/api'
        $run = Invoke-StepProcess "& '$sample' ./down" $folder $down
        $run.ExitCode | Should -Be 1
        $run.Output | Should -BeLike '*127.0.0.1:9*'
        "$folder/down" | Should -Not -Exist
    }

    It 'can be imported again' {
        $null = Invoke-Step "& '$sample' ./again" $folder $variables
        $null = Set-AuthleteService $other.ApiKey -Description Changed -Confirm:$false
        $done = Import-AuthleteConfiguration "$folder/again/$($other.ApiKey)" -ServiceApiKey $other.ApiKey -Connection (
            Connect-Authlete -ServiceOwnerCredential $sandbox.ServiceOwnerCredential -BaseUri $sandbox.BaseUri -SkipTest -PassThru) -Exact -Confirm:$false
        ($done | Where-Object Kind -EQ Service).Action | Should -Be Update
        (Get-AuthleteService -ServiceApiKey $other.ApiKey).Description | Should -BeNullOrEmpty
    }
}
