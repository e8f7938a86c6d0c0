namespace Authlete.PowerShell;

/// <summary>A change of one property. Secrets are masked.</summary>
public sealed class ConfigurationPropertyChange
{
    internal ConfigurationPropertyChange(string name, object? old, object? @new)
    {
        Name = name;
        Old = old;
        New = @new;
    }

    /// <summary>The path of the property, such as extension.requestableScopes.</summary>
    public string Name { get; }

    /// <summary>The value before; null if there was none.</summary>
    public object? Old { get; }

    /// <summary>The value after; null if there is none.</summary>
    public object? New { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
