# The server answers after 20 ms.
Import-Module $Manifest
Connect-Authlete -Credential $credential -BaseUri "${Server}slow"
$tokens = (1..5000).ForEach{ "token-$_" }
$few = $tokens[0..499]
$headers = @{ Authorization = $authorization }
Measure-Side -Rounds 5 -WarmUpRounds 1 ([ordered]@{
    module = {
        $usable = 0
        foreach ($answer in $tokens | Invoke-AuthleteIntrospection -ThrottleLimit 32) {
            if ($answer.Usable) { $usable++ }
        }
        $usable
    }
    rest   = {
        $uri = "${Server}slow/auth/introspection"
        $answers = $few | ForEach-Object -ThrottleLimit 32 -Parallel {
            Invoke-RestMethod $using:uri -Method Post -Headers $using:headers -ContentType application/json -Body (ConvertTo-Json @{ token = $_ })
        }
        $answers.Where{ $_.usable }.Count
    }
})
foreach ($round in 1..5) {
    "limit.time $(20000 / 32)"
}
