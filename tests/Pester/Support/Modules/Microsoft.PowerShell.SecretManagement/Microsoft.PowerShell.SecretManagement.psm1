# Parameters, parameter sets, and error IDs are those of Microsoft.PowerShell.SecretManagement 1.1.2. The vaults are in memory and shared by all
# runspaces of the process, as registered vaults are shared by a user. Commands read a copy, because another runspace may register a vault.
$key = 'Authlete.Tests.SecretVaults'
$vaults = [AppDomain]::CurrentDomain.GetData($key)
if ($null -eq $vaults) {
    $vaults = [hashtable]::Synchronized([Collections.Hashtable]::new([StringComparer]::OrdinalIgnoreCase))
    [AppDomain]::CurrentDomain.SetData($key, $vaults)
}

function New-ErrorRecord($Message, $Id, $Category) {
    $exception = if ($Category -eq 'ObjectNotFound') { [Management.Automation.ItemNotFoundException]::new($Message) } else { [Management.Automation.PSInvalidOperationException]::new($Message) }
    [Management.Automation.ErrorRecord]::new($exception, $Id, $Category, $null)
}

function Get-DefaultVault {
    $vaults.Clone().Values | Where-Object { $_.Info.IsDefault }
}

# Returns the vault with the specified name. If there is none, throws a terminating error of the caller.
function Resolve-Vault($Name, $Cmdlet) {
    $vault = $vaults[$Name]
    if ($null -eq $vault) {
        $Cmdlet.ThrowTerminatingError((New-ErrorRecord "Unable to find a registered vault with the name $Name." 'GetSecretVaultNotFound' ObjectNotFound))
    }

    $vault
}

# Returns the vault to write to: the specified one, or else the default.
function Resolve-Target($Name, $Cmdlet, $ErrorId) {
    if ($Name) {
        return Resolve-Vault $Name $Cmdlet
    }

    $default = Get-DefaultVault
    if ($null -eq $default) {
        $Cmdlet.ThrowTerminatingError((New-ErrorRecord 'No vault was provided and there is no default vault designated.' $ErrorId InvalidOperation))
    }

    $default
}

# Returns the vaults to read: the specified one, or else the default and then the others.
function Resolve-Source($Name, $Cmdlet) {
    if ($Name) {
        Resolve-Vault $Name $Cmdlet
    }
    else {
        $vaults.Clone().Values | Sort-Object { -not $_.Info.IsDefault }, { $_.Info.Name }
    }
}

function New-SecretInformation($Vault, [string] $Name) {
    $entry = $Vault.Entries[$Name]
    $type = switch ($entry.Secret) {
        { $_ -is [byte[]] } { 'ByteArray' }
        { $_ -is [string] } { 'String' }
        { $_ -is [securestring] } { 'SecureString' }
        { $_ -is [pscredential] } { 'PSCredential' }
        { $_ -is [hashtable] } { 'Hashtable' }
        default { 'Unknown' }
    }
    $metadata = [Collections.Generic.Dictionary[string, object]]::new()
    foreach ($member in $entry.Metadata.GetEnumerator()) { $metadata.Add($member.Key, $member.Value) }
    [pscustomobject]@{
        PSTypeName = 'Microsoft.PowerShell.SecretManagement.SecretInformation'
        Name       = $Name
        Type       = $type
        VaultName  = $Vault.Info.Name
        Metadata   = [Collections.ObjectModel.ReadOnlyDictionary[string, object]]::new($metadata)
    }
}

# Converts content as SecretManagement does: text becomes a SecureString unless plain text is requested.
function ConvertTo-Output($Value, $AsPlainText) {
    if ($Value -is [hashtable]) {
        $copy = @{}
        foreach ($name in $Value.Keys) {
            $copy[$name] = ConvertTo-Output $Value[$name] $AsPlainText
        }
        return $copy
    }

    if ($AsPlainText -and $Value -is [securestring]) {
        return [Net.NetworkCredential]::new('', $Value).Password
    }

    if (-not $AsPlainText -and $Value -is [string]) {
        return [Net.NetworkCredential]::new('', $Value).SecurePassword
    }

    , $Value
}

# Whether a vault accepts a value.
function Test-SecretType($Value) {
    if ($Value -is [hashtable]) {
        return -not ($Value.Values | Where-Object { $_ -is [hashtable] -or -not (Test-SecretType $_) })
    }

    $Value -is [byte[]] -or $Value -is [string] -or $Value -is [securestring] -or $Value -is [pscredential]
}

# Runs the work of a command on an entry, or a planned fault instead: a script block in $PlannedVaultFault, which receives the
# command, the vault, and the entry. It throws the error of the vault, or returns Ignore for a vault that silently does nothing,
# or Late for one that fails after the work.
function Invoke-Planned($Command, $Vault, $Name, $Cmdlet, $ErrorId, [scriptblock] $Work) {
    try {
        if ($Vault.Info.VaultParameters.AsksForPassword) {
            $null = $Host.UI.PromptForCredential('', "The vault's password", '', '')
        }

        $outcome = if ($global:PlannedVaultFault) { & $global:PlannedVaultFault $Command $Vault.Info.Name $Name }
        if ($outcome -ne 'Ignore') {
            . $Work
        }

        if ($outcome -eq 'Late') {
            throw 'The vault failed after its work.'
        }
    }
    catch [Management.Automation.PipelineStoppedException] {
        throw
    }
    catch {
        # The inner exception has the reason, as in the real module.
        $exception = [Management.Automation.PSInvalidOperationException]::new("$Command did not work for secret $Name in vault $($Vault.Info.Name)", $_.Exception)
        $Cmdlet.WriteError([Management.Automation.ErrorRecord]::new($exception, $ErrorId, 'InvalidOperation', $null))
    }
}

. (Join-Path $PSScriptRoot 'Vaults.ps1')
. (Join-Path $PSScriptRoot 'Secrets.ps1')
