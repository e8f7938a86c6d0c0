using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Security;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

/// <summary>Interprets the content of a SecretManagement entry: a PSCredential, a text, or a Hashtable.</summary>
internal static class VaultEntry
{
    /// <param name="secret">The content of the entry.</param>
    /// <param name="kind">The kind of a single credential.</param>
    /// <param name="source">The description of the entry, for messages.</param>
    public static CredentialSource Interpret(object? secret, CredentialKind kind, string source) =>
        secret switch
        {
            PSCredential credential => new CredentialSource(ApiCredentials.FromPSCredential(credential, source), kind, source),
            SecureString text => new CredentialSource(Split(TextValues.Reveal(text), source), kind, source),
            string text => new CredentialSource(Split(text, source), kind, source),
            IDictionary members => FromMembers(members, source),
            _ => throw SetupErrors.SecretOfWrongShape(source, secret?.GetType().Name ?? "null"),
        };

    private static ApiCredential Split(string text, string source)
    {
        var colon = text.IndexOf(':');
        return colon < 0
            ? throw SetupErrors.SecretOfWrongShape(source, "a string without a colon")
            : ApiCredentials.Create(text.Substring(0, colon), text.Substring(colon + 1), CredentialPlace.OfText(source));
    }

    private static CredentialSource FromMembers(IDictionary members, string source)
    {
        var service = FindCredential(members, "ApiKey", "ApiSecret", source);
        var owner = FindCredential(members, "ServiceOwnerApiKey", "ServiceOwnerApiSecret", source);
        if (service is null && owner is null)
        {
            throw SetupErrors.SecretOfWrongShape(source, "a Hashtable without ApiKey and ApiSecret");
        }

        var baseUri = FindText(members, "BaseUri", source);
        return new CredentialSource(
            service,
            owner,
            string.IsNullOrEmpty(baseUri) ? null : BaseUris.Parse(baseUri!, "BaseUri in " + source),
            source
        );
    }

    private static ApiCredential? FindCredential(IDictionary members, string keyName, string secretName, string source)
    {
        var key = FindText(members, keyName, source);
        var secret = FindText(members, secretName, source);
        return key is null && secret is null
            ? null
            : ApiCredentials.Create(key, secret, CredentialPlace.OfMembers(source, keyName, secretName));
    }

    private static string? FindText(IDictionary members, string name, string source)
    {
        var key = members
            .Keys.Cast<object>()
            .FirstOrDefault(candidate => string.Equals(candidate as string, name, StringComparison.OrdinalIgnoreCase));
        try
        {
            return key is null ? null : TextValues.ToText(PlainValues.Unwrap(members[key]));
        }
        catch (FormatException)
        {
            throw SetupErrors.SecretOfWrongShape(source, "a Hashtable whose " + name + " isn't a string");
        }
    }
}
