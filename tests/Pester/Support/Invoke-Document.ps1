# Runs the commands of a document in order, as a reader would, and writes the result of each block. $Plan is a file that
# Documents.Tests.ps1 exported.
param([string] $Plan)
$ErrorActionPreference = 'Stop'
$document = Import-Clixml -LiteralPath $Plan
Import-Module $document.Manifest, $document.Pester -Global
Import-Module (Join-Path $PSScriptRoot 'Environment.psm1'), (Join-Path $PSScriptRoot 'Vault.psm1') -Global
Set-Location $document.Folder

# A failed check ends the block, like an error.
$global:PesterPreference = [PesterConfiguration]@{ Run = @{ Throw = $true }; Output = @{ Verbosity = 'None' } }

# Two services, each with an entry in a vault.
$owner = $document.ServiceOwnerCredential.GetNetworkCredential()
$ownerConnection = Connect-Authlete -ServiceOwnerCredential $document.ServiceOwnerCredential -BaseUri $document.BaseUri -SkipTest -PassThru
$seeded = Get-AuthleteService -ServiceApiKey $document.Credential.UserName -Connection $ownerConnection
$seededClients = @(Get-AuthleteClient -Credential $document.Credential -BaseUri $document.BaseUri)
$null = Enable-TestVault
try {
    foreach ($name in 'dev', 'prod') {
        $service = $seeded | New-AuthleteService -ServiceName "Shop ($name)" -Connection $ownerConnection
        $credential = New-Credential $service.ApiKey $service.ApiSecret
        Set-Secret -Name "authlete-$name" -Secret @{
            ApiKey                = "$($service.ApiKey)"
            ApiSecret             = $service.ApiSecret
            ServiceOwnerApiKey    = $owner.UserName
            ServiceOwnerApiSecret = $owner.Password
            BaseUri               = "$($document.BaseUri)"
        }
        $clients = @($seededClients | New-AuthleteClient -Credential $credential -BaseUri $document.BaseUri)
    }

    # Values in place of the reader's own.
    $client = $clients | Where-Object ClientType -EQ CONFIDENTIAL | Select-Object -First 1
    $own = @{
        '<API key>'                      = "$($service.ApiKey)"
        '<API key of the service owner>' = $owner.UserName
        '<client ID>'                    = "$($client.ClientId)"
        '<redirect URI>'                 = $client.RedirectUris[0]
        'https://api.authlete.com/api'   = "$($document.BaseUri)"
        'http://127.0.0.1:5080'          = "$($document.BaseUri)" -replace '/api$'
    }

    # A separate scope, which keeps variables from block to block.
    $reader = [psmoduleinfo]::new($true)
    $reader.SessionState.PSVariable.Set('serviceApiKey', "$($service.ApiKey)")
    $reader.SessionState.PSVariable.Set('clientId', "$($client.ClientId)")
    $reader.SessionState.PSVariable.Set('redirectUri', $client.RedirectUris[0])
    $typed = @{ 'API secret' = $service.ApiSecret; 'API secret of the service owner' = $owner.Password; 'Client secret' = $client.ClientSecret }

    function global:Read-Host([string] $Prompt, [switch] $AsSecureString) {
        if (-not $AsSecureString -or -not $typed[$Prompt]) {
            throw "Nobody answers '$Prompt'."
        }

        ConvertTo-SecureString $typed[$Prompt] -AsPlainText -Force
    }

    Disconnect-Authlete
    if ($document.Connected) {
        Connect-Authlete -SecretName authlete-prod
    }

    $results = foreach ($block in $document.Blocks) {
        $code = $block.Code
        $own.GetEnumerator() | ForEach-Object { $code = $code.Replace($_.Key, $_.Value) }
        $problem = ''
        $text = ''
        if ($code -match "'<[^<>']+>'") {
            $problem = "Nothing stands for $($Matches[0])."
        }
        elseif ($code -match '\A# (?<file>[\w.-]+)\r?\n') {
            Set-Content -LiteralPath $Matches.file -Value $code -Encoding utf8
        }
        else {
            $global:ErrorActionPreference = 'Stop'
            try {
                $text = . $reader ([scriptblock]::Create($code)) *>&1 | Out-String
            }
            catch {
                $problem = "$_"
            }
        }

        foreach ($secret in $service.ApiSecret, $client.ClientSecret, $owner.Password) {
            if ($text.Contains($secret)) {
                $problem = 'The output shows a secret.'
            }
        }

        [pscustomobject]@{ Line = $block.Line; Problem = $problem; Text = $text }
    }

    @($results) | Export-Clixml -LiteralPath "$Plan.results"
}
finally {
    Disable-TestVault
}
