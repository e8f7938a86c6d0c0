<#
.SYNOPSIS
Shows the changes of an import, or applies them, and writes a summary for a pipeline.
.DESCRIPTION
Uses the environment variables AUTHLETE_SERVICE_APIKEY, AUTHLETE_SERVICE_APISECRET, AUTHLETE_SERVICEOWNER_APIKEY,
AUTHLETE_SERVICEOWNER_APISECRET, and AUTHLETE_BASE_URL. Without -Apply, nothing changes. With -Apply, the script commits and pushes
ids.json if clients were created, even if a part of the import fails. If the plan or the import fails, the exit code is 1.
.PARAMETER Path
The folder of the configuration.
.PARAMETER SummaryPath
The Markdown file for the summary.
.PARAMETER Apply
Applies the plan without prompts.
.PARAMETER Branch
The branch to push ids.json to.
.EXAMPLE
./Publish-Configuration.ps1 ./prod
Shows the plan.
.EXAMPLE
./Publish-Configuration.ps1 ./prod -Apply
Applies the plan.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [string] $SummaryPath = './plan.md',

    [switch] $Apply,

    [string] $Branch = 'main'
)

$ErrorActionPreference = 'Stop'

# Writes punctuation as HTML entities, so that Markdown shows the text literally.
function ConvertTo-MarkdownText($Text) {
    [regex]::Replace("$Text", '[\x00-\x1f!-/:-@\[-`{-\x7f]', { "&#$([int][char]$args[0].Value);" })
}

function ConvertTo-MarkdownValue($Value) {
    $text = if ($null -eq $Value -or $Value -is [string]) { "$Value" } else { ConvertTo-Json -InputObject $Value -Compress -Depth 20 }
    ConvertTo-MarkdownText $(if ($text.Length -gt 300) { $text.Substring(0, 300) + '…' } else { $text })
}

function Push-Ids {
    if (-not (Test-Path (Join-Path $Path 'ids.json'))) {
        return
    }

    $change = git -C $Path status --porcelain -- ids.json
    if ($LASTEXITCODE -eq 0 -and -not $change) {
        return
    }

    # [skip ci] prevents another run.
    git -C $Path add -- ids.json
    git -C $Path commit --quiet --message 'Add the IDs of new clients [skip ci]' -- ids.json
    git -C $Path pull --quiet --rebase origin $Branch
    git -C $Path push --quiet origin "HEAD:$Branch"
    if ($LASTEXITCODE -ne 0) {
        Get-Content -Raw (Join-Path $Path 'ids.json')
        throw "ids.json was not pushed to $Branch. Commit it as shown above. Without it, new clients can be identified only by alias and name."
    }
}

$results = [Collections.Generic.List[object]]::new()
$problem = $null
try {
    Import-AuthleteConfiguration $Path -WhatIf:(-not $Apply) -Confirm:$false | ForEach-Object { $results.Add($_) }
}
catch {
    $problem = $_
}

$changes = @($results | Where-Object { $_.Action -ne 'None' -or $_.Message })
$counts = @($results | Group-Object Action | Sort-Object Name | ForEach-Object { "$($_.Name): $($_.Count)" }) -join ', '
$lines = @(
    "## Authlete configuration: $(if ($Apply) { 'applied' } else { 'plan' })"
    ''
    if ($problem) {
        "**Failed.** $(ConvertTo-MarkdownText $problem)"
        ''
    }
    if ($results.Count) {
        $counts
    }
    if ($changes) {
        ''
        '| Target | Action | Status | Property | Before | After |'
        '| --- | --- | --- | --- | --- | --- |'
    }
    foreach ($change in $changes) {
        $target = ConvertTo-MarkdownText $(if ($change.Label) { "client $($change.Label)" } else { 'service' })
        $status = ConvertTo-MarkdownText (@($change.Status, $change.Message) -ne $null -join ': ')
        "| $target | $($change.Action) | $status | | | |"
        foreach ($property in $change.Properties) {
            "| | | | $(ConvertTo-MarkdownText $property.Name) | $(ConvertTo-MarkdownValue $property.Old) | $(ConvertTo-MarkdownValue $property.New) |"
        }
    }
)
Add-Content -LiteralPath $SummaryPath -Value $lines -Encoding utf8

$results
if ($problem) {
    Write-Error -ErrorRecord $problem -ErrorAction Continue
}

if ($Apply) {
    Push-Ids
}

exit [int]($null -ne $problem)
