@{
    RootModule             = 'Authlete.PowerShell.dll'
    ModuleVersion          = '1.0.0'
    GUID                   = 'b0a7a0b4-5a0f-4f5e-9d62-4e1c5f6a1f37'
    Author                 = 'The Authlete for PowerShell authors'
    CompanyName            = 'Community'
    Copyright              = 'MIT licence'
    Description            = 'Cmdlets for the Authlete 2.x Web API: run and check OAuth 2.0 and OpenID Connect flows, manage services, clients and tokens. Credentials come from a PSCredential, a SecretManagement vault or the environment; answers are typed objects.'
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
            Tags         = @('Authlete', 'OAuth2', 'OpenIDConnect', 'OIDC', 'Identity', 'Security', 'SecretManagement', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ProjectUri   = 'https://github.com/authlete-powershell/authlete-powershell'
            LicenseUri   = 'https://github.com/authlete-powershell/authlete-powershell/blob/main/LICENSE'
            # The build puts the section of this version here.
            ReleaseNotes = 'CHANGELOG.md'
        }
    }
}
