# Runs the Pester tests against the staged module and a sandbox in a process of its own.
$ErrorActionPreference = 'Stop'
if (-not (Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version -ge '5.0' })) {
    'Pester 5 is not installed: tests/Pester was not run.'
    return
}

if (-not (Get-Module -ListAvailable -Name Microsoft.PowerShell.SecretManagement)) {
    'Microsoft.PowerShell.SecretManagement is not installed: the tests of vault entries are skipped.'
}

Import-Module Pester -MinimumVersion 5.0
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.Exit = $true
$configuration.Output.Verbosity = 'Detailed'
Invoke-Pester -Configuration $configuration
