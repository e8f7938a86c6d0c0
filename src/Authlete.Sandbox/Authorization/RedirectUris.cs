using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>Determines the redirect URI of an authorization request.</summary>
internal static class RedirectUris
{
    public static string Settle(ClientRecord client, FormParameters parameters, ResponseType responseType, bool openId)
    {
        if (parameters.IsRepeated("redirect_uri"))
        {
            throw Refused("A011302", "redirect_uri is given more than once.");
        }

        var registered = client.RedirectUris;
        var uri = parameters.First("redirect_uri") switch
        {
            null => Implied(client, registered, openId),
            "" => throw Refused("A011319", "redirect_uri is empty."),
            { } explicitUri => Explicit(client, registered, explicitUri, responseType),
        };
        CheckApplicationType(client, new Uri(uri), responseType);
        return uri;
    }

    private static string Implied(ClientRecord client, IReadOnlyList<string> registered, bool openId)
    {
        if (openId)
        {
            throw Refused("A011303", "An OpenID Connect request must contain redirect_uri.");
        }

        return registered.Count switch
        {
            1 => registered[0],
            0 when client.Confidential => throw Refused(
                "A011312",
                "The client has not registered a redirect URI, so the request must name one."
            ),
            0 => throw Refused("A011310", "The public client has not registered a redirect URI."),
            _ => throw Refused("A011313", "The client has registered several redirect URIs, so the request must name one."),
        };
    }

    private static string Explicit(ClientRecord client, IReadOnlyList<string> registered, string uri, ResponseType responseType)
    {
        if (!Uri.TryCreate(uri, UriKind.RelativeOrAbsolute, out var parsed))
        {
            throw Refused("A011314", "redirect_uri is malformed.");
        }

        if (!parsed.IsAbsoluteUri || !uri.Contains(':', StringComparison.Ordinal))
        {
            throw Refused("A011315", "redirect_uri is a relative URI.");
        }

        if (uri.Contains('#', StringComparison.Ordinal))
        {
            throw Refused("A011316", "redirect_uri has a fragment.");
        }

        if (registered.Count == 0)
        {
            if (!client.Confidential)
            {
                throw Refused("A011310", "The public client has not registered a redirect URI.");
            }

            if (responseType.IsFrontChannel)
            {
                throw Refused("A011311", "The response type demands a registered redirect URI.");
            }

            return uri;
        }

        var variablePort = client.Service.Document.Flag("loopbackRedirectionUriVariable");
        return registered.Contains(uri) || (variablePort && registered.Any(candidate => DifferInLoopbackPort(candidate, parsed)))
            ? uri
            : throw Refused("A011304", "redirect_uri is not among those that the client has registered.");
    }

    /// <summary>RFC 8252, section 7.3: the port of a loopback redirect URI is chosen at run time.</summary>
    private static bool DifferInLoopbackPort(string registered, Uri uri)
    {
        var candidate = new Uri(registered);
        return candidate.Scheme == Uri.UriSchemeHttp
            && IPAddress.TryParse(candidate.Host.Trim('[', ']'), out var address)
            && IPAddress.IsLoopback(address)
            && new UriBuilder(candidate) { Port = uri.Port }
                .Uri
                .AbsoluteUri == uri.AbsoluteUri;
    }

    private static void CheckApplicationType(ClientRecord client, Uri uri, ResponseType responseType)
    {
        var type = client.Document.Text("applicationType");
        if (type == "WEB" && responseType.IsFrontChannel)
        {
            if (uri.Scheme != Uri.UriSchemeHttps)
            {
                throw Refused("A011305", "A web client must use https where tokens go through the browser.");
            }

            if (uri.Host == "localhost")
            {
                throw Refused("A011306", "A web client must not use localhost where tokens go through the browser.");
            }
        }
        else if (type == "NATIVE")
        {
            if (uri.Scheme == Uri.UriSchemeHttps)
            {
                throw Refused("A011307", "A native client must not use the https scheme.");
            }

            if (uri.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback)
            {
                throw Refused("A011308", "A native client may use http with the local host only.");
            }
        }
    }

    private static ProtocolException Refused(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
