Import-Module $Manifest
Add-Type -Path $RivalAssembly
$service = Get-AuthleteService -Credential $credential -BaseUri "${Server}fast" -ServiceApiKey $key
$type = $service.GetType()
$json = $service.ToJson()
Measure-Side -Rounds 9 ([ordered]@{
    'parse.module' = { [Authlete.Benchmarks.ServiceReading]::ParseView($type, $json, 5000) }
    'parse.rival'  = { [Authlete.Benchmarks.ServiceReading]::ParseDocument($json, 5000) }
    'read.module'  = { [Authlete.Benchmarks.ServiceReading]::ReadView($type, $json, 200000) }
    'read.rival'   = { [Authlete.Benchmarks.ServiceReading]::ReadElement($json, 200000) }
})
