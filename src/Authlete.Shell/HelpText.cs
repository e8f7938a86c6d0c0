namespace Authlete.Shell;

internal static class HelpText
{
    public const string Text = """
        A small PowerShell host that needs only the .NET SDK. It imports the Authlete
        module as it was built, starts a sandbox in this process and connects to it.

        Usage: dotnet run --project src/Authlete.Shell -- [options] [script.ps1 [arguments]]

          script.ps1 [arguments]  Run a script. What follows its name is the script's own;
                                  -Name value and -Name:value reach its param() block.
          -File script.ps1 …      The same, as pwsh spells it.
          -Command text           Run the text.
          -NoSandbox              Start no sandbox and connect to nothing: the script calls
                                  Connect-Authlete, or the environment variables are used.
          -Help                   Show this text.

        With neither a script nor -Command there is a prompt; exit leaves it.

        Scripts find the sandbox in the variable $AuthleteSandbox: BaseUri, ServiceApiKey,
        Credential and ServiceOwnerCredential (as Connect-Authlete takes them),
        ConfidentialClient and PublicClient (each with ClientId, ClientSecret, RedirectUri).
        The sandbox is an in-memory stand-in for the Authlete service, for trying and testing.

        Objects and Write-Host go to standard output; errors, warnings and verbose text to
        standard error.

        Exit codes: 0; the N of exit N; 1 after an uncaught error; 2 if the command line is
        wrong; 130 after Ctrl+C.

        This is not a full PowerShell. It has the engine: the language, Get-Command, Get-Help,
        Where-Object, ForEach-Object, the module and job cmdlets. Beside them it has
        Write-Host, Write-Output, Write-Warning, Write-Verbose, Write-Error and
        ConvertTo-SecureString -AsPlainText. There is no Format-*, Select-Object, Sort-Object,
        ConvertTo-Json, Get-Content and so on: for those, install PowerShell and import the
        same module there.

        """;
}
