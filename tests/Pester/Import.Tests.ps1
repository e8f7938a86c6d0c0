BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    $manifest = Get-TestedManifest
    $folder = Split-Path $manifest
    Import-TestedModule
}

Describe 'Import-Module' {
    It 'exports what the manifest lists, all of it cmdlets' {
        $data = Import-PowerShellDataFile $manifest
        $commands = Get-Command -Module Authlete
        $commands.Name | Sort-Object | Should -Be ($data.CmdletsToExport | Sort-Object)
        $commands.CommandType | Select-Object -Unique | Should -Be 'Cmdlet'
        (Get-Module Authlete).Version | Should -Be $data.ModuleVersion
    }

    It 'loads the assemblies of the module under test' {
        # The assembly is in the folder of the manifest, or in that of a copy that another test imported first.
        $assembly = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Authlete.PowerShell' }
        (Get-FileHash $assembly.Location).Hash | Should -Be (Get-FileHash (Join-Path $folder 'Authlete.PowerShell.dll')).Hash
    }

    It 'does nothing when it is called again' {
        { Import-Module $manifest -ErrorAction Stop; Import-Module $manifest -Force -ErrorAction Stop } | Should -Not -Throw
        @(Get-Module Authlete).Count | Should -Be 1
    }

    It 'loads the assembly for configuration with the first cmdlet that needs it' {
        $printed = Invoke-NewPowerShell @"
Import-Module '$($manifest.Replace("'", "''"))'
function Test-Loaded { [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -contains 'Authlete.Configuration' }
`$null = Get-Command -Module Authlete | Get-Member
`$null = Get-Help Export-AuthleteConfiguration -Full
`$null = Get-Command Export-AuthleteConfiguration -Syntax
`$null = New-AuthletePkce
Test-Loaded
`$credential = [pscredential]::new('1', (ConvertTo-SecureString x -AsPlainText -Force))
Export-AuthleteConfiguration ./none -WhatIf -Credential `$credential -BaseUri http://127.0.0.1:9/api
Test-Loaded
"@
        $printed | Where-Object { $_ -in 'True', 'False' } | Should -Be 'False', 'True'
    }

    It 'takes a copy in a second folder in the same session' {
        $copy = Join-Path $TestDrive 'Authlete'
        Copy-Item -Recurse $folder $copy
        { Import-Module (Join-Path $copy 'Authlete.psd1') -ErrorAction Stop } | Should -Not -Throw
        Remove-Module (Get-Module Authlete | Where-Object Path -Like "$copy*")
    }

    It 'works from a path with <Name>' -ForEach @(
        @{ Name = 'an apostrophe and a space'; Part = "Max's module" }
        @{ Name = 'brackets and letters beyond ASCII'; Part = '[1] ' + [char]0x00E9 + [char]0x65E5 }
    ) {
        $copy = [IO.Path]::Combine($TestDrive, $Part, 'Authlete')
        $null = [IO.Directory]::CreateDirectory((Split-Path $copy))
        Copy-Item -Recurse -LiteralPath $folder $copy
        $path = [IO.Path]::Combine($copy, 'Authlete.psd1').Replace("'", "''")
        $printed = Invoke-NewPowerShell @"
Import-Module ([Management.Automation.WildcardPattern]::Escape('$path')) -ErrorAction Stop
(New-AuthletePkce).CodeChallengeMethod
(Get-Help New-AuthletePkce).examples.example.Count
[IO.Path]::GetDirectoryName([AppDomain]::CurrentDomain.GetAssemblies().Where({ `$_.GetName().Name -eq 'Authlete.PowerShell' })[0].Location) -eq '$($copy.Replace("'", "''"))'
"@
        $printed | Should -Be 'S256', '2', 'True'
    }

    It 'is not needed on the module path: the first use of a cmdlet imports it' {
        $modules = Join-Path $TestDrive 'Modules'
        $null = [IO.Directory]::CreateDirectory($modules)
        Copy-Item -Recurse $folder (Join-Path $modules 'Authlete')
        $printed = Invoke-NewPowerShell @"
`$env:PSModulePath = '$modules' + [IO.Path]::PathSeparator + `$env:PSModulePath
(New-AuthletePkce).CodeChallengeMethod
"@
        $printed | Should -Be 'S256'
    }

    It 'writes nothing to any stream' {
        Invoke-NewPowerShell "Import-Module '$($manifest.Replace("'", "''"))' *>&1" | Should -BeNullOrEmpty
    }
}

Describe 'Remove-Module' {
    It 'takes the cmdlets away until the next import' {
        $printed = Invoke-NewPowerShell @"
Import-Module '$($manifest.Replace("'", "''"))'
Remove-Module Authlete
[bool](Get-Command New-AuthletePkce -ErrorAction Ignore)
Import-Module '$($manifest.Replace("'", "''"))'
[bool](Get-Command New-AuthletePkce -ErrorAction Ignore)
"@
        $printed | Should -Be 'False', 'True'
    }
}
