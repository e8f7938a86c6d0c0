# SecretManagement runs these functions in a separate runspace, so the entries are stored for the process.
$key = 'Authlete.Tests.VaultEntries'
$entries = [AppDomain]::CurrentDomain.GetData($key)
if ($null -eq $entries) {
    $entries = [hashtable]::Synchronized(@{})
    [AppDomain]::CurrentDomain.SetData($key, $entries)
}

function Get-Secret {
    param($Name, $VaultName, $AdditionalParameters)
    if ($entries.ContainsKey($Name)) { , $entries[$Name].Secret }
}

function Get-SecretInfo {
    param($Filter, $VaultName, $AdditionalParameters)
    foreach ($name in @($entries.Keys | Where-Object { $_ -like $Filter })) {
        $secret = $entries[$name].Secret
        $type = if ($secret -is [byte[]]) { 'ByteArray' } else { $secret.GetType().Name }
        $metadata = [Collections.Generic.Dictionary[string, object]]::new()
        foreach ($member in $entries[$name].Metadata.GetEnumerator()) { $metadata.Add($member.Key, $member.Value) }
        [Microsoft.PowerShell.SecretManagement.SecretInformation]::new(
            $name, $type, $VaultName, [Collections.ObjectModel.ReadOnlyDictionary[string, object]]::new($metadata))
    }
}

function Set-Secret {
    param($Name, $Secret, $VaultName, $AdditionalParameters, $Metadata)
    foreach ($value in $(if ($Secret -is [hashtable]) { $Secret.Values } else { , $Secret })) {
        if (-not ($value -is [string] -or $value -is [securestring] -or $value -is [pscredential] -or $value -is [byte[]])) {
            throw "$($value.GetType()) is no type for a secret."
        }
    }
    $entries[$Name] = @{ Secret = $Secret; Metadata = $Metadata }
}

function Set-SecretInfo {
    param($Name, $Metadata, $VaultName, $AdditionalParameters)
    if (-not $entries.ContainsKey($Name)) { throw "There is no secret $Name." }
    $entries[$Name].Metadata = $Metadata
}

function Remove-Secret {
    param($Name, $VaultName, $AdditionalParameters)
    if (-not $entries.ContainsKey($Name)) { throw "There is no secret $Name." }
    $entries.Remove($Name)
}

function Test-SecretVault {
    param($VaultName, $AdditionalParameters)
    $true
}
