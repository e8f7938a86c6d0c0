Import-Module $Manifest
Connect-Authlete -Credential $credential -BaseUri "${Server}1000"
$headers = @{ Authorization = $authorization }
$script:round = 0
Measure-Side -Rounds 5 -WarmUpRounds 1 ([ordered]@{
    module = {
        $description = "Changed $($script:round++)"
        $changed = Get-AuthleteClient | Set-AuthleteClient -Description $description -ThrottleLimit 16 -Confirm:$false
        $changed.Where{ $_.Description -eq $description }.Count
    }
    rest   = {
        $description = "Changed $($script:round++)"
        $uri = "${Server}1000"
        $list = Invoke-RestMethod "$uri/client/get/list?start=0&end=1000" -Headers $headers
        $changed = $list.clients | ForEach-Object -ThrottleLimit 16 -Parallel {
            $client = Invoke-RestMethod "$using:uri/client/get/$($_.clientId)" -Headers $using:headers
            $client | Add-Member description $using:description -Force
            Invoke-RestMethod "$using:uri/client/update/$($_.clientId)" -Method Post -Headers $using:headers -ContentType application/json -Body (ConvertTo-Json $client -Depth 20)
        }
        $changed.Where{ $_.description -eq $description }.Count
    }
})
