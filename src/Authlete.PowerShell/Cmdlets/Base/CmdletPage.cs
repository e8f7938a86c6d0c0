namespace Authlete.PowerShell.Cmdlets;

/// <summary>The page of a cmdlet, which <c>Get-Help -Online</c> opens.</summary>
internal static class CmdletPage
{
    /// <summary>The folder of the pages. Each page is named after its cmdlet.</summary>
    public const string Folder = "https://github.com/authlete-powershell/authlete-powershell/blob/main/docs/cmdlets/";
}
