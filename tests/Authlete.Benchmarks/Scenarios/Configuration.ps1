Import-Module $Manifest
Add-Type -Path $RivalAssembly
$count = 10000
$uri = "${Server}slow$count"
Connect-Authlete -Credential $credential -ServiceOwnerCredential $credential -BaseUri $uri
$root = Join-Path ([IO.Path]::GetTempPath()) "authlete-benchmark-$([guid]::NewGuid().ToString('N'))"
$folder = Join-Path $root exported
$changed = Join-Path $root changed
try {
    Export-AuthleteConfiguration $folder -Confirm:$false
    Export-AuthleteConfiguration $changed -Confirm:$false
    $files = @(Get-ChildItem (Join-Path $changed clients) | Select-Object -First 20)
    foreach ($file in $files) {
        $content = [IO.File]::ReadAllText($file.FullName)
        [IO.File]::WriteAllText($file.FullName, $content.Replace('"pkceRequired": false', '"pkceRequired": true'))
    }

    $ids = [long[]](1000000..1000019)
    function New-Path { Join-Path $root ([guid]::NewGuid().ToString('N')) }
    Measure-Side -Rounds 5 -WarmUpRounds 1 ([ordered]@{
        export  = { Export-AuthleteConfiguration (New-Path) -Confirm:$false; $count }
        files   = {
            $target = New-Item -ItemType Directory (New-Path)
            [Authlete.Benchmarks.HttpRivals]::SaveClients($uri, 100, $target.FullName)
        }
        again   = { Export-AuthleteConfiguration $folder -Confirm:$false; $count }
        list    = { [Authlete.Benchmarks.HttpRivals]::ListClients($uri, 100) }
        compare = { if (Compare-AuthleteConfiguration $folder -Quiet) { $count } }
        import  = {
            $results = Import-AuthleteConfiguration $changed -ThrottleLimit 16 -Confirm:$false
            if ($results.Where{ $_.Action -eq 'Update' -and $_.Status -eq 'Done' }.Count -eq 20) { $count }
        }
        clients = { $listed = 0; Get-AuthleteClient | ForEach-Object { $listed++ }; $listed }
        check   = {
            $clients = [Collections.Generic.HashSet[long]]::new()
            Test-AuthleteConfiguration | ForEach-Object { if ($_.Kind -eq 'Client') { $null = $clients.Add($_.Id) } }
            $clients.Count
        }
        calls   = { [Authlete.Benchmarks.HttpRivals]::ListClients($uri, 100); [Authlete.Benchmarks.HttpRivals]::UpdateClients($uri, $ids) }
    })
}
finally {
    Remove-Item $root -Recurse -Force -ErrorAction Ignore
}
