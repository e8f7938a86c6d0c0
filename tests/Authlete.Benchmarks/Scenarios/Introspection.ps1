Import-Module $Manifest
Add-Type -Path $RivalAssembly
Connect-Authlete -Credential $credential -BaseUri "${Server}fast"
$tokens = [string[]](1..5000).ForEach{ "token-$_" }
# One call takes so little time that chance needs more rounds to even out.
Measure-Side -Rounds 21 -Sides ([ordered]@{
    module   = {
        $usable = 0
        foreach ($answer in $tokens | Invoke-AuthleteIntrospection) {
            if ($answer.Usable -and $answer.Subject -eq 'user1') { $usable++ }
        }
        $usable
    }
    blocking = { [Authlete.Benchmarks.HttpRivals]::IntrospectBlocking("${Server}fast", $tokens) }
    awaiting = { [Authlete.Benchmarks.HttpRivals]::IntrospectAwaiting("${Server}fast", $tokens) }
})
