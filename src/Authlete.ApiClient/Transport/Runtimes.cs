namespace Authlete.ApiClient.Transport;

internal static class Runtimes
{
    /// <summary>Whether this is .NET Framework (Windows PowerShell) or Mono: both name their base class library mscorlib.</summary>
    public static bool IsNetFramework { get; } = typeof(object).Assembly.GetName().Name == "mscorlib";
}
