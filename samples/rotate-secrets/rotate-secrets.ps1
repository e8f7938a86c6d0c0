<#
.SYNOPSIS
Replaces the secrets of clients, and writes the new secrets to a vault.
.DESCRIPTION
Rotates the secrets of confidential clients that authenticate with a secret, and skips clients whose
secrets were rotated recently. The dates are in the metadata of the vault entries, so you can run the
script again at any time, even after it was stopped or failed.

The script writes each secret to the vault before it sets the secret at the service. If a client fails, the
error tells you where its current secret is, and the next run rotates this client again.

Uses the default connection (Connect-Authlete) or the environment variables.
.PARAMETER Name
Rotates only clients with this name. Wildcards are allowed.
.PARAMETER SecretName
The name of the vault entries. It must contain {ClientId}, so that each client has its own entry.
.PARAMETER Vault
The SecretManagement vault. The default is the default vault.
.PARAMETER Days
Skips clients whose secrets were rotated within this number of days.
.PARAMETER ThrottleLimit
The number of clients to rotate at the same time.
.EXAMPLE
./rotate-secrets.ps1 -Name 'batch*' -Days 30 -WhatIf
.EXAMPLE
./rotate-secrets.ps1 -Days 30 -Confirm:$false
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [string] $Name = '*',
    [string] $SecretName = 'authlete-client-{ClientId}',
    [string] $Vault,
    [ValidateRange(0, 3650)] [int] $Days = 30,
    [ValidateRange(1, 256)] [int] $ThrottleLimit = 1
)

$ErrorActionPreference = 'Stop'
if ($SecretName -notlike '*{ClientId}*') {
    throw "-SecretName must contain {ClientId}, so that each client has its own entry."
}

if (-not $Vault) {
    $Vault = (Get-SecretVault | Where-Object IsDefault).Name
    if (-not $Vault) {
        throw 'There is no default vault. Specify -Vault.'
    }
}

# The date is text, because not every vault can store dates.
$key = 'AuthleteRotatedAt'
$format = 'yyyy-MM-ddTHH:mm:ssZ'
$now = [DateTimeOffset]::UtcNow
$since = $now.AddDays(-$Days)
$entries = @{}
Get-SecretInfo -Vault $Vault | ForEach-Object { $entries[$_.Name] = $_.Metadata }

function Get-EntryName($Client) {
    $SecretName.Replace('{ClientId}', "$($Client.ClientId)").Replace('{ClientName}', $Client.ClientName)
}

function Test-Fresh($Client) {
    $rotated = [DateTimeOffset]::MinValue
    $metadata = $entries[(Get-EntryName $Client)]
    $null -ne $metadata -and
    [DateTimeOffset]::TryParseExact("$($metadata[$key])", $format, [cultureinfo]::InvariantCulture, 'AssumeUniversal', [ref] $rotated) -and
    $rotated -gt $since
}

# Writes the date after the secret takes effect. If a run is interrupted in between, the next run rotates again.
function Set-RotationDate($Rotated) {
    $metadata = @{}
    $info = Get-SecretInfo -Name ([WildcardPattern]::Escape($Rotated.SecretName)) -Vault $Vault | Where-Object Name -EQ $Rotated.SecretName
    $info.Metadata.GetEnumerator() | ForEach-Object { $metadata[$_.Key] = $_.Value }
    $metadata[$key] = $now.ToString($format, [cultureinfo]::InvariantCulture)
    Set-SecretInfo -Name $Rotated.SecretName -Vault $Vault -Metadata $metadata -Confirm:$false
}

$methods = 'CLIENT_SECRET_BASIC', 'CLIENT_SECRET_POST', 'CLIENT_SECRET_JWT'
$due = [Collections.Generic.List[object]]::new()
$names = @{}
foreach ($client in Get-AuthleteClient -Name $Name) {
    if ($client.ClientType -ne 'CONFIDENTIAL' -or $client.TokenAuthMethod -notin $methods) {
        continue
    }

    if (Test-Fresh $client) {
        [pscustomobject]@{ ClientId = $client.ClientId; ClientName = $client.ClientName; Status = 'Fresh'; SecretName = Get-EntryName $client }
    }
    elseif ($PSCmdlet.ShouldProcess("client $($client.ClientId) ($($client.ClientName))", "Rotate the secret to '$(Get-EntryName $client)' in vault '$Vault'")) {
        $due.Add($client)
        $names["$($client.ClientId)"] = $client.ClientName
    }
}

# If a client fails, the others are still rotated.
$failures = @()
$due | Reset-AuthleteClientSecret -OutSecretName $SecretName -OutVault $Vault -ThrottleLimit $ThrottleLimit -Confirm:$false `
    -ErrorAction Continue -ErrorVariable failures | ForEach-Object {
        $rotated = $_
        Set-RotationDate $rotated
        [pscustomobject]@{
            ClientId   = $rotated.ClientId
            ClientName = $names["$($rotated.ClientId)"]
            Status     = 'Rotated'
            SecretName = $rotated.SecretName
        }
    }

if ($failures) {
    throw "$(@($failures).Count) of $($due.Count) clients were not rotated. To rotate them, run the script again."
}
