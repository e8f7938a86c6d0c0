Import-Module "$Modules/Bare/Bare.psd1"
$path = switch ($Side) {
    module { $Manifest }
    rival { "$Modules/Rival/Rival.psd1" }
    formatted { "$Modules/Formatted/Formatted.psd1" }
}
$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module $path
"$Side $($watch.Elapsed.TotalMilliseconds)"
