<#
.SYNOPSIS
Makes an environment's service and clients match the folder, and commits the ids of new clients.
.DESCRIPTION
Fills the placeholders with the environment's variables, with environment variables and with entries of a vault. With -WhatIf, it
writes the plan and changes nothing. Otherwise it writes each service or client with its status. ids.json, which says which client
of which service a file stands for, is committed if it changed, also if a part of the import failed.
.PARAMETER Name
The environment: an entry of the environment file.
.PARAMETER Path
The folder of the configuration, in a git repository.
.PARAMETER EnvironmentFile
The file of the environments.
.EXAMPLE
./Import-Environment.ps1 production -WhatIf
Shows the plan.
.EXAMPLE
./Import-Environment.ps1 production -Confirm:$false
Applies it without questions.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory)]
    [string] $Name,

    [string] $Path = './config',

    [string] $EnvironmentFile = (Join-Path $PSScriptRoot 'environments.psd1')
)

$ErrorActionPreference = 'Stop'
$environment = (Import-PowerShellDataFile -LiteralPath $EnvironmentFile)[$Name]
if (-not $environment) {
    throw "$EnvironmentFile has no environment '$Name'."
}

try {
    # -WhatIf and -Confirm of this script hold for the command as well.
    Import-AuthleteConfiguration $Path @environment
}
finally {
    $isCommitted = $true
    if (-not $WhatIfPreference -and (Test-Path (Join-Path $Path 'ids.json'))) {
        $change = git -C $Path status --porcelain -- ids.json
        if ($change) {
            git -C $Path add -- ids.json
            git -C $Path commit --quiet --message "Add the client ids of $Name" -- ids.json
        }

        $isCommitted = $LASTEXITCODE -eq 0
        if (-not $isCommitted) {
            Write-Error "ids.json was not committed. Commit it: without it, the clients of $Name can be told only by alias and name." -ErrorAction Continue
        }
    }
}

if (-not $isCommitted) {
    exit 1
}
