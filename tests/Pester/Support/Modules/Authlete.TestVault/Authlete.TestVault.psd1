@{
    ModuleVersion     = '1.0'
    GUID              = '8c1c6b0e-3b4f-4a52-9d5a-1d7a5a0f7f27'
    Author            = 'Authlete for PowerShell'
    Description       = 'A vault in memory for the real SecretManagement, where SecretStore cannot be kept apart from the one of the user.'
    NestedModules     = @('./Authlete.TestVault.Extension')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
