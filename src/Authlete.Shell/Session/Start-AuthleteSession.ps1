# Runs at the start of each session of Authlete.Shell. PowerShell dot-sources it, so the block keeps its variables out of
# the user's session.
& {
    $ErrorActionPreference = 'Stop'
    $module = Import-Module $env:AUTHLETE_SHELL_MODULE -Global -PassThru
    if ($env:AUTHLETE_SHELL_CLIENTS) {
        $clients = $env:AUTHLETE_SHELL_CLIENTS | ConvertFrom-Json
        $toCredential = { param($Key, $Secret) [pscredential]::new($Key, (ConvertTo-SecureString $Secret -AsPlainText -Force)) }
        $global:AuthleteSandbox = [pscustomobject]@{
            BaseUri                = $env:AUTHLETE_BASE_URL
            ServiceApiKey          = $env:AUTHLETE_SERVICE_APIKEY
            Credential             = & $toCredential $env:AUTHLETE_SERVICE_APIKEY $env:AUTHLETE_SERVICE_APISECRET
            ServiceOwnerCredential = & $toCredential $env:AUTHLETE_SERVICEOWNER_APIKEY $env:AUTHLETE_SERVICEOWNER_APISECRET
            ConfidentialClient     = $clients.ConfidentialClient
            PublicClient           = $clients.PublicClient
        }
        Connect-Authlete -BaseUri $AuthleteSandbox.BaseUri -Credential $AuthleteSandbox.Credential -ServiceOwnerCredential $AuthleteSandbox.ServiceOwnerCredential
    }

    if ($env:AUTHLETE_SHELL_INTERACTIVE) {
        # For completion and history. PowerShell doesn't import it in a session with a configuration file.
        if (-not [Console]::IsInputRedirected) {
            Import-Module PSReadLine -Global
        }

        Write-Host "PowerShell $($PSVersionTable.PSVersion) with Authlete $($module.Version)"
        if ($AuthleteSandbox) {
            Write-Host @"
Connected to the sandbox $($AuthleteSandbox.BaseUri), which stops when you exit.
Its clients:
  confidential  `$AuthleteSandbox.ConfidentialClient  $($AuthleteSandbox.ConfidentialClient.ClientId)
  public        `$AuthleteSandbox.PublicClient        $($AuthleteSandbox.PublicClient.ClientId)
Try: Get-AuthleteClient
"@
        }
    }

    # A shell that you start from this one sets its own.
    Remove-Item env:AUTHLETE_SHELL_*
}
