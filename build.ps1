#Requires -Version 5.1
<#
.SYNOPSIS
Builds, tests, packs, and publishes the module. You need only the .NET SDK.
.DESCRIPTION
If PowerShell isn't installed, run: dotnet run --project src/Authlete.Shell -- -NoSandbox -File build.ps1
.PARAMETER Task
Build: builds the module in out/Authlete/<version>.
Test: runs all tests.
Pack: builds the module and creates out/package/Authlete.<version>.nupkg, the package for the PowerShell Gallery, and its bill of
materials (CycloneDX). The same sources give the same bytes.
Publish: publishes the package that Pack created. The working tree must be clean, CHANGELOG.md must have a section for the version,
and the environment variable PSGALLERY_API_KEY must contain the API key of the repository.
Benchmark: runs the benchmarks and writes tests/Authlete.Benchmarks/RESULTS.md.
Generate: updates the generated sources.
Clean: removes out/ and all build output.
.PARAMETER Configuration
The build configuration. Pack always uses Release.
.PARAMETER Repository
The registered repository to publish to.
.EXAMPLE
./build.ps1 -Task Test, Pack
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack', 'Publish', 'Benchmark', 'Generate', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [string] $Repository = 'PSGallery'
)

$ErrorActionPreference = 'Stop'
$version = (Import-PowerShellDataFile (Join-Path $PSScriptRoot Authlete.psd1)).ModuleVersion
$package = Join-Path $PSScriptRoot "out/package/Authlete.$version.nupkg"

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        Stop-Build "dotnet $($args -join ' ') failed with exit code $LASTEXITCODE."
    }
}

# Writes one line for the log of a job, and sets the exit code.
function Stop-Build([string] $Message) {
    [Console]::Error.WriteLine($Message)
    exit 1
}

function Publish-Package {
    $changes = git status --porcelain
    if ($LASTEXITCODE -ne 0) {
        Stop-Build 'git status failed. Publish from a clone, so that the package belongs to a commit.'
    }

    if ($changes) {
        Stop-Build 'The working tree has uncommitted changes. Commit them, and pack again.'
    }

    if (-not (Select-String -Path CHANGELOG.md -Pattern "^## \[$([regex]::Escape($version))\]" -Quiet)) {
        Stop-Build "CHANGELOG.md has no section '## [$version]' for the version in Authlete.psd1."
    }

    if (-not (Test-Path $package)) {
        $others = (Get-ChildItem out/package/*.nupkg -ErrorAction Ignore).Name
        Stop-Build "There is no package of version $version$(if ($others) { ", only $($others -join ', ')" }). Run ./build.ps1 -Task Pack."
    }

    $projectUri = (Import-PowerShellDataFile Authlete.psd1).PrivateData.PSData.ProjectUri
    if ($env:GITHUB_REPOSITORY -and $projectUri -ne "$env:GITHUB_SERVER_URL/$env:GITHUB_REPOSITORY") {
        Stop-Build "ProjectUri in Authlete.psd1 is $projectUri, but this is $env:GITHUB_SERVER_URL/$env:GITHUB_REPOSITORY."
    }

    if (-not $env:PSGALLERY_API_KEY) {
        Stop-Build "The environment variable PSGALLERY_API_KEY isn't set. Set it to the API key of $Repository."
    }

    try {
        Import-Module Microsoft.PowerShell.PSResourceGet -MinimumVersion 1.1
        Publish-PSResource -NupkgPath $package -Repository $Repository -ApiKey $env:PSGALLERY_API_KEY
    }
    catch {
        Stop-Build "Publishing to $Repository failed: $_"
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
            }
            'Pack' {
                Invoke-DotNet build src/Authlete.PowerShell --configuration Release
                if (Test-Path out/package) {
                    Remove-Item out/package -Recurse -Force -Confirm:$false
                }

                Invoke-DotNet run --project src/Authlete.Packager --configuration Release -- "out/Authlete/$version" src/Authlete.Desktop/obj/project.assets.json out/package
            }
            'Publish' {
                Publish-Package
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
