namespace Authlete.ApiClient.Results;

internal static class ResultOrigins
{
    private static readonly string[] s_names = ["Success", "Authlete", "Service", "Client", "Log", "FrontEnd", "User", "Sns"];

    /// <summary>Reads the third digit from the right of a code such as A004301.</summary>
    public static string? Of(string? resultCode)
    {
        if (resultCode is null || resultCode.Length < 4 || resultCode[0] != 'A')
        {
            return null;
        }

        var digit = resultCode[resultCode.Length - 3] - '0';
        return digit >= 0 && digit < s_names.Length ? s_names[digit] : null;
    }
}
