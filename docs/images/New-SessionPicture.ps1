<#
.SYNOPSIS
Draws README.md's picture of a session, once for light and once for dark pages.
.DESCRIPTION
Runs session.ps1 against the sandbox and writes session-light.svg and session-dark.svg from its output.
.EXAMPLE
dotnet run --project src/Authlete.Shell -- -NoSandbox -File docs/images/New-SessionPicture.ps1
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$shell = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'src/Authlete.Shell'
$lines = @(dotnet run --no-build --project $shell -- (Join-Path $PSScriptRoot session.ps1))
if ($LASTEXITCODE -ne 0) {
    throw "The session ended with exit code $LASTEXITCODE."
}

# The colors of a terminal's escape sequences (31: red), on either background.
$palettes = @{
    light = @{ Back = '#ffffff'; Edge = '#d1d9e0'; Text = '#1f2328'; '90' = '#59636e'; '31' = '#cf222e'; '32' = '#1a7f37'; '33' = '#9a6700'; '36' = '#1b7c83' }
    dark  = @{ Back = '#0d1117'; Edge = '#3d444d'; Text = '#f0f6fc'; '90' = '#9198a1'; '31' = '#ff7b72'; '32' = '#3fb950'; '33' = '#d29922'; '36' = '#39c5cf' }
}
$lineHeight = 18
$characterWidth = 8.43
$margin = 20
$maximumColumns = 104

# Collapse blank lines, add one before each prompt, and remove those at the end. Wrap long lines, as a terminal does.
$shown = [Collections.Generic.List[string]]::new()
foreach ($line in $lines) {
    if (-not $line -and -not ($shown.Count -and $shown[-1])) {
        continue
    }

    if ($line -match 'PS>' -and $shown.Count -and $shown[-1]) {
        $shown.Add('')
    }

    while (($line -replace '\e\[[\d;]*m').Length -gt $maximumColumns) {
        $end = $line.LastIndexOf(' ', $maximumColumns)
        $shown.Add($line.Substring(0, $end))
        $line = $line.Substring($end + 1)
    }

    $shown.Add($line)
}

while (-not $shown[-1]) {
    $shown.RemoveAt($shown.Count - 1)
}

$columns = ($shown | ForEach-Object { ($_ -replace '\e\[[\d;]*m').Length } | Measure-Object -Maximum).Maximum
$width = [Math]::Ceiling($columns * $characterWidth) + 2 * $margin
$height = $shown.Count * $lineHeight + 2 * $margin

# A color lasts until the next escape sequence, even across lines.
$color = ''
function ConvertTo-Span([string] $Line) {
    foreach ($part in [regex]::Matches($Line, '\e\[(?<codes>[\d;]*)m|(?<text>[^\e]+)')) {
        if ($part.Groups['text'].Success) {
            $text = [Security.SecurityElement]::Escape($part.Groups['text'].Value)
            if ($color) { "<tspan class=`"c$color`">$text</tspan>" } else { $text }
        }
        else {
            $script:color = @($part.Groups['codes'].Value -split ';' | Where-Object { $_ -in '31', '32', '33', '36', '90' }) | Select-Object -First 1
        }
    }
}

foreach ($name in $palettes.Keys) {
    $palette = $palettes[$name]
    $script:color = ''
    $svg = [Collections.Generic.List[string]]::new()
    $svg.Add("<svg xmlns=`"http://www.w3.org/2000/svg`" viewBox=`"0 0 $width $height`" width=`"$width`" height=`"$height`" role=`"img`">")
    $svg.Add('<title>A PowerShell session with the Authlete module</title>')
    $svg.Add('<style>')
    $svg.Add("text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; fill: $($palette.Text); white-space: pre; }")
    $palette.Keys | Where-Object { $_ -match '^\d' } | Sort-Object | ForEach-Object { $svg.Add(".c$_ { fill: $($palette[$_]); }") }
    $svg.Add('</style>')
    $svg.Add("<rect x=`"0.5`" y=`"0.5`" width=`"$($width - 1)`" height=`"$($height - 1)`" rx=`"8`" fill=`"$($palette.Back)`" stroke=`"$($palette.Edge)`"/>")
    for ($i = 0; $i -lt $shown.Count; $i++) {
        if ($shown[$i]) {
            $svg.Add("<text xml:space=`"preserve`" x=`"$margin`" y=`"$($margin + 14 + $i * $lineHeight)`">$((ConvertTo-Span $shown[$i]) -join '')</text>")
        }
    }

    $svg.Add('</svg>')
    [IO.File]::WriteAllText((Join-Path $PSScriptRoot "session-$name.svg"), ($svg -join "`n") + "`n")
}
