Import-Module "$Modules/Bare/Bare.psd1"
$path = $Side -eq 'module' ? $Manifest : "$Modules/Rival/Rival.psd1"
$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module $path
"$Side $($watch.Elapsed.TotalMilliseconds)"
