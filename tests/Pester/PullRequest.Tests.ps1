BeforeDiscovery {
    $pipelines = @{ Name = 'github-actions.yml'; Jobs = 'jobs' }, @{ Name = 'azure-pipelines.yml'; Jobs = 'stages' }
    $withoutYaml = -not $env:AUTHLETE_TEST_YAML
    $files = Get-ChildItem ([IO.Path]::Combine((Split-Path (Split-Path $PSScriptRoot)), 'samples', '*')) -Recurse -Include *.yml
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Support/Samples.psm1')
    Import-Module (Join-Path $PSScriptRoot 'Support/Environment.psm1')
    Import-TestedModule
    $sandbox = Start-Sandbox
    Connect-Sandbox $sandbox
    $variables = Get-SandboxVariable $sandbox
    $sample = Get-SamplePath 'pull-request/Publish-Configuration.ps1'

    function Read-Yaml([string] $Path) {
        Add-Type -LiteralPath $env:AUTHLETE_TEST_YAML
        [YamlDotNet.Serialization.DeserializerBuilder]::new().Build().Deserialize([IO.StringReader]::new((Get-Content -Raw $Path)))
    }

    # Returns every step below a node that is a script, in order.
    function Get-Step($Node) {
        if ($Node -is [Collections.IDictionary]) {
            $script = @($Node['run'], $Node['pwsh']) -ne $null
            if ($script) {
                [pscustomobject]@{ Script = "$script"; Environment = $Node['env']; Shell = $Node['shell'] }
            }
            else {
                $Node.Values | ForEach-Object { Get-Step $_ }
            }
        }
        elseif ($Node -is [Collections.IList]) {
            $Node | ForEach-Object { Get-Step $_ }
        }
    }

    # Returns the plan or apply part of a pipeline.
    function Get-Part([string] $Name, [string] $Jobs, [string] $Part) {
        $all = (Read-Yaml (Get-SamplePath "pull-request/$Name"))[$Jobs]
        if ($all -is [Collections.IDictionary]) { $all[$Part] } else { $all | Where-Object { $_['stage'] -eq $Part } }
    }

    # Runs the steps of a part until one fails, as a CI system does. The module is already imported. Variables and secrets have
    # the values of the sandbox.
    function Invoke-Part($Part, [string] $Folder, [hashtable] $With = $variables) {
        $steps = @(Get-Step $Part | Where-Object Script -NotLike 'Install-Module Authlete*')
        foreach ($step in $steps) {
            $values = @{ GITHUB_STEP_SUMMARY = Join-Path $Folder 'plan.md'; GIT_CONFIG_GLOBAL = Join-Path $TestDrive none; GIT_CONFIG_NOSYSTEM = '1' }
            foreach ($name in $step.Environment.Keys) {
                $source = [regex]::Match($step.Environment[$name], '^(\$\{\{ (vars|secrets)\.(?<name>\w+) \}\}|\$\((?<name>\w+)\))$').Groups['name'].Value
                $known = $With.Keys | Where-Object { $_.Replace('_', '') -eq $source.Replace('_', '') }
                $known | Should -Be $name
                $values[$name] = $With[$known]
            }

            $run = Invoke-Step $step.Script $Folder $values
            $output = "$output$($run.Output)`n"
            if ($run.ExitCode -ne 0) {
                break
            }
        }

        $summary = Join-Path $Folder 'plan.md'
        [pscustomobject]@{ ExitCode = $run.ExitCode; Output = $output; Summary = if (Test-Path $summary) { Get-Content -Raw $summary } }
    }

    # Creates a repository as the pipelines expect it, with an origin, a change of one client, and a new client.
    function New-Repository {
        $root = Join-Path $TestDrive (New-Guid)
        Invoke-Git init --quiet --bare --initial-branch main "$root/origin"
        Invoke-Git clone --quiet "$root/origin" "$root/clone" 2>$null
        Invoke-Git -C "$root/clone" checkout --quiet -B main
        Copy-Item $sample (New-Item -ItemType Directory "$root/clone/authlete").FullName
        Export-AuthleteConfiguration "$root/clone/authlete/prod"
        $clients = "$root/clone/authlete/prod/clients"
        $text = (Get-Content -Raw "$clients/sandbox-web-client.json") -replace '(?m)^  "description":.*\n'
        $mark = (New-Guid).ToString('n')
        Set-Content "$clients/new-$mark.json" $text.Replace('Sandbox web client', "New $mark")
        Set-Content "$clients/sandbox-web-client.json" $text.Replace('"clientName"', "`"description`": `"a|b``<script>*$mark`",`n  `"clientName`"")
        Invoke-Git -C "$root/clone" add .
        Invoke-Git -C "$root/clone" commit --quiet --message 'A change'
        Invoke-Git -C "$root/clone" push --quiet origin main
        [pscustomobject]@{ Clone = "$root/clone"; Origin = "$root/origin"; Mark = $mark }
    }

    function Get-Live($Repository) {
        [pscustomobject]@{
            Created = @(Get-AuthleteClient -Name "New $($Repository.Mark)")
            Changed = (Get-AuthleteClient $sandbox.ConfidentialClient.ClientId).Description -like "*$($Repository.Mark)"
        }
    }
}

AfterAll {
    Disconnect-Authlete
    Stop-Sandbox $sandbox
}

Describe 'The pipeline <Name>' -ForEach $pipelines {
    BeforeAll {
        Get-AuthleteClient -Name 'New *' | Remove-AuthleteClient -Confirm:$false
        $repository = New-Repository
    }

    AfterEach { Clear-SandboxFault $sandbox }

    It 'shows the plan of a pull request, and changes nothing' -Skip:$withoutYaml {
        $run = Invoke-Part (Get-Part $Name $Jobs plan) $repository.Clone
        $run.ExitCode | Should -Be 0 -Because $run.Output
        $run.Summary | Should -BeLike '*Create: 1, None: 2, Update: 1*'
        $run.Summary | Should -BeLike '*&#124;b&#96;&#60;script&#62;*'
        $run.Summary | Should -Not -BeLike '*<script>*'
        $live = Get-Live $repository
        $live.Created | Should -BeNullOrEmpty
        $live.Changed | Should -BeFalse
        Invoke-Git -C $repository.Origin log --format=%s | Should -Be 'A change'
    }

    It 'fails when the plan can''t be made, and says why in the summary: <Why>' -Skip:$withoutYaml -ForEach @(
        @{ Why = 'the server is down'; Url = 'http://127.0.0.1:9/api'; Text = '*127&#46;0&#46;0&#46;1*' }
        @{ Why = 'a file is wrong'; Url = ''; Text = '*clientNmae*' }
    ) {
        $wrong = New-Repository
        $with = $variables.Clone()
        if ($Url) {
            $with.AUTHLETE_BASE_URL = $Url
        }
        else {
            Set-Content "$($wrong.Clone)/authlete/prod/clients/wrong.json" '{ "clientNmae": "x" }'
        }

        $run = Invoke-Part (Get-Part $Name $Jobs plan) $wrong.Clone $with
        $run.ExitCode | Should -Be 1
        $run.Summary | Should -BeLike '*Failed.*'
        $run.Summary | Should -BeLike $Text
    }

    It 'applies what was merged, and pushes the ids, in spite of a commit that came meanwhile' -Skip:$withoutYaml {
        $other = "$($repository.Clone)-other"
        Invoke-Git clone --quiet $repository.Origin $other
        Set-Content "$other/README.md" 'x'
        Invoke-Git -C $other add .
        Invoke-Git -C $other commit --quiet --message 'Something else'
        Invoke-Git -C $other push --quiet origin HEAD:main
        $run = Invoke-Part (Get-Part $Name $Jobs apply) $repository.Clone
        $run.ExitCode | Should -Be 0 -Because $run.Output
        $run.Summary | Should -BeLike '*applied*Create: 1, None: 2, Update: 1*'
        $live = Get-Live $repository
        $live.Created.Count | Should -Be 1
        $live.Changed | Should -BeTrue
        Invoke-Git -C $repository.Origin log -1 --format=%s main | Should -Be 'Add the IDs of new clients [skip ci]'
        $ids = Invoke-Git -C $repository.Origin show main:authlete/prod/ids.json | Out-String | ConvertFrom-Json
        $ids.($sandbox.ServiceApiKey)."new-$($repository.Mark)" | Should -Be $live.Created[0].ClientId
    }

    It 'fails when a part fails, names it in the summary, and still pushes the ids of the rest' -Skip:$withoutYaml {
        $half = New-Repository
        Add-SandboxFault $sandbox @{ operation = "/client/update/$($sandbox.ConfidentialClient.ClientId)"; status = 400; count = 'always' }
        $run = Invoke-Part (Get-Part $Name $Jobs apply) $half.Clone
        $run.ExitCode | Should -Be 1
        $run.Summary | Should -BeLike '*client sandbox&#45;web&#45;client | Update | Failed*HTTP 400*'
        (Get-Live $half).Created.Count | Should -Be 1
        Invoke-Git -C $half.Origin log -1 --format=%s main | Should -Be 'Add the IDs of new clients [skip ci]'
    }

    It 'fails when the ids can''t be pushed, and shows them' -Skip:$withoutYaml {
        $cut = New-Repository
        Invoke-Git -C $cut.Clone remote set-url --push origin "$($cut.Origin)-gone"
        $run = Invoke-Part (Get-Part $Name $Jobs apply) $cut.Clone
        $run.ExitCode | Should -Be 1
        $run.Output | Should -BeLike "*`"new-$($cut.Mark)`": $((Get-Live $cut).Created[0].ClientId)*"
    }

    It 'gives credentials to the steps that call the script, and to no other' -Skip:$withoutYaml {
        $steps = @(Get-Step (Read-Yaml (Get-SamplePath "pull-request/$Name"))[$Jobs])
        @($steps | Where-Object Environment).Count | Should -Be 2
        foreach ($step in $steps) {
            [bool]$step.Environment | Should -Be ($step.Script -like './authlete/Publish-Configuration.ps1 *')
            if ($Jobs -eq 'jobs') {
                $step.Shell | Should -Be pwsh
            }
        }
    }

    It 'gives a pull request no more than it needs, and one from a fork nothing' -Skip:$withoutYaml {
        $pipeline = Read-Yaml (Get-SamplePath "pull-request/$Name")
        $plan = Get-Part $Name $Jobs plan
        if ($Jobs -eq 'jobs') {
            $pipeline['on'].Keys | Should -Be 'pull_request', 'push'
            $pipeline['permissions'].Count | Should -Be 0
            $plan['permissions'].Values | Should -Be 'read'
            $plan['if'] | Should -BeLike '*head.repo.full_name == github.repository'
            (Get-Part $Name $Jobs apply)['permissions'].Keys | Should -Be 'contents'
        }
        else {
            $plan['condition'] | Should -Match "ne\(variables\['System.PullRequest.IsFork'\], 'True'\)"
            $plan['jobs'][0]['steps'][0]['persistCredentials'] | Should -Be 'false'
        }
    }
}

Describe 'The file <_.Name> in <_.Directory.Name>' -ForEach $files {
    It 'is YAML' -Skip:$withoutYaml {
        (Read-Yaml $_.FullName).Keys | Should -Not -BeNullOrEmpty
    }
}

Describe 'Publish-Configuration.ps1' {
    It 'shows no secret that a placeholder takes from the environment' {
        $repository = New-Repository
        $file = "$($repository.Clone)/authlete/prod/clients/sandbox-web-client.json"
        Set-Content $file (Get-Content -Raw $file).Replace("a|b``<script>*$($repository.Mark)", 'x ${ENV:AUTHLETE_SERVICE_APISECRET} y')
        $run = Invoke-Step './authlete/Publish-Configuration.ps1 ./authlete/prod -SummaryPath ./plan.md | Out-String' $repository.Clone $variables
        $secret = [regex]::Escape($variables.AUTHLETE_SERVICE_APISECRET)
        $run.Output | Should -Not -Match $secret
        Get-Content -Raw "$($repository.Clone)/plan.md" | Should -Not -Match $secret
    }
}
