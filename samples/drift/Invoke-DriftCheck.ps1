<#
.SYNOPSIS
Checks whether live services still match their folders, and writes the result as JUnit XML.
.DESCRIPTION
Runs Drift.Tests.ps1 on Pester 5 or 6, with one test for each service. If a service differs or can't be read, its test fails and
the exit code is 1.
.PARAMETER ServiceFile
The file that lists the services.
.PARAMETER ReportPath
The report file.
.EXAMPLE
./Invoke-DriftCheck.ps1
#>
[CmdletBinding()]
param(
    [string] $ServiceFile = (Join-Path $PSScriptRoot 'services.psd1'),

    [string] $ReportPath = './drift.xml'
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module Pester)) {
    Import-Module Pester -MinimumVersion 5.0
}

# A report of an earlier run must not be taken for a report of this run.
Remove-Item -LiteralPath $ReportPath -ErrorAction Ignore

$configuration = New-PesterConfiguration
$configuration.Run.Container = New-PesterContainer -Path (Join-Path $PSScriptRoot 'Drift.Tests.ps1') -Data @{ ServiceFile = $ServiceFile }
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'
$configuration.TestResult.Enabled = $true
$configuration.TestResult.OutputFormat = 'JUnitXml'
$configuration.TestResult.OutputPath = $ReportPath
exit [int]("$((Invoke-Pester -Configuration $configuration).Result)" -ne 'Passed')
