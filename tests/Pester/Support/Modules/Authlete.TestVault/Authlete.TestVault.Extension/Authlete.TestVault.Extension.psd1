@{
    RootModule        = 'Authlete.TestVault.Extension.psm1'
    ModuleVersion     = '1.0'
    GUID              = 'd7a0b8a4-58f4-4d0c-8f5f-4b0f5b8bd1c3'
    FunctionsToExport = @('Get-Secret', 'Get-SecretInfo', 'Set-Secret', 'Set-SecretInfo', 'Remove-Secret', 'Test-SecretVault')
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
