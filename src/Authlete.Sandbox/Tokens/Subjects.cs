using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Tokens;

/// <summary>Checks <c>subject</c> for the APIs that issue tokens, with the result codes of each.</summary>
internal static class Subjects
{
    private const int MaximumLength = 100;

    public static string Read(ApiCall call, string missing, string tooLong, string notAscii)
    {
        var subject = call.Text("subject");
        if (string.IsNullOrEmpty(subject))
        {
            throw ProtocolException.OfService(missing, "The API call does not contain 'subject'.");
        }

        if (subject.Length > MaximumLength)
        {
            throw ProtocolException.OfService(tooLong, $"'subject' is longer than {MaximumLength} characters.");
        }

        return Ascii.IsValid(subject) ? subject : throw ProtocolException.OfService(notAscii, "'subject' is not ASCII.");
    }
}
