BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    $manifest = Get-TestedManifest
    $cmdlets = (Import-PowerShellDataFile $manifest).CmdletsToExport
    $topics = Get-ChildItem (Join-Path (Split-Path $manifest) 'en-US') -Filter 'about_*.help.txt' | ForEach-Object { $_.Name -replace '\.help\.txt$' }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
}

Describe 'Get-Help <_>' -ForEach $cmdlets {
    It 'has a synopsis, a description, each parameter, outputs and a link' {
        $help = Get-Help $_ -Full
        $help.PSObject.TypeNames | Should -Contain 'MamlCommandHelpInfo#FullView'
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
        $help.relatedLinks.navigationLink.linkText | Should -Not -BeNullOrEmpty
        $command = Get-Command $_
        $common = [Management.Automation.PSCmdlet]::CommonParameters + [Management.Automation.PSCmdlet]::OptionalCommonParameters
        $help.parameters.parameter.name | Where-Object { $_ -notin 'WhatIf', 'Confirm' } | Sort-Object |
            Should -Be ($command.Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object)
        foreach ($parameter in $help.parameters.parameter) {
            ($parameter.description.Text -join '').Trim() | Should -Not -BeNullOrEmpty -Because "-$($parameter.name) needs a description"
        }
    }

    It 'prints as text with its examples' {
        $text = Get-Help $_ -Full | Out-String -Width 300
        $text | Should -Match "(?s)NAME\s+$_\b"
        $text | Should -Match 'EXAMPLE'
        $text | Should -Match ([regex]::Escape(((Get-Help $_ -Examples).examples.example[0].code -split '\r?\n')[0]))
    }
}

Describe 'Get-Help <_>' -ForEach $topics {
    It 'prints the topic' {
        $text = Get-Help $_ | Out-String -Width 100
        $text | Should -Match "(?s)TOPIC\s+$_\b"
        $text | Should -Match 'LONG DESCRIPTION'
    }
}

Describe 'Get-Help' {
    It 'describes a parameter by its name' {
        (Get-Help New-AuthleteClient -Parameter ClientType).description.Text | Should -Not -BeNullOrEmpty
    }

    It 'finds cmdlets by words' {
        (Get-Help *AuthleteHsk).Name | Sort-Object | Should -Be 'Get-AuthleteHsk', 'New-AuthleteHsk', 'Remove-AuthleteHsk'
    }
}
