<#
.SYNOPSIS
Exports all services of an owner, one folder for each, named after the service's API key.
.DESCRIPTION
Uses the default connection, or the environment variables AUTHLETE_SERVICEOWNER_APIKEY and AUTHLETE_SERVICEOWNER_APISECRET. A
service that can't be exported doesn't stop the others, and its former backup stays whole. So does the folder of a service that is
gone. Writes an object for each service; if one could not be exported, the exit code is 1.
.PARAMETER Path
The folder of the backup. It is made if it doesn't exist.
.PARAMETER IncludeSecret
Whether to write secrets, too: in plain text, into secrets.json in the folder of each service.
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

# The whole list first: if it can't be read to its end, that is an error and nothing is written.
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
