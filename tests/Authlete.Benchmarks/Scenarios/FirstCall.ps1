$watch = [Diagnostics.Stopwatch]::StartNew()
if ($Side -eq 'module') {
    Import-Module $Manifest
    Connect-Authlete -Credential $credential -BaseUri "${Server}fast"
    $answer = Invoke-AuthleteIntrospection -Token token-1
}
else {
    $answer = Invoke-RestMethod "${Server}fast/auth/introspection" -Method Post -Headers @{ Authorization = $authorization } -ContentType application/json -Body (ConvertTo-Json @{ token = 'token-1' })
}

$elapsed = $watch.Elapsed.TotalMilliseconds
if (-not $answer.usable) { throw 'Not usable.' }
"$Side $elapsed"
