# The commands for secrets.
function Get-Secret {
    [CmdletBinding(DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(Position = 0, Mandatory, ValueFromPipeline, ParameterSetName = 'NameParameterSet')] [string] $Name,
        [Parameter(Position = 1, ParameterSetName = 'NameParameterSet')] [string] $Vault,
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'InfoParameterSet')]
        [PSTypeName('Microsoft.PowerShell.SecretManagement.SecretInformation')] $InputObject,
        [switch] $AsPlainText
    )

    process {
        if ($InputObject) {
            $Name = $InputObject.Name
            $Vault = $InputObject.VaultName
        }

        $found = Resolve-Source $Vault $PSCmdlet | Where-Object { $_.Entries.ContainsKey($Name) } | Select-Object -First 1
        if ($found) {
            Invoke-Planned Get-Secret $found $Name $PSCmdlet 'GetSecretInvalidOperation' { ConvertTo-Output $found.Entries[$Name].Secret $AsPlainText }
        }
        else {
            $PSCmdlet.WriteError((New-ErrorRecord "The secret $Name was not found." 'GetSecretNotFound' ObjectNotFound))
        }
    }
}

function Get-SecretInfo {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)] [SupportsWildcards()] [string] $Name = '*',
        [Parameter(Position = 1)] [string] $Vault
    )

    foreach ($source in Resolve-Source $Vault $PSCmdlet) {
        Invoke-Planned Get-SecretInfo $source $Name $PSCmdlet 'GetSecretInfoInvalidOperation' {
            $source.Entries.Keys | Where-Object { $_ -like $Name } | Sort-Object | ForEach-Object { New-SecretInformation $source $_ }
        }
    }
}

function Set-Secret {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'SecureStringParameterSet')]
    param(
        [Parameter(ParameterSetName = 'ObjectParameterSet', Position = 0, Mandatory)]
        [Parameter(ParameterSetName = 'SecureStringParameterSet', Position = 0, Mandatory)] [ValidateNotNullOrEmpty()] [string] $Name,
        [Parameter(ParameterSetName = 'ObjectParameterSet', Position = 1, Mandatory, ValueFromPipeline)] [object] $Secret,
        [Parameter(ParameterSetName = 'SecureStringParameterSet', Position = 1, Mandatory, ValueFromPipeline)] [securestring] $SecureStringSecret,
        [Parameter(ParameterSetName = 'SecretInfoParameterSet', Position = 1, Mandatory, ValueFromPipeline)]
        [PSTypeName('Microsoft.PowerShell.SecretManagement.SecretInformation')] $SecretInfo,
        [Parameter(ParameterSetName = 'ObjectParameterSet', Position = 2)]
        [Parameter(ParameterSetName = 'SecureStringParameterSet', Position = 2)]
        [Parameter(ParameterSetName = 'SecretInfoParameterSet', Mandatory)] [string] $Vault,
        [Parameter(ParameterSetName = 'ObjectParameterSet', Position = 3)]
        [Parameter(ParameterSetName = 'SecureStringParameterSet', Position = 3)] [hashtable] $Metadata,
        [switch] $NoClobber
    )

    process {
        $value = if ($SecretInfo) { , $vaults[$SecretInfo.VaultName].Entries[$SecretInfo.Name].Secret } elseif ($SecureStringSecret) { $SecureStringSecret } else { , $Secret }
        if ($SecretInfo) {
            $Name = $SecretInfo.Name
            $Metadata = $SecretInfo.Metadata
        }

        $target = Resolve-Target $Vault $PSCmdlet 'SetSecretCommandFailNoVault'
        if (-not $PSCmdlet.ShouldProcess($Vault, 'Write secret to vault and override any existing secret of the same name')) {
            return
        }

        if ($NoClobber -and $target.Entries.ContainsKey($Name)) {
            $PSCmdlet.ThrowTerminatingError((New-ErrorRecord "A secret with name $Name already exists in vault $($target.Info.Name)." 'SetSecretCommandAlreadyExistsWithNoClobber' ResourceExists))
        }

        if (-not (Test-SecretType $value)) {
            $PSCmdlet.WriteError((New-ErrorRecord "Could not add secret $Name to vault $($target.Info.Name)." 'SetSecretInvalidOperation' InvalidOperation))
            return
        }

        # Set-Secret removes metadata that isn't specified again, as the real one does.
        Invoke-Planned Set-Secret $target $Name $PSCmdlet 'SetSecretInvalidOperation' {
            $target.Entries[$Name] = @{ Secret = $value; Metadata = if ($Metadata) { $Metadata.Clone() } else { @{} } }
        }
    }
}

function Set-SecretInfo {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(Position = 0, Mandatory, ParameterSetName = 'NameParameterSet')] [ValidateNotNullOrEmpty()] [string] $Name,
        [Parameter(Position = 1, Mandatory, ValueFromPipeline, ParameterSetName = 'NameParameterSet')]
        [Parameter(Position = 0, Mandatory, ParameterSetName = 'InfoParameterSet')] [hashtable] $Metadata,
        [Parameter(Position = 2, ParameterSetName = 'NameParameterSet')] [string] $Vault,
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'InfoParameterSet')]
        [PSTypeName('Microsoft.PowerShell.SecretManagement.SecretInformation')] $InputObject
    )

    process {
        if ($InputObject) {
            $Name = $InputObject.Name
            $Vault = $InputObject.VaultName
        }

        $target = Resolve-Target $Vault $PSCmdlet 'SetSecretInfoCommandFailNoVault'
        if (-not $target.Entries.ContainsKey($Name)) {
            $PSCmdlet.WriteError((New-ErrorRecord "Could not set metadata of secret $Name." 'SetSecretMetadataInvalidOperation' InvalidOperation))
        }
        elseif ($PSCmdlet.ShouldProcess($Vault, 'Write secret metadata to vault and override any existing metadata associated with the secret')) {
            Invoke-Planned Set-SecretInfo $target $Name $PSCmdlet 'SetSecretMetadataInvalidOperation' { $target.Entries[$Name].Metadata = $Metadata.Clone() }
        }
    }
}

function Remove-Secret {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(Position = 0, Mandatory, ValueFromPipeline, ParameterSetName = 'NameParameterSet')] [ValidateNotNullOrEmpty()] [string] $Name,
        [Parameter(Position = 1, Mandatory, ParameterSetName = 'NameParameterSet')] [ValidateNotNullOrEmpty()] [string] $Vault,
        [Parameter(Position = 0, Mandatory, ValueFromPipeline, ParameterSetName = 'InfoParameterSet')]
        [PSTypeName('Microsoft.PowerShell.SecretManagement.SecretInformation')] $InputObject
    )

    process {
        if ($InputObject) {
            $Name = $InputObject.Name
            $Vault = $InputObject.VaultName
        }

        $target = Resolve-Vault $Vault $PSCmdlet
        if (-not $target.Entries.ContainsKey($Name)) {
            $PSCmdlet.WriteError((New-ErrorRecord "The secret $Name was not removed from vault $Vault." 'RemoveSecretInvalidOperation' InvalidOperation))
        }
        elseif ($PSCmdlet.ShouldProcess($Vault, 'Remove secret by name from vault')) {
            Invoke-Planned Remove-Secret $target $Name $PSCmdlet 'RemoveSecretInvalidOperation' { $target.Entries.Remove($Name) }
        }
    }
}
