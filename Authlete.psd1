@{
    RootModule             = 'Authlete.PowerShell.dll'
    ModuleVersion          = '1.0.0'
    GUID                   = 'b0a7a0b4-5a0f-4f5e-9d62-4e1c5f6a1f37'
    Author                 = 'The Authlete for PowerShell authors'
    CompanyName            = 'Community'
    Copyright              = '(c) The Authlete for PowerShell authors. MIT License.'
    Description            = 'Runs, checks and configures Authlete 2.x services, the engine behind OAuth 2.0 and OpenID Connect authorization servers. All 62 operations of the Authlete 2.3 Web API as cmdlets with typed output, configuration as code, security checks, and rotation of client secrets into a vault. Made for automation scripts, CI jobs and Pester checks.'
    CompatiblePSEditions   = @('Desktop', 'Core')
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('Authlete.Format.ps1xml')
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    CmdletsToExport        = @(
        'Approve-AuthleteAuthorization',
        'Approve-AuthleteBackchannelAuthentication',
        'Approve-AuthleteToken',
        'Approve-AuthleteUserInfo',
        'Compare-AuthleteConfiguration',
        'Complete-AuthleteBackchannelAuthentication',
        'Complete-AuthleteDeviceAuthorization',
        'Connect-Authlete',
        'ConvertTo-AuthleteReport',
        'Deny-AuthleteAuthorization',
        'Deny-AuthleteBackchannelAuthentication',
        'Deny-AuthleteToken',
        'Disconnect-Authlete',
        'Export-AuthleteConfiguration',
        'Get-AuthleteAccessToken',
        'Get-AuthleteClient',
        'Get-AuthleteClientAuthorization',
        'Get-AuthleteClientRegistration',
        'Get-AuthleteConfigurationRule',
        'Get-AuthleteConnection',
        'Get-AuthleteFederationConfiguration',
        'Get-AuthleteGrantedScope',
        'Get-AuthleteHsk',
        'Get-AuthleteRequestableScope',
        'Get-AuthleteResultCode',
        'Get-AuthleteServerInfo',
        'Get-AuthleteService',
        'Get-AuthleteServiceConfiguration',
        'Get-AuthleteServiceJwkSet',
        'Import-AuthleteConfiguration',
        'Invoke-AuthleteApi',
        'Invoke-AuthleteAuthorization',
        'Invoke-AuthleteBackchannelAuthentication',
        'Invoke-AuthleteDeviceAuthorization',
        'Invoke-AuthleteDeviceVerification',
        'Invoke-AuthleteEcho',
        'Invoke-AuthleteGrantManagement',
        'Invoke-AuthleteIntrospection',
        'Invoke-AuthleteRevocation',
        'Invoke-AuthleteStandardIntrospection',
        'Invoke-AuthleteToken',
        'Invoke-AuthleteUserInfo',
        'Lock-AuthleteClient',
        'New-AuthleteAccessToken',
        'New-AuthleteClient',
        'New-AuthleteHsk',
        'New-AuthletePkce',
        'New-AuthleteService',
        'Push-AuthleteAuthorizationRequest',
        'Register-AuthleteClient',
        'Register-AuthleteFederationClient',
        'Remove-AuthleteAccessToken',
        'Remove-AuthleteClient',
        'Remove-AuthleteClientAuthorization',
        'Remove-AuthleteGrantedScope',
        'Remove-AuthleteHsk',
        'Remove-AuthleteRequestableScope',
        'Remove-AuthleteService',
        'Reset-AuthleteClientSecret',
        'Revoke-AuthleteAccessToken',
        'Set-AuthleteAccessToken',
        'Set-AuthleteClient',
        'Set-AuthleteClientAuthorization',
        'Set-AuthleteClientRegistration',
        'Set-AuthleteClientSecret',
        'Set-AuthleteRequestableScope',
        'Set-AuthleteService',
        'Test-AuthleteConfiguration',
        'Test-AuthleteCredential',
        'Test-AuthleteJose',
        'Unlock-AuthleteClient',
        'Unregister-AuthleteClient',
        'Update-AuthleteIdToken'
    )
    PrivateData            = @{
        PSData = @{
            Tags         = @('Authlete', 'OAuth2', 'OAuth', 'OpenIDConnect', 'OIDC', 'FAPI', 'Identity', 'Security', 'SecretManagement', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ProjectUri   = 'https://github.com/authlete-powershell/authlete-powershell'
            LicenseUri   = 'https://github.com/authlete-powershell/authlete-powershell/blob/main/LICENSE'
            # The build puts the section of this version here.
            ReleaseNotes = 'CHANGELOG.md'
        }
    }
}
