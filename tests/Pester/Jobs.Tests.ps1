BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    $connection = Connect-Authlete -Credential $sandbox.Credential -BaseUri $sandbox.BaseUri -PassThru
    $manifest = Get-TestedManifest
}

AfterAll {
    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe 'Start-Job' {
    It 'connects with a credential that is passed to it, and gives objects back' {
        $job = Start-Job -ArgumentList $manifest, $sandbox.Credential, $sandbox.BaseUri {
            param($manifest, $credential, $baseUri)
            Import-Module $manifest
            Connect-Authlete -Credential $credential -BaseUri $baseUri
            Get-AuthleteClient
        }
        $clients = $job | Receive-Job -Wait -AutoRemoveJob
        $clients.ClientId | Sort-Object | Should -Be ((Get-AuthleteClient).ClientId | Sort-Object)

        # They are deserialized copies, which the cmdlets don't accept as complete objects.
        $clients[0].PSObject.TypeNames[0] | Should -Be 'Deserialized.Authlete.ApiClient.Models.Client'
        { $clients[0] | Set-AuthleteClient -Description changed -ErrorAction Stop } | Should -Throw -ErrorId 'PartialObject,*'
    }

    It 'fails when its script does, with the id of the error' {
        $job = Start-Job -ArgumentList $manifest, $sandbox.BaseUri {
            param($manifest, $baseUri)
            Import-Module $manifest
            $wrong = [pscredential]::new('1', (ConvertTo-SecureString x -AsPlainText -Force))
            Connect-Authlete -Credential $wrong -BaseUri $baseUri
        }
        $null = $job | Wait-Job
        { $job | Receive-Job -ErrorAction Stop } | Should -Throw -ErrorId '*,Authlete.PowerShell.Cmdlets*'
        $job | Remove-Job -Force
    }
}

Describe 'Start-ThreadJob' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    It 'uses a connection of the session that starts it' {
        $jobs = 1..4 | ForEach-Object { Start-ThreadJob { Import-Module $using:manifest; (Get-AuthleteServerInfo -Connection $using:connection).Version } }
        $versions = $jobs | Receive-Job -Wait -AutoRemoveJob
        $versions.Count | Should -Be 4
        $versions | Select-Object -Unique | Should -Be (Get-AuthleteServerInfo).Version
    }

    It 'has no default connection of its own' {
        Start-ThreadJob { Import-Module $using:manifest; [bool](Get-AuthleteConnection) } | Receive-Job -Wait -AutoRemoveJob | Should -BeFalse
    }
}

Describe 'ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    It 'gives each runspace its own default' {
        $results = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            [bool](Get-AuthleteConnection)
            (Get-AuthleteServerInfo -Connection $using:connection).Version
        }
        $results | Where-Object { $_ -eq $true } | Should -BeNullOrEmpty
        @($results | Where-Object { $_ -is [string] }).Count | Should -Be 4
    }

    It 'makes and changes many clients at once' {
        $made = 1..12 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            New-AuthleteClient -ClientName "Parallel $_" -Developer parallel -Connection $using:connection |
                Set-AuthleteClient -Description "Number $_" -Connection $using:connection
        } -ThrottleLimit 6
        $made.Count | Should -Be 12
        $found = Get-AuthleteClient -Developer parallel
        $found.Description | Sort-Object -Unique | Should -HaveCount 12
        $found | ForEach-Object { $_.Description | Should -Be "Number $($_.ClientName -replace '\D')" }
    }
}

Describe 'A command that is stopped' {
    It 'ends at once, the session goes on' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        # Nothing responds on this port, so that the call waits until it is stopped.
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        try {
            $uri = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/api"
            $credential = $sandbox.Credential
            $job = Start-ThreadJob { Import-Module $using:manifest; Get-AuthleteServerInfo -Credential $using:credential -BaseUri $using:uri }
            $listener.AcceptTcpClientAsync().Wait(10000) | Should -BeTrue
            $job | Stop-Job
            ($job | Wait-Job -Timeout 10).State | Should -Be 'Stopped'
            $job | Remove-Job -Force
        }
        finally {
            $listener.Stop()
        }
        (Get-AuthleteServerInfo).Version | Should -Match '^2\.'
    }
}
