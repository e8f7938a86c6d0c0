using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Clients;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Registration;

/// <summary>The rules for client metadata, in addition to those for every client.</summary>
internal static class MetadataRules
{
    public static void Check(ApiCall call, JsonObject metadata, JsonObject fields)
    {
        if (metadata["jwks"] is not null && metadata["jwks_uri"] is not null)
        {
            throw Refused("A204301", "jwks and jwks_uri exclude each other.");
        }

        if (metadata["scope"] is { } scope && scope.GetValueKind() != JsonValueKind.String)
        {
            throw Refused("A204308", "The member 'scope' must be a string.");
        }

        CheckGrantTypes(fields);
        try
        {
            ClientRules.Check(call.WithBody(fields));
        }
        catch (ApiException exception)
        {
            throw Translated(exception);
        }
    }

    /// <summary>RFC 7591, section 2.1: grant types and response types must match. Missing members have their defaults.</summary>
    private static void CheckGrantTypes(JsonObject fields)
    {
        if (fields["grantTypes"] is null && fields["responseTypes"] is null)
        {
            return;
        }

        var grantTypes = Texts("grantTypes", "AUTHORIZATION_CODE");
        var responseTypes = Texts("responseTypes", "CODE")
            .SelectMany(type => type.Replace("ID_TOKEN", "IDTOKEN", StringComparison.Ordinal).Split('_'))
            .ToList();
        var hasCode = responseTypes.Contains("CODE");
        var hasToken = responseTypes.Contains("TOKEN") || responseTypes.Contains("IDTOKEN");
        var usesCode = grantTypes.Contains("AUTHORIZATION_CODE");
        var usesImplicit = grantTypes.Contains("IMPLICIT");
        if (usesCode && !hasCode)
        {
            throw Refused("A204302", "The grant type authorization_code needs a response type with code.");
        }

        if (usesImplicit && !hasToken)
        {
            throw Refused("A204303", "The grant type implicit needs a response type with token or id_token.");
        }

        if (hasCode && !usesCode && fields["responseTypes"] is not null)
        {
            throw Refused("A204304", "A response type with code needs the grant type authorization_code.");
        }

        if (hasToken && !usesImplicit)
        {
            throw Refused("A204305", "A response type with token or id_token needs the grant type implicit.");
        }

        string[] Texts(string name, string whenAbsent) =>
            fields[name] is JsonArray array ? [.. array.Select(item => (string)item!)] : [whenAbsent];
    }

    private static ProtocolException Translated(ApiException exception) =>
        exception.Code switch
        {
            "A032221" => Refused("A204312", "subject_type pairwise needs sector_identifier_uri or redirect URIs on one host."),
            "A031205" or "A031206" or "A031207" or "A031208" or "A031209" or "A031210" or "A031211" => new ProtocolException(
                exception.Code,
                RegistrationErrors.InvalidRedirectUri,
                exception.Message
            ),
            _ => Refused(exception.Code, exception.Message),
        };

    private static ProtocolException Refused(string code, string text) => new(code, RegistrationErrors.InvalidClientMetadata, text);
}
