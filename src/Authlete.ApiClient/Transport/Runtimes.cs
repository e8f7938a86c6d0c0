namespace Authlete.ApiClient.Transport;

internal static class Runtimes
{
    /// <summary>Whether this is .NET Framework (Windows PowerShell), or Mono, which plays it: the base class library tells by its name.</summary>
    public static bool IsNetFramework { get; } = typeof(object).Assembly.GetName().Name == "mscorlib";
}
