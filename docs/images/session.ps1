# The session in README.md's picture. New-SessionPicture.ps1 runs it in Authlete.Shell, which has the sandbox.
$ErrorActionPreference = 'Continue'
$PSStyle.OutputRendering = 'Ansi'

# Before the picture begins.
$vault = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'tests/Pester/Support/Vault.psm1'
Import-Module $vault
$null = Enable-TestVault
Set-Secret -Name authlete-prod -Secret @{
    BaseUri               = "$($AuthleteSandbox.BaseUri)"
    ApiKey                = $AuthleteSandbox.Credential.UserName
    ApiSecret             = $AuthleteSandbox.Credential.GetNetworkCredential().Password
    ServiceOwnerApiKey    = $AuthleteSandbox.ServiceOwnerCredential.UserName
    ServiceOwnerApiSecret = $AuthleteSandbox.ServiceOwnerCredential.GetNetworkCredential().Password
}
Set-Secret -Name authlete-test -Secret @{
    BaseUri   = "$($AuthleteSandbox.BaseUri)"
    ApiKey    = $AuthleteSandbox.Credential.UserName
    ApiSecret = 'the secret before the last change'
}
Get-AuthleteClient | Remove-AuthleteClient -Confirm:$false
$code = @{ GrantTypes = 'AUTHORIZATION_CODE', 'REFRESH_TOKEN'; ResponseTypes = 'CODE'; PkceRequired = $true; PkceS256Required = $true }
$web = @{ ApplicationType = 'WEB'; ClientType = 'CONFIDENTIAL'; TokenAuthMethod = 'CLIENT_SECRET_BASIC' }
$null = New-AuthleteClient @code @web -ClientName 'Web shop' -ClientIdAlias web-shop -ClientIdAliasEnabled $true -RedirectUris 'https://shop.example.com/callback'
$null = New-AuthleteClient -ClientName 'Old kiosk' -ClientType PUBLIC -TokenAuthMethod NONE -ApplicationType WEB -ClientIdAlias kiosk -ClientIdAliasEnabled $true `
    -GrantTypes IMPLICIT, PASSWORD -ResponseTypes TOKEN -RedirectUris 'https://kiosk.example.com/start'
$null = New-AuthleteClient @code -ClientName 'Mobile app' -ClientType PUBLIC -TokenAuthMethod NONE -ApplicationType NATIVE `
    -ClientIdAlias app -ClientIdAliasEnabled $true -RedirectUris 'com.example.app:/callback'

$commands = @(
    'Connect-Authlete -SecretName authlete-prod'
    'Get-AuthleteClient'
    'Test-AuthleteConfiguration -ClientId kiosk -MinimumSeverity Medium | Where-Object Outcome -eq Fail'
    'Set-AuthleteClient kiosk -GrantTypes AUTHORIZATION_CODE -ResponseTypes CODE -WhatIf'
    'Revoke-AuthleteAccessToken -Subject user-1 -WhatIf'
    'Connect-Authlete -SecretName authlete-test'
)
foreach ($command in $commands) {
    "`e[90mPS>`e[0m $command"
    & ([scriptblock]::Create($command)) 2>&1 | Out-String -Stream -Width 96
}

Disable-TestVault
