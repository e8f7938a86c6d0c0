BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    Connect-Sandbox $sandbox
    $client = Get-AuthleteClient $sandbox.ConfidentialClient.ClientId
    $secret = $client.ClientSecret

    function Get-Failure([scriptblock] $Assertion) {
        try {
            & $Assertion
        }
        catch {
            return $_ | Out-String
        }
        throw 'The assertion passed.'
    }
}

AfterAll {
    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe 'A failed assertion as about_Authlete shows it' {
    It 'shows no secret' {
        $secret | Should -Not -BeNullOrEmpty
        $failures = @(
            Get-Failure { $client.Locked | Should -BeTrue }
            Get-Failure { Get-AuthleteClient | Where-Object ClientType -EQ CONFIDENTIAL | ForEach-Object ClientName | Should -BeNullOrEmpty }
            if (Get-Command Should-Be -ErrorAction Ignore) {
                Get-Failure { Should-Be -Actual $client.ClientName -Expected 'another' }
                Get-Failure { $client.ClientName | Should-BeNull }
                Get-Failure { Get-AuthleteClient | ForEach-Object ClientName | Should-All { $_ -eq 'another' } }
            }
        )
        $failures.Count | Should -BeGreaterThan 1
        $failures | Where-Object { $_.Contains($secret) } | Should -BeNullOrEmpty
    }
}

Describe 'A failed assertion on a whole object' {
    It 'shows all of it on Pester 6, which is why the topic warns' {
        if (-not (Get-Command Should-BeNull -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'Pester 5 has no such assertion'
        }

        Get-Failure { $client | Should-BeNull } | Should -BeLike "*$secret*"
    }
}
