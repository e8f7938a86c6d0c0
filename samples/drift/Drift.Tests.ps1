# Tests whether each live service still matches its folder in version control. Runs on Pester 5 and 6:
#
#     Invoke-Pester ./Drift.Tests.ps1
#
# Invoke-DriftCheck.ps1 writes a report and sets the exit code.
param(
    # The file that lists the services.
    [string] $ServiceFile = (Join-Path $PSScriptRoot 'services.psd1')
)

BeforeDiscovery {
    $services = @((Import-PowerShellDataFile -LiteralPath $ServiceFile -ErrorAction Stop).Services)

    # A run without tests would pass.
    if (-not $services) {
        throw "$ServiceFile lists no service."
    }
}

BeforeAll {
    function Format-Value($Value) {
        if ($null -eq $Value) {
            'nothing'
        }
        elseif ($Value -is [string]) {
            "'$Value'"
        }
        else {
            ConvertTo-Json -InputObject $Value -Compress -Depth 20
        }
    }

    # A difference in one line. Secrets are already masked.
    function Format-Difference($Difference) {
        $target = if ($Difference.Label) { "client $($Difference.Label)" } else { 'service' }
        if (-not $Difference.Property) {
            return "${target}: only $(if ($Difference.SideIndicator -eq '<=') { 'in the folder' } else { 'on the server' })"
        }

        "$target, $($Difference.Property): $(Format-Value $Difference.Reference) in the folder, $(Format-Value $Difference.Difference) on the server"
    }
}

Describe 'The live configuration' {
    It 'of <Name> matches its folder' -ForEach $services {
        $parameters = $_.Clone()
        $parameters.Remove('Name')
        $parameters.Path = [IO.Path]::Combine((Split-Path (Resolve-Path -LiteralPath $ServiceFile).ProviderPath), $_.Path)

        # The test fails if the service can't be read.
        $differences = @(Compare-AuthleteConfiguration @parameters -ErrorAction Stop)
        if ($differences) {
            $lines = $differences | ForEach-Object { '  ' + (Format-Difference $_) }
            throw (@("$($differences.Count) differences:") + $lines -join "`n")
        }
    }
}
