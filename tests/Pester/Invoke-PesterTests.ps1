<#
.SYNOPSIS
Runs the Pester tests of this folder in this PowerShell.
.DESCRIPTION
`dotnet test` starts this script once for each version of Pester. You can also run it in any other PowerShell with Pester 5 or later:
build the repository, then run it without parameters. The exit code is 1 if anything failed.
#>
[CmdletBinding()]
param(
    # The manifest of Pester. The default is the newest installed version.
    [string] $PesterPath = 'Pester',

    # The manifest of the module under test. The default is the staged module.
    [string] $ModulePath = $env:AUTHLETE_TEST_MODULE,

    # Authlete.Sandbox.dll. The default is the latest build.
    [string] $SandboxPath,

    # YamlDotNet.dll. Without it, tests of the sample pipelines are skipped.
    [string] $YamlPath,

    # Runs only tests whose full name matches this wildcard pattern.
    [string] $TestName,

    # The JSON file for the results.
    [string] $ResultPath,

    # Lists the tests without running them.
    [switch] $DiscoverOnly
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
Get-ChildItem env:AUTHLETE_* | Remove-Item

# Support/Environment.psm1 reads these variables, also in jobs and processes that tests start.
$env:AUTHLETE_TEST_MODULE = $ModulePath
$env:AUTHLETE_TEST_SANDBOX = $SandboxPath
$env:AUTHLETE_TEST_YAML = $YamlPath

Import-Module $PesterPath -MinimumVersion 5.0
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Run.SkipRun = [bool]$DiscoverOnly
$configuration.Output.Verbosity = if ($ResultPath) { 'Normal' } else { 'Detailed' }
$configuration.Output.RenderMode = 'PlainText'
if ($TestName) {
    $configuration.Filter.FullName = $TestName
}

$result = Invoke-Pester -Configuration $configuration

# The home folder of a vault that Support/Vault.psm1 created.
Remove-Item -Recurse -Force -ErrorAction Ignore (Join-Path ([IO.Path]::GetTempPath()) "authlete-pester-home-$PID")

function Get-ErrorText($ErrorRecord) {
    ($ErrorRecord | ForEach-Object {
            if ($_.DisplayErrorMessage) { $_.DisplayErrorMessage; $_.DisplayStackTrace } else { "$_"; $_.ScriptStackTrace }
        }) -join "`n"
}

$tests = @($result.Tests | Where-Object { $DiscoverOnly -or -not $TestName -or $_.ShouldRun } | ForEach-Object {
        [pscustomobject]@{
            Name         = $_.ExpandedPath
            Result       = "$($_.Result)"
            Milliseconds = $_.Duration.TotalMilliseconds
            Message      = if ($_.ErrorRecord) { Get-ErrorText $_.ErrorRecord }
        }
    })
$failures = @(
    $result.FailedContainers | ForEach-Object { [pscustomobject]@{ Name = Split-Path -Leaf "$($_.Item)"; Message = Get-ErrorText $_.ErrorRecord } }
    $result.FailedBlocks | ForEach-Object { [pscustomobject]@{ Name = "$($_.ExpandedPath)"; Message = Get-ErrorText $_.ErrorRecord } }
    if (-not $TestName) {
        $result.Containers | Where-Object { $_.TotalCount -eq 0 } |
            ForEach-Object { [pscustomobject]@{ Name = Split-Path -Leaf "$($_.Item)"; Message = 'The file has no tests.' } }
    }
    if ($tests.Count -eq 0) {
        [pscustomobject]@{ Name = 'The run'; Message = 'There are no tests.' }
    }
)

# If Pester reports a failure that isn't among the failures above, the run still fails.
$failed = $failures.Count + @($tests | Where-Object { $_.Result -notin 'Passed', 'Skipped' }).Count
if (-not $DiscoverOnly -and "$($result.Result)" -ne 'Passed' -and $failed -eq 0) {
    $failures += [pscustomobject]@{ Name = 'The run'; Message = "Pester says $($result.Result)." }
    $failed++
}

if ($ResultPath) {
    [IO.File]::WriteAllText($ResultPath, (ConvertTo-Json -Compress -Depth 3 -InputObject @{ Tests = $tests; Failures = $failures }))
}
else {
    $failures | ForEach-Object { "$($_.Name): $($_.Message)" }
}

exit [int]($failed -gt 0)
