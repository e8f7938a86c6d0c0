<#
.SYNOPSIS
Gives clients new secrets, which go straight into a vault.
.DESCRIPTION
Rotates the secrets of the confidential clients that authenticate with a secret, and leaves out those that
were rotated within the last days. What was rotated when is in the metadata of the vault entries, so the
script keeps no state of its own: run it again at any time, also after it was stopped or failed.

Each secret is written into the vault before it is set at the service. If something fails, the error says
where the secret in force is, and the next run rotates that client again.

Uses the default connection (Connect-Authlete) or the environment variables.
.PARAMETER Name
Rotates only clients whose name is like this; wildcards are allowed.
.PARAMETER SecretName
The name of the vault entries. {ClientId} must be in it, so that each client has one of its own.
.PARAMETER Vault
The vault of SecretManagement; by default the default one.
.PARAMETER Days
Leaves out the clients whose secrets were rotated within so many days.
.PARAMETER ThrottleLimit
How many clients to work on at once.
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
    throw "-SecretName must have {ClientId} in it, for each client to have an entry of its own."
}

if (-not $Vault) {
    $Vault = (Get-SecretVault | Where-Object IsDefault).Name
    if (-not $Vault) {
        throw 'No vault is the default one. Specify -Vault.'
    }
}

# The one date that this script reads and writes: text, since not every vault keeps dates.
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

# The date is written after the secret is in force: a run that breaks off in between rotates once more.
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
    elseif ($PSCmdlet.ShouldProcess("client $($client.ClientId) ($($client.ClientName))", "Rotate the secret into '$(Get-EntryName $client)' of vault '$Vault'")) {
        $due.Add($client)
        $names["$($client.ClientId)"] = $client.ClientName
    }
}

# One client that fails doesn't keep the others from being rotated.
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
    throw "$(@($failures).Count) of $($due.Count) clients were not rotated. Run the script again: it goes on where it stopped."
}
