Import-Module $Manifest
$plain = Connect-Authlete -Credential $credential -BaseUri "${Server}fast" -PassThru
$secure = Connect-Authlete -Credential $credential -BaseUri "${SecureServer}fast" -SkipCertificateCheck -PassThru -WarningAction Ignore
$tokens = (1..5000).ForEach{ "token-$_" }
$few = $tokens[0..299]
$headers = @{ Authorization = $authorization }
$session = [Microsoft.PowerShell.Commands.WebRequestSession]::new()

function Measure-Module($Connection) {
    $usable = 0
    foreach ($answer in $tokens | Invoke-AuthleteIntrospection -Connection $Connection) {
        if ($answer.Usable) { $usable++ }
    }
    $usable
}

function Measure-Rest([uri]$BaseUri, [hashtable]$Options = @{}) {
    $usable = 0
    foreach ($token in $few) {
        $answer = Invoke-RestMethod "$BaseUri/auth/introspection" -Method Post -Headers $headers -ContentType application/json -Body (ConvertTo-Json @{ token = $token }) @Options
        if ($answer.usable) { $usable++ }
    }
    $usable
}

Measure-Side -Rounds 5 -WarmUpRounds 1 ([ordered]@{
    http          = { Measure-Module $plain }
    'rest.http'   = { Measure-Rest "${Server}fast" }
    'rest.web'    = { Measure-Rest "${Server}fast" @{ WebSession = $session } }
    https         = { Measure-Module $secure }
    'rest.https'  = { Measure-Rest "${SecureServer}fast" @{ SkipCertificateCheck = $true } }
    'rest.webs'   = { Measure-Rest "${SecureServer}fast" @{ SkipCertificateCheck = $true; WebSession = $session } }
})
