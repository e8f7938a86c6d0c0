# A Pester test for each finding of Test-AuthleteConfiguration. Runs on Pester 5 and 6. You can run it directly:
#
#     Connect-Authlete -SecretName authlete-prod
#     Invoke-Pester ./Configuration.Tests.ps1
#
# Invoke-ConfigurationChecks.ps1 checks several services or folders and writes reports.
param(
    # An entry for each service to check: its name, and parameters of Test-AuthleteConfiguration.
    [hashtable[]] $Service = @(@{ Name = 'the service' })
)

BeforeDiscovery {
    # If a service can't be checked, its test fails and the other services are still checked.
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

    # A run without tests would pass.
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

                # Skipped, Investigate, Suppressed, or NotApplicable.
                default { Set-ItResult -Skipped -Because "$($finding.Outcome): $($finding.Message)" }
            }
        }
    }
}
