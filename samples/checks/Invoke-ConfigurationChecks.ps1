<#
.SYNOPSIS
Checks the configuration of one or more services with Pester, and writes reports for a CI job.
.DESCRIPTION
Runs Configuration.Tests.ps1 on Pester 5 or 6, with one test for each rule and service or client. Writes these files to the report
folder: checks.xml (JUnit XML), checks.html, checks.md (the summary of a job), and checks.sarif (for code scanning, problems only).
If a check fails or a service can't be checked, the exit code is 1.

Without -SecretName, -ServiceApiKey, and -Path, the script checks the service of the default connection or of the environment
variables AUTHLETE_SERVICE_APIKEY and AUTHLETE_SERVICE_APISECRET. Rules for the service's settings also need the credential of the
service owner. Without it, they are skipped.
.PARAMETER SecretName
Entries of a SecretManagement vault, one for each service.
.PARAMETER Vault
The vault of the entries.
.PARAMETER ServiceApiKey
The API keys of services of the owner that you are connected as.
.PARAMETER Path
Folders that Export-AuthleteConfiguration wrote. You need no credential to check them.
.PARAMETER SuppressionFile
The JSON file with the accepted findings.
.PARAMETER RuleProfile
The profile: Bcp, Fapi1, or Fapi2.
.PARAMETER MinimumSeverity
The minimum severity of the findings.
.PARAMETER ReportPath
The folder for the reports. If it doesn't exist, the script creates it.
.EXAMPLE
./Invoke-ConfigurationChecks.ps1 -Path ./prod
Checks an exported folder.
.EXAMPLE
./Invoke-ConfigurationChecks.ps1 -SecretName authlete-test, authlete-prod
Checks two services.
.EXAMPLE
./Invoke-ConfigurationChecks.ps1 -ServiceApiKey (Get-AuthleteService).ApiKey
Checks all services of the owner that you are connected as.
#>
[CmdletBinding()]
param(
    [string[]] $SecretName,

    [string] $Vault,

    [string[]] $ServiceApiKey,

    [string[]] $Path,

    [string] $SuppressionFile,

    [ValidateSet('Bcp', 'Fapi1', 'Fapi2')]
    [string] $RuleProfile = 'Bcp',

    [ValidateSet('High', 'Medium', 'Low', 'Info')]
    [string] $MinimumSeverity = 'Low',

    [string] $ReportPath = './reports'
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module Pester)) {
    Import-Module Pester -MinimumVersion 5.0
}

$parameters = @{ Profile = $RuleProfile; MinimumSeverity = $MinimumSeverity }
if ($SuppressionFile) {
    $parameters.SuppressionFile = $SuppressionFile
}

$services = @(
    foreach ($name in $SecretName) {
        $source = @{ Name = $name; SecretName = $name }
        if ($Vault) {
            $source.Vault = $Vault
        }

        $source + $parameters
    }

    foreach ($key in $ServiceApiKey) {
        @{ Name = "service $key"; ServiceApiKey = $key } + $parameters
    }

    foreach ($folder in $Path) {
        @{ Name = $folder; Path = $folder } + $parameters
    }

    if (-not ($SecretName -or $ServiceApiKey -or $Path)) {
        @{ Name = 'the service' } + $parameters
    }
)

$null = New-Item -ItemType Directory -Force $ReportPath
$folder = (Resolve-Path -LiteralPath $ReportPath).ProviderPath

# Reports of an earlier run must not be taken for reports of this run.
foreach ($name in 'xml', 'html', 'md', 'sarif') {
    Remove-Item -LiteralPath (Join-Path $folder "checks.$name") -ErrorAction Ignore
}

$configuration = New-PesterConfiguration
$configuration.Run.Container = New-PesterContainer -Path (Join-Path $PSScriptRoot 'Configuration.Tests.ps1') -Data @{ Service = $services }
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.TestResult.Enabled = $true
$configuration.TestResult.OutputFormat = 'JUnitXml'
$configuration.TestResult.OutputPath = Join-Path $folder 'checks.xml'
$result = Invoke-Pester -Configuration $configuration

# The data of a test is its finding.
$findings = @($result.Tests | ForEach-Object { $_.Data } | Where-Object { $_ -isnot [Collections.IDictionary] -and $_.Rule })
$unchecked = @($result.Tests | Where-Object { $_.Name -eq 'was checked' -and $_.Result -ne 'Passed' })
$title = "Authlete configuration of $($services.Name -join ', ')"
if ($unchecked) {
    $title += " (NOT CHECKED: $($unchecked.Block.Data.Name -join ', '))"
}

$findings | ConvertTo-AuthleteReport Html -Path (Join-Path $folder 'checks.html') -Title $title
$findings | ConvertTo-AuthleteReport Markdown -Path (Join-Path $folder 'checks.md') -Title $title

# Code scanning closes alerts that a log doesn't contain.
if ($findings -and -not $unchecked) {
    $findings | ConvertTo-AuthleteReport Sarif -Path (Join-Path $folder 'checks.sarif') -Title $title -ProblemsOnly
}

exit [int]("$($result.Result)" -ne 'Passed')
