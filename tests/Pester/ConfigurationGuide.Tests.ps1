BeforeDiscovery {
    $guide = [IO.Path]::Combine((Split-Path (Split-Path $PSScriptRoot)), 'docs', 'configuration-as-code.md')
    $number = 0
    $blocks = foreach ($match in [regex]::Matches((Get-Content -Raw -Encoding utf8 $guide), '(?ms)^```powershell\r?\n(?<code>.*?)^```')) {
        $number++
        $code = $match.Groups['code'].Value
        @{ Number = $number; First = ($code -split "`n")[0].Trim(); Code = $code }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Samples.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Vault.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    $null = Enable-TestVault
    Connect-Sandbox $sandbox

    # The objects that the page assumes.
    $owner = $sandbox.ServiceOwnerCredential
    $baseUri = $sandbox.BaseUri
    $development = Get-AuthleteService -ServiceApiKey $sandbox.ServiceApiKey
    $production = $development | New-AuthleteService
    Get-AuthleteClient | Remove-AuthleteClient -Confirm:$false
    $clientId = (New-AuthleteClient -ClientName 'Web shop' -ClientIdAlias web-shop -ClientIdAliasEnabled $true -ClientType CONFIDENTIAL `
            -TokenAuthMethod CLIENT_SECRET_BASIC -GrantTypes AUTHORIZATION_CODE -ResponseTypes CODE -RedirectUris 'https://dev.example.com/callback').ClientId
    $connections = @($development, $production | Connect-Authlete)
    Disconnect-Authlete
    Push-Location $TestDrive
    Invoke-Git init --quiet .
    Invoke-Git config user.name Tests
    Invoke-Git config user.email tests@example.com
}

AfterAll {
    Pop-Location
    Disconnect-Authlete
    Stop-Sandbox $sandbox
    Disable-TestVault
}

Describe 'The page about configuration as code' -ForEach @{ Blocks = $blocks } {
    BeforeAll {
        # Runs all blocks in one runspace, in order, so that later ones can use variables of earlier ones. The tests then check their output.
        $shell = [powershell]::Create()
        $shell.Runspace.SessionStateProxy.Path.SetLocation("$TestDrive") | Out-Null
        foreach ($name in 'development', 'production', 'owner', 'baseUri', 'clientId') {
            $shell.Runspace.SessionStateProxy.SetVariable($name, (Get-Variable $name -ValueOnly))
        }

        $null = $shell.AddScript('param($Manifest) Import-Module $Manifest').AddArgument((Get-TestedManifest)).Invoke()
        $outcomes = @{}
        foreach ($block in $Blocks) {
            $shell.Commands.Clear()
            $shell.Streams.ClearStreams()
            $problem = ''
            $output = ''
            try {
                $output = $shell.AddScript($block.Code).AddCommand('Out-String').AddParameter('Width', 120).Invoke() -join ''
            }
            catch {
                $problem = "$_"
            }

            $outcomes[$block.Number] = @{ Output = $output; Problem = $problem + ($shell.Streams.Error -join "`n") }
        }
    }

    AfterAll { $shell.Dispose() }

    It 'has commands that work: <Number> <First>' -ForEach $Blocks {
        $outcomes[$Number].Problem | Should -BeNullOrEmpty
        $outcomes[$Number].Output | Should -Not -BeLike '*a-secret-of-production*'
        $outcomes[$Number].Output | Should -Not -Match ([regex]::Escape($production.ApiSecret))
    }

    It 'shows the output of a comparison and a plan' {
        # A block without a language, right after a command, is its output; IDs differ, and so do the widths of columns.
        $page = Get-Content -Raw ([IO.Path]::Combine((Split-Path (Split-Path $PSScriptRoot)), 'docs', 'configuration-as-code.md'))
        $shown = [regex]::Matches($page, '(?ms)^```powershell\r?\n(?<code>[^`]*?)^```\r?\n\r?\n```\r?\n(?<output>[^`]*)^```')
        $shown.Count | Should -Be 2
        foreach ($match in $shown) {
            $number = ($Blocks | Where-Object Code -CEQ $match.Groups['code'].Value).Number
            $number | Should -HaveCount 1
            $texts = $match.Groups['output'].Value, $outcomes[$number].Output | ForEach-Object {
                (($_ -replace '\d{8,}', 'ID' -split '\r?\n' | ForEach-Object { $_.TrimEnd() -replace '(?<=\S) +|-+', ' ' }) -join "`n").Trim()
            }
            $texts[1] | Should -BeExactly $texts[0]
        }
    }

    It 'ends with both services as it says' {
        (Get-AuthleteClient $clientId -Connection $connections[0]).PkceRequired | Should -BeFalse
        $promoted = Get-AuthleteClient -Name 'Web shop' -Connection $connections[1]
        $promoted.RedirectUris | Should -Be 'https://www.example.com/callback'
        $promoted.ClientSecret | Should -Be 'a-secret-of-production-0123456789abcdef'
        $promoted.Description | Should -BeNullOrEmpty
        (Invoke-Git log --format=%s).Count | Should -Be 4
    }

    It 'explains the errors of configuration that about_Authlete_Errors lists' {
        $topic = Get-Content -Raw ([IO.Path]::Combine((Split-Path (Get-TestedManifest)), 'en-US', 'about_Authlete_Errors.help.txt'))
        $section = [regex]::Match($topic, '(?ms)^  CONFIGURATION\r?\n(.*?)^  [A-Z]').Groups[1].Value
        $ids = [regex]::Matches($section, '(?m)^    ([A-Z]\w+)\r?$') | ForEach-Object { $_.Groups[1].Value }
        $ids.Count | Should -BeGreaterThan 10
        $page = Get-Content -Raw ([IO.Path]::Combine((Split-Path (Split-Path $PSScriptRoot)), 'docs', 'configuration-as-code.md'))
        $ids | ForEach-Object { $page.Contains("| ``$_`` |") | Should -BeTrue -Because "$_ is one" }
    }
}
