BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    $baseUri = $sandbox.BaseUri
    $service = $sandbox.Credential
}

AfterAll { Stop-Sandbox $sandbox }

Describe 'Connect-Authlete' {
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

    It 'passes a connection on with -PassThru' {
        $connection = Connect-Authlete -Credential $service -BaseUri $baseUri -PassThru
        (Get-AuthleteServerInfo -Connection $connection).Version | Should -Match '^2\.'
    }

    It 'works as splatting and as default parameter values' {
        $PSDefaultParameterValues = @{ '*-Authlete*:Credential' = $service; '*-Authlete*:BaseUri' = $baseUri }
        (Get-AuthleteServerInfo).Version | Should -Match '^2\.'
    }
}

Describe 'The environment' {
    BeforeAll {
        $env:AUTHLETE_BASE_URL = $baseUri
        $env:AUTHLETE_SERVICE_APIKEY = $service.UserName
        $env:AUTHLETE_SERVICE_APISECRET = $service.GetNetworkCredential().Password
    }

    AfterAll {
        Remove-Item env:AUTHLETE_BASE_URL, env:AUTHLETE_SERVICE_APIKEY, env:AUTHLETE_SERVICE_APISECRET
    }

    It 'connects a new session' {
        $manifest = (Get-TestedManifest).Replace("'", "''")
        Invoke-NewPowerShell "Import-Module '$manifest'; Test-AuthleteCredential -Quiet; (Get-AuthleteClient).Count" | Should -Be 'True', '2'
    }

    It 'leaves nothing on the disk' {
        $manifest = (Get-TestedManifest).Replace("'", "''")
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive account)).FullName
        $variables = 'HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'TMPDIR', 'TEMP', 'TMP'
        $former = @{}
        foreach ($name in $variables) {
            $former[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $folder)
        }

        try {
            # PowerShell's own files are in folders of its name.
            $written = Invoke-NewPowerShell @"
Set-Location '$folder'
function Get-AccountFile { Get-ChildItem '$folder' -Recurse -File -Force | Where-Object FullName -NotMatch '[\\/]PowerShell[\\/]' | ForEach-Object { `$_.FullName, `$_.Length -join ' ' } }
Import-Module '$manifest'
`$before = @(Get-AccountFile)
Connect-Authlete
(Get-AuthleteClient).Count
Get-AccountFile | Where-Object { `$before -notcontains `$_ }
"@
        }
        finally {
            $former.GetEnumerator() | ForEach-Object { [Environment]::SetEnvironmentVariable($_.Key, $_.Value) }
        }

        $written | Should -Be '2'
    }

    It 'does not connect one that was disconnected' {
        Disconnect-Authlete
        { Get-AuthleteClient -ErrorAction Stop } | Should -Throw -ErrorId 'Disconnected,*'
    }
}

Describe 'Test-AuthleteCredential' {
    It 'says of a wrong key that it is not valid, with a warning and no error' {
        $wrong = New-Credential '123' 'wrong'
        $result = Test-AuthleteCredential -Credential $wrong -BaseUri $baseUri -WarningVariable warnings -WarningAction SilentlyContinue
        $result.Valid | Should -BeFalse
        @($warnings).Count | Should -Be 1
        Test-AuthleteCredential -Credential $wrong -BaseUri $baseUri -Quiet | Should -BeFalse
    }

    It 'runs the quick test with a client' {
        $client = $sandbox.ConfidentialClient
        $result = Test-AuthleteCredential -Credential $service -BaseUri $baseUri -ClientId $client.ClientId -RedirectUri $client.RedirectUri
        $result.Valid | Should -BeTrue
    }
}
