# One Pester test for each finding of Test-AuthleteConfiguration. Runs on Pester 5 and 6, and by itself:
#
#     Connect-Authlete -SecretName authlete-prod
#     Invoke-Pester ./Configuration.Tests.ps1
#
# Invoke-ConfigurationChecks.ps1 checks several services or folders, and makes reports.
param(
    # What to check, an entry for each service: its name, and the parameters of Test-AuthleteConfiguration.
    [hashtable[]] $Service = @(@{ Name = 'the service' })
)

BeforeDiscovery {
    # A service that can't be checked is a failed test, and doesn't keep the others from being checked.
    $checks = foreach ($entry in $Service) {
        $parameters = $entry.Clone()
        $parameters.Remove('Name')
        $check = @{ Name = $entry.Name; Findings = @(); Problem = '' }
        try {
            $check.Findings = @(Test-AuthleteConfiguration @parameters -ErrorAction Stop)
            if ($check.Findings.Count -eq 0) {
                $check.Problem = 'No rule was applied.'
            }
        }
        catch {
            $check.Problem = $_.Exception.Message
        }

        $check
    }

    # Without any test a run would be green.
    if (-not $checks) {
        throw 'There is nothing to check.'
    }
}

Describe 'The configuration of <Name>' -ForEach $checks {
    It 'was checked' {
        if ($Problem) {
            throw $Problem
        }
    }

    if ($Findings) {
        It '<_.Rule> <_.Target>' -ForEach $Findings {
            $finding = $_
            switch ($finding.Outcome) {
                'Pass' { }
                'Fail' { throw "$($finding.Severity): $($finding.Message) $($finding.Recommendation) $($finding.Uri)" }

                # Skipped, Investigate, Suppressed, NotApplicable: not known, for a person to decide, accepted, or about something else.
                default { Set-ItResult -Skipped -Because "$($finding.Outcome): $($finding.Message)" }
            }
        }
    }
}
