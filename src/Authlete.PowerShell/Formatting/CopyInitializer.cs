using System.Management.Automation;

namespace Authlete.PowerShell.Formatting;

/// <summary>Gives the copies of objects, which come from a job or a file, their default properties as soon as the module is imported.</summary>
public sealed class CopyInitializer : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport() => SessionTypes.RegisterCopies();
}
