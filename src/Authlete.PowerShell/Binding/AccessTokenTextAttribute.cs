using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Security;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>An access token. Accepts a string. Rejects pipeline objects without a token, which the engine would convert to text.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AccessTokenTextAttribute : InputTransformationAttribute
{
    // access_token is the name in a token response (RFC 6749 section 5.1).
    private static readonly string[] s_properties = ["AccessToken", "Token", "access_token"];

    private protected override object? Transform(object? value) => value is null or SecretText ? value : new SecretText(FindToken(value));

    private static string FindToken(object value) =>
        value switch
        {
            string token => token,
            SecureString secret => TextValues.Reveal(secret),
            JsonView view when (view.GetMember("accessToken") ?? view.GetMember("access_token")) is string token => token,
            JsonView view => throw new FormatException(
                "The object of type "
                    + view.GetType().Name
                    + " contains no access token"
                    + (
                        view.GetMember("action") is string action
                            ? " (its action is "
                                + PrintableText.Escape(action, PrintableText.MaxMessageLength)
                                + ": "
                                + (view as ApiResponse)?.DisplayMessage
                                + ")."
                            : "."
                    )
            ),
            IDictionary members
                when s_properties
                    .Select(name => KeyedEntries.Find(members, name, out var found) ? PlainValues.Unwrap(found) : null)
                    .OfType<string>()
                    .FirstOrDefault()
                    is { } token => token,
            _ when s_properties
                    .Select(name => PlainValues.Unwrap(PSObject.AsPSObject(value).Properties[name]?.Value))
                    .OfType<string>()
                    .FirstOrDefault()
                    is { } token => token,
            _ => throw new FormatException("An access token is expected here: a string, or an object with a property AccessToken."),
        };
}
