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

    It 'shows what a comparison and a plan write' {
        $all = $outcomes.Values.Output -join "`n"
        $all | Should -Match 'Label: web-shop'
        $all | Should -Match 'Client +pkceRequired +False +<> +True'
        $all | Should -Match 'Action: Update \(1\)'
        $all | Should -Match 'pkceRequired: true -> false'
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
