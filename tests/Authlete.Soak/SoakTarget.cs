using System;
using Authlete.Sandbox;

namespace Authlete.Soak;

/// <summary>A sandbox to work against.</summary>
/// <param name="BaseUri">The base URI of its API.</param>
/// <param name="FaultsUri">The address for planning faults.</param>
/// <param name="ApiKey">The service's API key.</param>
/// <param name="ApiSecret">The service's API secret.</param>
internal sealed record SoakTarget(Uri BaseUri, Uri FaultsUri, string ApiKey, string ApiSecret)
{
    public static SoakTarget Of(SandboxServer server) =>
        new(server.BaseUri, server.FaultsUri, server.ServiceApiKey, server.ServiceApiSecret);
}
