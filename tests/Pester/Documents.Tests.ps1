# Runs every PowerShell command in README.md and docs, with a new PowerShell and sandbox for each document.
# A block that can't run has a comment above it: <!-- not run: reason -->. A block that starts with "# name.ps1" is saved as that file.
BeforeDiscovery {
    $repository = Split-Path (Split-Path $PSScriptRoot)
    $block = '(?ms)^(?<skip> *<!-- not run: [^>]+ -->\r?\n)?(?<indent> *)```powershell\r?\n(?<code>.*?)^\k<indent>```\r?$'
    # ConfigurationGuide.Tests.ps1 runs configuration-as-code.md.
    $files = @($repository, (Join-Path $repository docs) | Get-ChildItem -Filter *.md -File | Where-Object Name -NE configuration-as-code.md)
    $documents = foreach ($file in $files) {
        $text = Get-Content -Raw -Encoding utf8 -LiteralPath $file.FullName
        $blocks = foreach ($match in [regex]::Matches($text, $block)) {
            if (-not $match.Groups['skip'].Success) {
                @{ Line = $text.Substring(0, $match.Index).Split("`n").Count; Code = $match.Groups['code'].Value }
            }
        }

        if ($blocks) {
            # Readers of these documents connect with the commands in them.
            @{ Document = $file.Name; Blocks = @($blocks); Connected = $file.Name -notin 'README.md', 'getting-started.md' }
        }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
}

Describe 'The commands of <Document>' -ForEach $documents {
    BeforeAll {
        $sandbox = Start-Sandbox
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive $Document)).FullName
        $plan = Join-Path $TestDrive "$Document.xml"
        @{
            Manifest               = Get-TestedManifest
            Pester                 = (Get-Module Pester).Path -replace '\.psm1$', '.psd1'
            Folder                 = $folder
            BaseUri                = $sandbox.BaseUri
            Credential             = $sandbox.Credential
            ServiceOwnerCredential = $sandbox.ServiceOwnerCredential
            Connected              = $Connected
            Blocks                 = $Blocks
        } | Export-Clixml -LiteralPath $plan
        $script = Join-Path $PSScriptRoot 'Support/Invoke-Document.ps1'
        $output = Invoke-NewPowerShell "& '$script' -Plan '$plan'"
        $results = if (Test-Path "$plan.results") { Import-Clixml -LiteralPath "$plan.results" }
    }

    AfterAll { Stop-Sandbox $sandbox }

    It 'run: line <_.Line>' -ForEach $Blocks {
        $line = $_.Line
        $result = $results | Where-Object Line -EQ $line
        $result | Should -Not -BeNullOrEmpty -Because "the document ran: $output"
        $result.Problem | Should -BeNullOrEmpty
    }
}

Describe 'README.md and the guides' {
    It 'have commands that run' -ForEach @{ All = $documents } {
        ($All | Where-Object { $_.Document -eq 'README.md' }).Blocks.Count | Should -BeGreaterThan 8
        foreach ($guide in 'getting-started.md', 'credentials.md', 'recipes.md', 'sandbox.md') {
            $All.Document | Should -Contain $guide
        }
    }

    It 'link to files and headings that exist' {
        $repository = Split-Path (Split-Path $PSScriptRoot)
        $files = @(Get-ChildItem $repository -Filter *.md -File) + @(Get-Item (Join-Path $repository tests/README.md)) +
            @('docs', 'samples' | ForEach-Object { Get-ChildItem (Join-Path $repository $_) -Filter *.md -File -Recurse })
        $pages = @{}
        foreach ($file in $files) {
            # Code isn't a link, nor is a comment in it a heading.
            $text = (Get-Content -Raw -Encoding utf8 -LiteralPath $file.FullName) -replace '(?ms)^( *)```.*?^\1```'
            $headings = [regex]::Matches($text, '(?m)^#+ (?<text>.+?)\r?$') | ForEach-Object {
                # As GitHub makes it.
                $_.Groups['text'].Value.ToLowerInvariant() -replace '[^\w\- ]' -replace ' ', '-'
            }
            $ids = [regex]::Matches($text, '<a id="(?<id>[^"]+)"') | ForEach-Object { $_.Groups['id'].Value }
            $pages[$file.FullName] = @{ Folder = $file.DirectoryName; Text = $text -replace '`[^`\r\n]+`'; Anchors = @($headings) + @($ids) }
        }

        $count = 0
        $broken = foreach ($page in $pages.GetEnumerator()) {
            foreach ($link in [regex]::Matches($page.Value.Text, '(?:\]\(|src(?:set)?=")(?!\w+:)(?<path>[^)#"\s]*)(?:#(?<anchor>[^)"\s]+))?')) {
                $count++
                $path = $link.Groups['path'].Value
                $target = if ($path) { [IO.Path]::GetFullPath([IO.Path]::Combine($page.Value.Folder, $path)) } else { $page.Key }
                $anchor = $link.Groups['anchor'].Value
                if (-not (Test-Path -LiteralPath $target) -or ($anchor -and $pages[$target].Anchors -cnotcontains $anchor)) {
                    "$($page.Key): $($link.Value)"
                }
            }
        }
        $broken | Should -BeNullOrEmpty
        $count | Should -BeGreaterThan 500
    }

    It 'list each cmdlet by area' {
        $docs = Join-Path (Split-Path (Split-Path $PSScriptRoot)) docs
        $text = Get-Content -Raw -Encoding utf8 -LiteralPath (Join-Path $docs README.md)
        foreach ($page in Get-ChildItem (Join-Path $docs cmdlets) -Filter *-*.md) {
            [regex]::Matches($text, [regex]::Escape("[$($page.BaseName)](cmdlets/$($page.Name))")).Count | Should -Be 1 -Because $page.Name
        }
    }

    It 'say how many rules there are' {
        Import-TestedModule
        $repository = Split-Path (Split-Path $PSScriptRoot)
        foreach ($name in 'README.md', 'docs/README.md') {
            $text = Get-Content -Raw -Encoding utf8 -LiteralPath (Join-Path $repository $name)
            [regex]::Match($text, '(\d+) (?:security )?rules').Groups[1].Value | Should -Be (Get-AuthleteConfigurationRule).Count -Because $name
        }
    }
}
