BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    Connect-Sandbox $sandbox
    $clientId = $sandbox.ConfidentialClient.ClientId
    $secrets = @{
        Password = 'canary-password-0123456789'
        Token    = 'canary-access-token-0123456789-abcdefghijk'
    }
    $wrong = New-Credential $sandbox.Credential.UserName $secrets.Password
}

AfterAll {
    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe 'An error' {
    It 'has an id that begins with the result code, a category and a target' {
        Get-AuthleteClient 1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -Match '^A\d{6},Authlete\.PowerShell\.Cmdlets\.'
        $problems[0].CategoryInfo.Category | Should -Be ObjectNotFound
        $problems[0].Exception | Should -BeOfType Authlete.ApiClient.Transport.AuthleteApiException
        $problems[0].Exception.ResultCode | Should -Be ($problems[0].FullyQualifiedErrorId -split ',')[0]
        $problems[0].ErrorDetails.RecommendedAction + $problems[0].ErrorDetails.Message | Should -Not -BeNullOrEmpty
    }

    It 'of one object of many leaves the others alone' {
        $found = $clientId, 1, $clientId | ForEach-Object { [pscustomobject]@{ ClientId = $_ } } |
            Get-AuthleteClient -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.Count | Should -Be 2
        $problems.Count | Should -Be 1
    }

    It 'is caught by type with -ErrorAction Stop' {
        $caught = try {
            Get-AuthleteClient 1 -ErrorAction Stop
        }
        catch [Authlete.ApiClient.Transport.AuthleteApiException] {
            $_.Exception.StatusCode
        }
        [int]$caught | Should -Be 404
    }

    It 'stops the pipeline with $ErrorActionPreference' {
        $ErrorActionPreference = 'Stop'
        $after = $false
        try { Get-AuthleteClient 1; $after = $true } catch { $problem = $_ }
        $after | Should -BeFalse
        $problem.FullyQualifiedErrorId | Should -Match '^A\d{6},'
    }

    It 'is explained by Get-AuthleteResultCode' {
        Get-AuthleteClient 1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $explained = $problems[0] | Get-AuthleteResultCode
        $explained.Code | Should -Be $problems[0].Exception.ResultCode
        $explained.Meaning | Should -Not -BeNullOrEmpty
    }

    It 'is one line in the concise view, and names the command' {
        Get-AuthleteClient 1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $text = $problems[0] | Out-String -Width 200
        $text | Should -Match 'Get-AuthleteClient'
        $text | Should -Match $problems[0].Exception.ResultCode
    }
}

Describe 'No secret shows in an error' {
    It 'of <_>' -ForEach @(
        'Connect-Authlete -Credential $wrong -BaseUri $sandbox.BaseUri'
        'Get-AuthleteClient -Credential $wrong -BaseUri $sandbox.BaseUri'
        'Set-AuthleteClientSecret 1 $secrets.Password -Confirm:$false'
        'Remove-AuthleteAccessToken $secrets.Token -Confirm:$false'
        'Set-AuthleteAccessToken -AccessTokenIdentifier $secrets.Token -Scopes openid'
        'Update-AuthleteIdToken -AccessToken $secrets.Token -RefreshToken $secrets.Password'
        'Get-AuthleteServerInfo -Credential $wrong -BaseUri http://127.0.0.1:1/api'
    ) {
        $problem = $null
        try { $null = & ([scriptblock]::Create($_)) -ErrorAction Stop 2>&1 | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $problem = $_ } } }
        catch { $problem = $_ }
        $problem | Should -Not -BeNullOrEmpty
        $text = @(
            $problem | Out-String -Width 500
            $problem | Format-List * -Force | Out-String -Width 500
            $problem.Exception | Format-List * -Force | Out-String -Width 500
            if (Get-Command Get-Error -ErrorAction Ignore) { $problem | Get-Error | Out-String -Width 500 }
        ) -join "`n"
        foreach ($secret in $secrets.Values) {
            $text | Should -Not -Match $secret
            $text | Should -Not -Match ([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("$($wrong.UserName):$secret")))
        }
    }
}
