using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>The value of a WWW-Authenticate header (RFC 6750, section 3), on one line and without spaces after commas.</summary>
internal static class BearerChallenge
{
    /// <summary>The value for a valid token.</summary>
    public static string WhenGood(TokenRecord record) => Challenge(record, ["error=\"invalid_request\""]);

    public static string Of(
        ServiceRecord service,
        ProtocolException exception,
        IEnumerable<string>? scopes = null,
        TokenRecord? record = null
    )
    {
        var members = new List<string> { $"error=\"{exception.Error}\"" };
        if (!service.Document.Flag("errorDescriptionOmitted"))
        {
            members.Add($"error_description=\"{ResultMessage.Of(exception.Code, exception.Message)}\"");
        }

        if (!service.Document.Flag("errorUriOmitted"))
        {
            members.Add($"error_uri=\"{OAuthErrors.Uri(exception.Code)}\"");
        }

        var names = scopes?.Distinct(StringComparer.Ordinal).ToList() ?? [];
        if (names.Count > 0)
        {
            members.Add($"scope=\"{string.Join(' ', names)}\"");
        }

        return Challenge(record, members);
    }

    /// <summary>RFC 9449, section 7.1: for a DPoP-bound token, the scheme is DPoP and the algorithms are listed.</summary>
    private static string Challenge(TokenRecord? record, IEnumerable<string> members) =>
        record?.Binding.DpopKey is null
            ? "Bearer " + string.Join(',', members)
            : "DPoP " + string.Join(',', members.Append($"algs=\"{string.Join(' ', DpopProof.Algorithms)}\""));
}
