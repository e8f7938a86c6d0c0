<#
.SYNOPSIS
Exports all services of an owner to one folder each, named after the service's API key.
.DESCRIPTION
Uses the default connection, or the environment variables AUTHLETE_SERVICEOWNER_APIKEY and AUTHLETE_SERVICEOWNER_APISECRET. If a
service can't be exported, its previous backup doesn't change, the other services are exported, and the exit code is 1. The folder
of a deleted service doesn't change either. The script writes an object for each service.
.PARAMETER Path
The folder for the backup. If it doesn't exist, the script creates it.
.PARAMETER IncludeSecret
Also writes secrets, in plain text, to secrets.json in the folder of each service.
.EXAMPLE
./Backup-Services.ps1 ./backup
#>
[CmdletBinding()]
param(
    [string] $Path = './backup',

    [switch] $IncludeSecret
)

$ErrorActionPreference = 'Stop'
$failed = 0

# Reads the whole list first: if that fails, nothing is written.
foreach ($service in @(Get-AuthleteService)) {
    $result = [pscustomobject]@{
        ApiKey      = $service.ApiKey
        ServiceName = $service.ServiceName
        Path        = Join-Path $Path $service.ApiKey
        Files       = 0
        Error       = $null
    }
    try {
        $parameters = @{ ServiceApiKey = $service.ApiKey; IncludeSecret = $IncludeSecret; IncludeRegistered = $true }
        $result.Files = @(Export-AuthleteConfiguration $result.Path @parameters -PassThru).Count
    }
    catch {
        $failed++
        $result.Error = "$_"
    }

    $result
}

exit [int]($failed -gt 0)
