BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    $help = [xml](Get-Content -Raw -Encoding utf8 ([IO.Path]::Combine((Split-Path (Get-TestedManifest)), 'en-US', 'Authlete.PowerShell.dll-Help.xml')))
    $examples = foreach ($command in $help.helpItems.command) {
        $number = 0
        foreach ($example in $command.examples.example) {
            $number++
            @{ Cmdlet = $command.details.name; Number = $number; Code = $example.code }
        }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Vault.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    $owner = Connect-Authlete -ServiceOwnerCredential $sandbox.ServiceOwnerCredential -BaseUri $sandbox.BaseUri -SkipTest -PassThru
    $whole = Connect-Authlete -Credential $sandbox.Credential -BaseUri $sandbox.BaseUri -SkipTest -PassThru
    $seeded = Get-AuthleteService -ServiceApiKey $sandbox.ServiceApiKey -Connection $owner
    $seededClient = Get-AuthleteClient -ClientId $sandbox.ConfidentialClient.ClientId -Connection $whole
    $null = Enable-TestVault

    # A file that examples read.
    Push-Location $TestDrive
    Set-Content service.json '{"serviceName":"From a file","supportedResponseTypes":["CODE"]}'
}

AfterAll {
    Pop-Location
    Disconnect-Authlete
    Stop-Sandbox $sandbox
    Disable-TestVault
}

Describe 'An example of the help' {
    BeforeEach {
        # Create a service for each example, with a client like the seeded one.
        $service = $seeded | New-AuthleteService -Connection $owner
        $serviceApiKey = $service.ApiKey
        $baseUri = $sandbox.BaseUri
        $credential = New-Credential $service.ApiKey $service.ApiSecret
        Connect-Authlete -Credential $credential -ServiceOwnerCredential $sandbox.ServiceOwnerCredential -BaseUri $baseUri -SkipTest
        $client = $seededClient | New-AuthleteClient
        $clientId = $client.ClientId
        $clientSecret = $client.ClientSecret
        $redirectUri = $client.RedirectUris[0]
        $tokens = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject user-1 -Scopes openid, profile
        $accessToken = $tokens.AccessToken
        $refreshToken = $tokens.RefreshToken
        Set-Secret -Name authlete-service -Secret @{
            ApiKey                = "$($service.ApiKey)"
            ApiSecret             = $service.ApiSecret
            ServiceOwnerApiKey    = $sandbox.ServiceOwnerCredential.UserName
            ServiceOwnerApiSecret = $sandbox.ServiceOwnerCredential.GetNetworkCredential().Password
            BaseUri               = "$baseUri"
        }
    }

    AfterEach { Remove-AuthleteService -ServiceApiKey $serviceApiKey -Connection $owner -Confirm:$false }

    It 'runs without an error: <Cmdlet> <Number>' -ForEach $examples {
        if ($Cmdlet -eq 'Get-AuthleteFederationConfiguration') {
            $null = Set-AuthleteService $serviceApiKey -FederationEnabled $true -FederationJwks (Get-AuthleteServiceJwkSet -IncludePrivateKeys).ToJson()
        }

        $Error.Clear()
        $output = & ([scriptblock]::Create($Code)) | Out-String
        $Error | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty

        # Views must not show a secret.
        $output | Should -Not -Match ([regex]::Escape($service.ApiSecret))
        $output | Should -Not -Match ([regex]::Escape($clientSecret))
    }

    It 'are two for each cmdlet' -ForEach @{ All = $examples } {
        $few = $All | ForEach-Object { $_.Cmdlet } | Group-Object | Where-Object Count -LT 2
        $few.Name | Should -BeNullOrEmpty
        ($All | ForEach-Object { $_.Cmdlet } | Sort-Object -Unique) | Should -Be ((Get-Command -Module Authlete).Name | Sort-Object)
    }
}
