namespace Authlete.PowerShell.Binding;

/// <summary>
/// The value of a parameter that may be a secret. The engine writes bound values to logs and traces as text, so the text of this type is a mask.
/// </summary>
public class SecretText
{
    private readonly string _text;

    internal SecretText(string text) => _text = text;

    /// <summary>Returns three asterisks, independent of the value.</summary>
    public override string ToString() => "***";

    internal string Reveal() => _text;
}
