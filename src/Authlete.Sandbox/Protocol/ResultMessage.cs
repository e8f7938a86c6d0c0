namespace Authlete.Sandbox.Protocol;

internal static class ResultMessage
{
    /// <summary>The result code in brackets, then the text.</summary>
    public static string Of(string code, string text) => $"[{code}] {text}";
}
