# Gives a scenario its surroundings, and runs it.
param(
    [string]$Scenario,
    [string]$Manifest,
    [string]$RivalAssembly,
    [uri]$Server,
    [uri]$SecureServer,
    [string]$Modules,
    [string]$Side
)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$key = '1'
$secret = 'secret'
$authorization = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("${key}:$secret"))
$credential = [pscredential]::new($key, (ConvertTo-SecureString $secret -AsPlainText -Force))

# Runs each side in turn, in the other order each time, and prints the time and the memory allocated for each thing done.
function Measure-Side {
    param([Collections.Specialized.OrderedDictionary]$Sides, [int]$Rounds = 7, [int]$WarmUpRounds = 2)
    $names = @($Sides.Keys)
    for ($round = -$WarmUpRounds; $round -lt $Rounds; $round++) {
        [array]::Reverse($names)
        foreach ($name in $names) {
            [GC]::Collect()
            [GC]::WaitForPendingFinalizers()
            $allocated = [GC]::GetTotalAllocatedBytes($true)
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $count = & $Sides[$name]
            $elapsed = $watch.Elapsed.TotalMicroseconds
            $allocated = [GC]::GetTotalAllocatedBytes($true) - $allocated
            if (-not ($count -gt 0)) {
                throw "$name did nothing."
            }

            if ($round -ge 0) {
                "$name.time $([Math]::Round($elapsed / $count, 3))"
                "$name.memory $([Math]::Round($allocated / 1KB / $count, 3))"
            }
        }
    }
}

. $Scenario
