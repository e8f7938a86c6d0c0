<#
.SYNOPSIS
Exports an environment's service and clients, with placeholders for what differs between environments.
.DESCRIPTION
Exports the configuration, and replaces each value of the environment's variables by its placeholder: dev.example.com becomes
${HOST} if the variable HOST has this value. Placeholders that are in the folder already stay. Use values that mean nothing else,
such as host names: they are replaced wherever they stand in a text.
.PARAMETER Name
The environment: an entry of the environment file.
.PARAMETER Path
The folder of the configuration.
.PARAMETER EnvironmentFile
The file of the environments.
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
    throw "$EnvironmentFile has no environment '$Name'."
}

# The longest value first, because it can contain a shorter one.
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
        # UTF-8 without a byte order mark, as it was exported.
        [IO.File]::WriteAllText($file.FullName, $replaced)
    }

    $file
}
