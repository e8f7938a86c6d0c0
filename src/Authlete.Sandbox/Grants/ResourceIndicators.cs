using System;
using System.Collections.Generic;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Grants;

/// <summary>The <c>resource</c> parameters of a request (RFC 8707, section 2).</summary>
internal static class ResourceIndicators
{
    public static IReadOnlyList<string> Read(FormParameters parameters)
    {
        var resources = parameters.All("resource");
        foreach (var resource in resources)
        {
            if (!Uri.TryCreate(resource, UriKind.RelativeOrAbsolute, out var uri))
            {
                throw Refused("A251306", "resource is not a URI.");
            }

            if (!uri.IsAbsoluteUri)
            {
                throw Refused("A251307", "resource is a relative URI.");
            }

            if (uri.Fragment.Length > 0)
            {
                throw Refused("A251308", "resource has a fragment.");
            }
        }

        return resources;
    }

    private static ProtocolException Refused(string code, string text) => new(code, OAuthErrors.InvalidTarget, text);
}
