<#
.SYNOPSIS
Imports the folder into an environment's service and clients, and commits the IDs of new clients.
.DESCRIPTION
Replaces placeholders with the environment's variables, with environment variables, and with entries of a vault. With -WhatIf, the
script writes the plan and changes nothing. Otherwise, it writes each service or client with its status. ids.json maps the files to
clients. If it changes, the script commits it, even if a part of the import fails.
.PARAMETER Name
The environment: an entry of the environment file.
.PARAMETER Path
The folder of the configuration, in a git repository.
.PARAMETER EnvironmentFile
The file that lists the environments.
.EXAMPLE
./Import-Environment.ps1 production -WhatIf
Shows the plan.
.EXAMPLE
./Import-Environment.ps1 production -Confirm:$false
Applies the folder without prompts.
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
    throw "$EnvironmentFile doesn't contain the environment '$Name'."
}

try {
    # -WhatIf and -Confirm of this script also apply to the command.
    Import-AuthleteConfiguration $Path @environment
}
finally {
    $isCommitted = $true
    if (-not $WhatIfPreference -and (Test-Path (Join-Path $Path 'ids.json'))) {
        $change = git -C $Path status --porcelain -- ids.json
        if ($change) {
            git -C $Path add -- ids.json
            git -C $Path commit --quiet --message "Add the client IDs of $Name" -- ids.json
        }

        $isCommitted = $LASTEXITCODE -eq 0
        if (-not $isCommitted) {
            Write-Error "ids.json was not committed. Commit it. Without it, the clients of $Name can be identified only by alias and name." -ErrorAction Continue
        }
    }
}

if (-not $isCommitted) {
    exit 1
}
