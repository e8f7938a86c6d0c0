# The basis of every test file: the module under test, and a sandbox in a separate process.
$ErrorActionPreference = 'Stop'
$repository = Split-Path (Split-Path (Split-Path $PSScriptRoot))

<#
.SYNOPSIS
Returns the manifest of the module under test: the one in an environment variable, or else the staged one.
#>
function Get-TestedManifest {
    if ($env:AUTHLETE_TEST_MODULE) {
        return (Resolve-Path -LiteralPath $env:AUTHLETE_TEST_MODULE).Path
    }

    $version = (Import-PowerShellDataFile (Join-Path $repository 'Authlete.psd1')).ModuleVersion
    [IO.Path]::Combine($repository, 'out', 'Authlete', $version, 'Authlete.psd1')
}

function Import-TestedModule {
    Import-Module (Get-TestedManifest) -Global
}

<#
.SYNOPSIS
Starts a sandbox, and returns an object like the shell's $AuthleteSandbox.
#>
function Start-Sandbox {
    $assembly = $env:AUTHLETE_TEST_SANDBOX
    if (-not $assembly) {
        $assembly = (Get-Item (Join-Path $repository 'src/Authlete.Sandbox/bin/*/net*/Authlete.Sandbox.dll') | Sort-Object LastWriteTime | Select-Object -Last 1).FullName
    }

    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$assembly`" --port 0")
    $start.RedirectStandardOutput = $true

    # Redirected, so that a sandbox that outlives this PowerShell doesn't keep its streams open for a program that reads them.
    $start.RedirectStandardError = $true
    $start.UseShellExecute = $false
    $process = [Diagnostics.Process]::Start($start)

    # Each "Service key    123" line becomes an entry. Indented lines belong to the client above them.
    $found = @{}
    $client = ''
    while ($null -ne ($line = $process.StandardOutput.ReadLine())) {
        if ($line -cmatch '^(?<name>\S[\w ]*?)  +(?<value>\S+)$') {
            $client = if ($Matches.name -like '* client') { $Matches.name }
            $found[$Matches.name] = $Matches.value
        }
        elseif ($line -cmatch '^ +(?<name>\w[\w ]*?)  +(?<value>\S+)$') {
            $found["$client $($Matches.name)"] = $Matches.value
        }
        elseif ($line -like '*AUTHLETE_SERVICEOWNER_APISECRET*') {
            break
        }
    }

    if ($found.Count -lt 11) {
        throw "The sandbox $assembly did not start."
    }

    [pscustomobject]@{
        BaseUri                = $found['Base URI']
        ServiceApiKey          = $found['Service key']
        Credential             = New-Credential $found['Service key'] $found['Service secret']
        ServiceOwnerCredential = New-Credential $found['Service owner key'] $found['Service owner secret']
        ConfidentialClient     = New-Client $found 'Confidential client'
        PublicClient           = New-Client $found 'Public client'
        Process                = $process
    }
}

function Stop-Sandbox($Sandbox) {
    if ($Sandbox) {
        $Sandbox.Process.Kill()
        $Sandbox.Process.WaitForExit()
        $Sandbox.Process.Dispose()
    }
}

<#
.SYNOPSIS
Plans a fault for the next call of an operation, such as @{ operation = '/client/get/*'; status = 500 }.
#>
function Add-SandboxFault($Sandbox, [hashtable] $Fault) {
    $null = Invoke-RestMethod ([uri]::new([uri]$Sandbox.BaseUri, '/sandbox/faults')) -Method Post -ContentType application/json -Body (ConvertTo-Json $Fault)
}

<#
.SYNOPSIS
Removes the planned faults that are left.
#>
function Clear-SandboxFault($Sandbox) {
    $null = Invoke-RestMethod ([uri]::new([uri]$Sandbox.BaseUri, '/sandbox/faults')) -Method Delete
}

<#
.SYNOPSIS
Sets a default connection with the sandbox's service and owner.
#>
function Connect-Sandbox($Sandbox) {
    Connect-Authlete -Credential $Sandbox.Credential -ServiceOwnerCredential $Sandbox.ServiceOwnerCredential -BaseUri $Sandbox.BaseUri -SkipTest
}

function New-Credential([string] $Key, [string] $Secret) {
    [pscredential]::new($Key, (ConvertTo-SecureString $Secret -AsPlainText -Force))
}

function New-Client($Found, $Name) {
    [pscustomobject]@{
        ClientId     = $Found[$Name]
        ClientSecret = $Found["$Name secret"]
        RedirectUri  = $Found["$Name redirect URI"]
    }
}

<#
.SYNOPSIS
Runs a script in a new process of the same PowerShell, and returns its output.
#>
function Invoke-NewPowerShell([string] $Script) {
    # Output of a native command on the error stream must not end this script.
    $ErrorActionPreference = 'Continue'
    $executable = (Get-Process -Id $PID).Path
    $command = @($executable)
    if ([IO.Path]::GetFileNameWithoutExtension($executable) -eq 'dotnet') {
        $command += [Environment]::GetCommandLineArgs()[0]
    }

    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("`$ProgressPreference = 'SilentlyContinue'; $Script"))
    $rest = @($command | Select-Object -Skip 1) + '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', $encoded
    & $command[0] @rest 2>&1 | ForEach-Object { "$_" }
}

<#
.SYNOPSIS
Returns the text that a script writes to the host, such as that of -WhatIf, which is in no stream.
#>
function Get-HostText([scriptblock] $Script) {
    $file = [IO.Path]::GetTempFileName()
    try {
        $null = Start-Transcript -Path $file -Force
        try {
            & $Script | Out-Default
        }
        finally {
            $null = Stop-Transcript
        }

        # In a transcript, lines of asterisks enclose a header and a footer.
        (([IO.File]::ReadAllText($file) -split '(?m)^\*{10,}\r?$')[2] -replace '^.*?\r?\n').Trim()
    }
    finally {
        Remove-Item $file
    }
}

Export-ModuleMember -Function *
