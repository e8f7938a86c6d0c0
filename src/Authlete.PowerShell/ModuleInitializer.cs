using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell;

/// <summary>
/// Sets how the client library unwraps PowerShell values. In Windows PowerShell, which doesn't include System.Text.Json, also lets this
/// module's assemblies, and no others, load it from the module's desktop folder.
/// </summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    private static readonly string s_module = Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!;
    private static readonly string s_desktop = Path.Combine(s_module, "desktop");
    private static int s_registered;

    /// <inheritdoc/>
    public void OnImport()
    {
        HostValues.Unwrap = static value => value is PSObject ? PlainValues.Normalize(value) : value;
        if (Runtimes.IsNetFramework && System.Threading.Interlocked.Exchange(ref s_registered, 1) == 0)
        {
            AppDomain.CurrentDomain.AssemblyResolve += ResolveForOurs;
        }
    }

    /// <summary>Resolves by simple name, because the file can be newer than the version that the assembly references.</summary>
    private static Assembly? ResolveForOurs(object sender, ResolveEventArgs request)
    {
        if (request.RequestingAssembly is not { IsDynamic: false } asking || !IsOurs(asking))
        {
            return null;
        }

        var path = Path.Combine(s_desktop, new AssemblyName(request.Name).Name + ".dll");
        return File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }

    private static bool IsOurs(Assembly assembly)
    {
        var folder = Path.GetDirectoryName(assembly.Location);
        return string.Equals(folder, s_module, StringComparison.OrdinalIgnoreCase)
            || string.Equals(folder, s_desktop, StringComparison.OrdinalIgnoreCase);
    }
}
