Import-Module $Manifest
Add-Type -Path $RivalAssembly
$connections = @{}
foreach ($count in 1000, 10000, 100000) {
    $connections[$count] = Connect-Authlete -Credential $credential -BaseUri "$Server$count" -PassThru
}

function Measure-List([int]$Count) {
    $connection = $connections[$Count]
    $ids = 0
    Get-AuthleteClient -Connection $connection | ForEach-Object { if ($_.ClientId -gt 0) { $ids++ } }
    $ids
}

# How far the memory of the process goes up while a list is read, in megabytes.
function Measure-Growth([int]$Count) {
    $process = [Diagnostics.Process]::GetCurrentProcess()
    [GC]::Collect()
    $before = $peak = $process.WorkingSet64
    $seen = 0
    Get-AuthleteClient -Connection $connections[$Count] | ForEach-Object {
        if (++$seen % 1000 -eq 0) {
            $process.Refresh()
            $peak = [Math]::Max($peak, $process.WorkingSet64)
        }
    }
    [Math]::Round(($peak - $before) / 1MB, 1)
}

# What a session allocates once, it has by then.
$null = Measure-List 1000
foreach ($round in 1..5) {
    "growth.10000 $(Measure-Growth 10000)"
    "growth.100000 $(Measure-Growth 100000)"
}

Measure-Side -Rounds 5 -WarmUpRounds 1 ([ordered]@{
    module = { Measure-List 100000 }
    rival  = { [Authlete.Benchmarks.HttpRivals]::ListClients("${Server}100000", 100) }
})
