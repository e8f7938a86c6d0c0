# Helpers for the tests of samples in subfolders, which run the samples like the steps of a pipeline.
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Environment.psm1')
$samples = Join-Path (Split-Path (Split-Path (Split-Path $PSScriptRoot))) 'samples'

function Get-SamplePath([string] $Name) {
    Join-Path $samples $Name
}

<#
.SYNOPSIS
Returns the environment variables for both credentials of a sandbox.
#>
function Get-SandboxVariable($Sandbox) {
    @{
        AUTHLETE_BASE_URL               = $Sandbox.BaseUri
        AUTHLETE_SERVICE_APIKEY         = $Sandbox.Credential.UserName
        AUTHLETE_SERVICE_APISECRET      = $Sandbox.Credential.GetNetworkCredential().Password
        AUTHLETE_SERVICEOWNER_APIKEY    = $Sandbox.ServiceOwnerCredential.UserName
        AUTHLETE_SERVICEOWNER_APISECRET = $Sandbox.ServiceOwnerCredential.GetNetworkCredential().Password
    }
}

<#
.SYNOPSIS
Runs a step of a pipeline in a folder, in a separate runspace with the module imported. Returns its exit code and output.
#>
function Invoke-Step([string] $Step, [string] $Folder, [hashtable] $Variables = @{}) {
    $before = @{}
    $shell = [powershell]::Create()
    try {
        foreach ($name in $Variables.Keys) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $Variables[$name])
        }

        # An uncaught error ends the step with exit code 1, as in GitHub Actions and Azure Pipelines.
        $output = $shell.AddScript(@'
            param($Manifest, $Folder, $Step)
            $ProgressPreference = 'SilentlyContinue'
            Import-Module $Manifest
            Set-Location -LiteralPath $Folder
            $ErrorActionPreference = 'Stop'
            $global:LASTEXITCODE = 0
            try {
                & ([scriptblock]::Create($Step)) *>&1 | Out-String -Stream -Width 200
            }
            catch {
                $global:LASTEXITCODE = 1
                "$_"
            }

            $LASTEXITCODE
'@).AddArgument((Get-TestedManifest)).AddArgument($Folder).AddArgument($Step).Invoke()
        [pscustomobject]@{ ExitCode = $output[-1]; Output = @($output | Select-Object -SkipLast 1) -join "`n" }
    }
    finally {
        $shell.Dispose()
        foreach ($name in $before.Keys) {
            [Environment]::SetEnvironmentVariable($name, $before[$name])
        }
    }
}

<#
.SYNOPSIS
Runs a step of a pipeline in a separate process, with this version of Pester imported too.
#>
function Invoke-StepProcess([string] $Step, [string] $Folder, [hashtable] $Variables = @{}) {
    $pester = (Get-Module Pester).Path -replace '\.psm1$', '.psd1'
    $lines = @("Import-Module '$(Get-TestedManifest)', '$pester'", "Set-Location -LiteralPath '$Folder'", "`$ErrorActionPreference = 'Stop'")
    $lines += $Variables.GetEnumerator() | ForEach-Object { "`$env:$($_.Key) = '$($_.Value)'" }
    $output = Invoke-NewPowerShell (($lines + $Step + 'exit $LASTEXITCODE') -join "`n")
    [pscustomobject]@{ ExitCode = $LASTEXITCODE; Output = $output -join "`n" }
}

<#
.SYNOPSIS
Runs git independently of the settings of the user who runs the tests.
#>
function Invoke-Git {
    $before = $env:GIT_CONFIG_GLOBAL, $env:GIT_CONFIG_NOSYSTEM
    $env:GIT_CONFIG_GLOBAL = [IO.Path]::GetTempFileName()
    $env:GIT_CONFIG_NOSYSTEM = '1'
    try {
        git -c user.name=Tests -c user.email=tests@example.com @args
        if ($LASTEXITCODE -ne 0) {
            throw "git $args ended with $LASTEXITCODE."
        }
    }
    finally {
        Remove-Item -LiteralPath $env:GIT_CONFIG_GLOBAL
        $env:GIT_CONFIG_GLOBAL, $env:GIT_CONFIG_NOSYSTEM = $before
    }
}

Export-ModuleMember -Function *
