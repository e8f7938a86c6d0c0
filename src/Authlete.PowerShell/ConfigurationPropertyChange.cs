namespace Authlete.PowerShell;

/// <summary>A change of one property, with secrets masked.</summary>
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

    /// <summary>The old value; null if there was none.</summary>
    public object? Old { get; }

    /// <summary>The new value; null if there is none.</summary>
    public object? New { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
