@{
    RootModule        = 'Microsoft.PowerShell.SecretManagement.psm1'
    ModuleVersion     = '1.1.2'
    GUID              = '2f3d9a64-0f0b-4d7e-9f27-6b5b9e0f0c11'
    Author            = 'Authlete for PowerShell'
    Description       = 'Stands in for SecretManagement in tests: the same commands over vaults in memory.'
    PowerShellVersion = '5.1'
    FunctionsToExport = @(
        'Register-SecretVault', 'Unregister-SecretVault', 'Get-SecretVault', 'Set-SecretVaultDefault', 'Test-SecretVault', 'Unlock-SecretVault',
        'Set-Secret', 'Set-SecretInfo', 'Get-Secret', 'Get-SecretInfo', 'Remove-Secret')
    CmdletsToExport   = @()
    AliasesToExport   = @()
    VariablesToExport = @()
    PrivateData       = @{ StandIn = $true }
}
