#Requires -Version 5.1
<#
.SYNOPSIS
Builds, tests and packs the module. Needs the .NET SDK; everything else is optional.
.PARAMETER Task
Build: stages the module to out/Authlete/<version>. Test: runs all tests, tests/Pester too where Pester is installed.
Benchmark: measures and writes tests/Authlete.Benchmarks/RESULTS.md. Generate: writes the generated sources anew.
Clean: removes out/ and all build output.
.PARAMETER Configuration
The build configuration.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Benchmark', 'Generate', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args -join ' ') failed with exit code $LASTEXITCODE."
    }
}

Push-Location $PSScriptRoot
try {
    foreach ($name in $Task) {
        switch ($name) {
            'Build' {
                Invoke-DotNet build src/Authlete.PowerShell --configuration $Configuration
            }
            'Test' {
                Invoke-DotNet test --configuration $Configuration
                # In a process of its own: the module's assemblies can't be unloaded from this one.
                & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File tests/Pester/run.ps1
                if ($LASTEXITCODE -ne 0) {
                    throw "tests/Pester failed with exit code $LASTEXITCODE."
                }
            }
            'Benchmark' {
                Invoke-DotNet run --configuration Release --project tests/Authlete.Benchmarks
            }
            'Generate' {
                Invoke-DotNet run --project src/Authlete.Generator -- code .
            }
            'Clean' {
                Get-ChildItem -Path src, tests -Directory |
                    ForEach-Object { Join-Path $_.FullName bin; Join-Path $_.FullName obj } |
                    Where-Object { Test-Path $_ } |
                    Remove-Item -Recurse -Force -Confirm:$false
                if (Test-Path out) {
                    Remove-Item out -Recurse -Force -Confirm:$false
                }
            }
        }
    }
}
finally {
    Pop-Location
}
