BeforeDiscovery {
    $folder = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'samples'
    $scripts = Get-ChildItem $folder -Filter *.ps1 -Recurse | Where-Object Name -NotLike '*.Tests.ps1'

    # The samples in subfolders have their own tests, which run them in separate processes.
    $samples = $scripts | Where-Object { $_.DirectoryName -eq $folder }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $AuthleteSandbox = Start-Sandbox
}

AfterAll { Stop-Sandbox $AuthleteSandbox }

Describe 'The sample <_.Name>' -ForEach $samples {
    BeforeEach { Connect-Sandbox $AuthleteSandbox }
    AfterEach { Disconnect-Authlete }

    It 'runs to its end without an error' {
        $problems = @()
        $output = & $_.FullName -ErrorVariable problems
        $problems | Should -BeNullOrEmpty
        $output | Should -Not -BeNullOrEmpty
    }
}

Describe 'The sample <_.Name>' -ForEach $scripts {
    It 'describes itself and every parameter' {
        $help = Get-Help $_.FullName -Full
        $help.Synopsis | Should -Not -BeLike "*$($_.Name)*"
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.examples.example.code | Should -Not -BeNullOrEmpty
    }
}

Describe 'authorization-code-flow.ps1' {
    BeforeAll {
        $sample = [IO.Path]::Combine((Split-Path (Split-Path $PSScriptRoot)), 'samples', 'authorization-code-flow.ps1')
        Connect-Sandbox $AuthleteSandbox
    }

    AfterAll { Disconnect-Authlete }

    It 'takes a client of one''s own, its secret as a SecureString' {
        $client = New-AuthleteClient -ClientName Own -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC `
            -GrantTypes AUTHORIZATION_CODE, REFRESH_TOKEN -ResponseTypes CODE -RedirectUris 'https://own.example.com/callback'
        $secret = ConvertTo-SecureString $client.ClientSecret -AsPlainText -Force
        $output = & $sample -ClientId $client.ClientId -ClientSecret $secret -RedirectUri 'https://own.example.com/callback' -Scope openid -Subject max
        $output.Action | Should -Contain 'LOCATION'
        ($output | Where-Object { $_.PSObject.Properties['Subject'] }).Subject | Should -Contain 'max'
    }

    It 'stops with an error when the client is not known' {
        { & $sample -ClientId 1 } | Should -Throw
    }
}
