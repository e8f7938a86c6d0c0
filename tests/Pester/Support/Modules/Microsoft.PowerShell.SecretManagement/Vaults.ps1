# The commands for vaults.
function Register-SecretVault {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Position = 0, Mandatory)] [ValidateNotNullOrEmpty()] [string] $ModuleName,
        [Parameter(Position = 1)] [ValidateNotNullOrEmpty()] [string] $Name,
        [hashtable] $VaultParameters = @{},
        [switch] $DefaultVault,
        [switch] $AllowClobber,
        [switch] $PassThru,
        [string] $Description = ''
    )

    if (-not $Name) {
        $Name = [IO.Path]::GetFileNameWithoutExtension($ModuleName)
    }

    if ($vaults.ContainsKey($Name) -and -not $AllowClobber) {
        $PSCmdlet.ThrowTerminatingError((New-ErrorRecord "Vault name $Name already exists." 'RegisterSecretVaultInvalidVaultName' InvalidArgument))
    }

    if ($PSCmdlet.ShouldProcess($Name, 'Register vault')) {
        $isDefault = $DefaultVault -or $vaults.Count -eq 0
        if ($isDefault) {
            $vaults.Clone().Values | ForEach-Object { $_.Info.IsDefault = $false }
        }

        $info = [pscustomobject]@{
            PSTypeName      = 'Microsoft.PowerShell.SecretManagement.SecretVaultInfo'
            Name            = $Name
            ModuleName      = $ModuleName
            VaultParameters = $VaultParameters
            Description     = $Description
            IsDefault       = [bool]$isDefault
        }
        $vaults[$Name] = @{ Info = $info; Entries = [Collections.Hashtable]::new([StringComparer]::OrdinalIgnoreCase) }
        if ($PassThru) {
            $info
        }
    }
}

function Unregister-SecretVault {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Position = 0, Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)] [ValidateNotNullOrEmpty()] [string[]] $Name)

    process {
        foreach ($one in $Name) {
            if (-not $vaults.ContainsKey($one)) {
                $PSCmdlet.WriteError((New-ErrorRecord "Unable to find secret vault $one to unregister it." 'UnregisterSecretVaultObjectNotFound' ObjectNotFound))
            }
            elseif ($PSCmdlet.ShouldProcess($one, 'Unregister vault')) {
                $vaults.Remove($one)
            }
        }
    }
}

function Set-SecretVaultDefault {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(ParameterSetName = 'NameParameterSet', Position = 0, Mandatory, ValueFromPipelineByPropertyName)] [string] $Name,
        [Parameter(ParameterSetName = 'ClearParameterSet', Mandatory)] [switch] $ClearDefault
    )

    if ($Name -and -not $vaults.ContainsKey($Name)) {
        $PSCmdlet.ThrowTerminatingError((New-ErrorRecord "Vault $Name not found." 'VaultNotFound' ObjectNotFound))
    }

    $vaults.Clone().Values | ForEach-Object { $_.Info.IsDefault = $_.Info.Name -eq $Name }
}

function Get-SecretVault {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [SupportsWildcards()] [string[]] $Name = '*')

    foreach ($pattern in $Name) {
        $found = $vaults.Clone().Values | Where-Object { $_.Info.Name -like $pattern } | Sort-Object { $_.Info.Name }
        if ($found) {
            $found.Info
        }
        elseif (-not [Management.Automation.WildcardPattern]::ContainsWildcardCharacters($pattern)) {
            $PSCmdlet.WriteError((New-ErrorRecord "Vault $pattern does not exist in registry." 'GetSecretVaultNotFound' ObjectNotFound))
        }
    }
}

function Test-SecretVault {
    [CmdletBinding()]
    param([Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [SupportsWildcards()] [string[]] $Name = '*')

    process {
        $vaultErrors = @()
        $found = Get-SecretVault -Name $Name -ErrorAction SilentlyContinue -ErrorVariable vaultErrors
        foreach ($vaultError in $vaultErrors) {
            $PSCmdlet.WriteError((New-ErrorRecord $vaultError.Exception.Message 'TestSecretVaultNotFound' ObjectNotFound))
        }
        if ($found) {
            $true
        }
    }
}

function Unlock-SecretVault {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0, Mandatory)] [ValidateNotNullOrEmpty()] [string] $Name,
        [Parameter(Position = 1, Mandatory)] [securestring] $Password
    )

    $null = Resolve-Vault $Name $PSCmdlet
}
