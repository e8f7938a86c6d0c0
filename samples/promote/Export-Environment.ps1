<#
.SYNOPSIS
Exports the service and clients of an environment, with placeholders for values that differ between environments.
.DESCRIPTION
Exports the configuration, and replaces each value of the environment's variables with its placeholder. For example, if the
variable HOST has the value dev.example.com, this text becomes ${HOST}. Existing placeholders in the folder stay. Use only
unambiguous values, such as host names, because the script replaces them everywhere.
.PARAMETER Name
The environment: an entry of the environment file.
.PARAMETER Path
The folder of the configuration.
.PARAMETER EnvironmentFile
The file that lists the environments.
.EXAMPLE
./Export-Environment.ps1 development
#>
[CmdletBinding()]
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

# Replaces the longest value first, because it can contain a shorter one.
$variables = @($environment.Variable.GetEnumerator() | Sort-Object { "$($_.Value)".Length } -Descending)
foreach ($file in Export-AuthleteConfiguration $Path @environment -PassThru) {
    if ($file.Name -eq 'ids.json') {
        continue
    }

    $text = [IO.File]::ReadAllText($file.FullName)
    $replaced = $text
    foreach ($variable in $variables) {
        $replaced = $replaced.Replace("$($variable.Value)", '${' + $variable.Key + '}')
    }

    if ($replaced -cne $text) {
        # UTF-8 without a byte order mark, like the export.
        [IO.File]::WriteAllText($file.FullName, $replaced)
    }

    $file
}
