# A vault that tests can write to. It is a real one if SecretManagement is installed, but never one of the user's.
$ErrorActionPreference = 'Stop'
$modules = Join-Path $PSScriptRoot 'Modules'
$storeHome = Join-Path ([IO.Path]::GetTempPath()) "authlete-pester-home-$PID"

<#
.SYNOPSIS
Returns a description of the vault that the tests use.
#>
function Get-TestVaultKind {
    $installed = Get-Module -ListAvailable -Name Microsoft.PowerShell.SecretManagement | Where-Object { -not $_.PrivateData.StandIn }
    if (-not $installed) {
        return 'a stand-in for SecretManagement'
    }

    # SecretStore has one store for each user. Only another HOME protects the user's store, and on Windows no variable changes it.
    if ((Get-Module -ListAvailable -Name Microsoft.PowerShell.SecretStore) -and (Test-Path env:HOME) -and $PSVersionTable.Platform -eq 'Unix') {
        return 'SecretManagement and SecretStore'
    }

    'SecretManagement and a vault in memory'
}

<#
.SYNOPSIS
Creates an empty vault as the default, and returns its name. Disable-TestVault removes it.
#>
function Enable-TestVault {
    $script:before = @{ HOME = $env:HOME; PSModulePath = $env:PSModulePath }
    $kind = Get-TestVaultKind
    $module = 'Authlete.TestVault'
    if ($kind -eq 'a stand-in for SecretManagement') {
        $env:PSModulePath = $modules + [IO.Path]::PathSeparator + $env:PSModulePath
    }
    elseif ($kind -eq 'SecretManagement and SecretStore') {
        $module = 'Microsoft.PowerShell.SecretStore'
        $env:HOME = (New-Item -ItemType Directory -Force -Path $storeHome).FullName
        Import-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore -Global
        $null = Reset-SecretStore -Scope CurrentUser -Authentication None -Interaction None -Force -Confirm:$false -WarningAction SilentlyContinue
    }
    else {
        $module = Join-Path $modules 'Authlete.TestVault'
    }

    Import-Module Microsoft.PowerShell.SecretManagement -Global
    $script:vault = "AuthleteTest$PID"
    $script:default = (Get-SecretVault | Where-Object IsDefault).Name
    Register-SecretVault -Name $vault -ModuleName $module -DefaultVault
    Get-SecretInfo -Vault $vault | Remove-Secret
    $vault
}

function Disable-TestVault {
    Unregister-SecretVault -Name $vault
    if ($default) {
        Set-SecretVaultDefault -Name $default
    }

    Get-Module Microsoft.PowerShell.SecretManagement | Where-Object { $_.PrivateData.StandIn } | Remove-Module
    $env:HOME = $before.HOME
    $env:PSModulePath = $before.PSModulePath
}

Export-ModuleMember -Function Get-TestVaultKind, Enable-TestVault, Disable-TestVault
