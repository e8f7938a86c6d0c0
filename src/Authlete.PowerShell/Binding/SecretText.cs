namespace Authlete.PowerShell.Binding;

/// <summary>
/// The text of a parameter that may hold a secret. The engine writes what it binds to logs and traces as text: of this it has nothing to show.
/// </summary>
public class SecretText
{
    private readonly string _text;

    internal SecretText(string text) => _text = text;

    /// <summary>Three asterisks, whatever the text is.</summary>
    public override string ToString() => "***";

    internal string Reveal() => _text;
}
