using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Cmdlets;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Connection;

/// <summary>Which connection a cmdlet uses: a parameter's, else the runspace's default, else the environment's. One source, never a mixture.</summary>
internal static class ConnectionChoice
{
    public static AuthleteConnection For(ConnectedCmdlet cmdlet, CredentialKind kind, VaultReader vault, bool takesEither)
    {
        CheckWays(cmdlet);
        if (cmdlet.IsBound(nameof(cmdlet.Connection)))
        {
            return WithKeys(cmdlet.Connection ?? throw SetupErrors.EmptyCredential(nameof(cmdlet.Connection)), kind, takesEither);
        }

        if (cmdlet.IsBound(nameof(cmdlet.Credential)))
        {
            const string Source = "the parameter -Credential";
            var keys = KeyPairs.FromCredential(cmdlet.Credential ?? throw SetupErrors.EmptyCredential(nameof(cmdlet.Credential)), Source);
            return FromSource(Only(keys, kind, Source), kind, cmdlet.BaseUri, takesEither);
        }

        if (cmdlet.IsBound(nameof(cmdlet.SecretName)))
        {
            return FromSource(vault.Read(cmdlet.SecretName!, cmdlet.Vault, kind), kind, cmdlet.BaseUri, takesEither);
        }

        if (DefaultConnection.IsDisconnected)
        {
            throw SetupErrors.Disconnected();
        }

        return DefaultConnection.Current is { } current
            ? WithKeys(current, kind, takesEither)
            : FromSource(
                EnvironmentKeys.Read(takesEither ? [CredentialKind.Service, CredentialKind.ServiceOwner] : [kind]) ?? throw SetupErrors.NoCredential(KeyPairs.Owner(kind)),
                kind,
                null,
                takesEither);
    }

    /// <summary>The base URI of a source: the parameter, else the source's own, else the vendor's. A source that names one refuses another.</summary>
    public static Uri BaseUriOf(KeySource source, Uri? parameter, bool allowUnencrypted)
    {
        if (parameter is not null && source.BaseUri is { } own && !BaseUris.Same(parameter, own))
        {
            throw SetupErrors.BaseUriConflict(source.Description);
        }

        return parameter is not null
            ? BaseUris.Check(parameter, "the parameter -BaseUri", allowUnencrypted)
            : BaseUris.Check(source.BaseUri ?? ApiEndpoint.DefaultBaseUri, source.Description, allowUnencrypted);
    }

    private static void CheckWays(ConnectedCmdlet cmdlet)
    {
        var ways = new List<string>();
        foreach (var name in new[] { nameof(cmdlet.Connection), nameof(cmdlet.Credential), nameof(cmdlet.SecretName) }.Where(cmdlet.IsBound))
        {
            ways.Add("-" + name);
        }

        if (ways.Count > 1)
        {
            throw SetupErrors.CredentialConflict(string.Join(" and ", ways));
        }

        if (cmdlet.IsBound(nameof(cmdlet.Vault)) && !cmdlet.IsBound(nameof(cmdlet.SecretName)))
        {
            throw SetupErrors.VaultWithoutSecretName();
        }

        if (cmdlet.IsBound(nameof(cmdlet.BaseUri)))
        {
            if (cmdlet.BaseUri is null)
            {
                throw SetupErrors.EmptyCredential(nameof(cmdlet.BaseUri));
            }

            if (ways.Count == 0 || ways[0] == "-" + nameof(cmdlet.Connection))
            {
                throw SetupErrors.BaseUriWithoutCredential();
            }
        }
    }

    private static AuthleteConnection WithKeys(AuthleteConnection connection, CredentialKind kind, bool takesEither)
    {
        if (connection.IsClosed)
        {
            throw SetupErrors.ConnectionClosed();
        }

        return takesEither || connection.Keys(kind) is not null ? connection : throw SetupErrors.NoKeysInSource(KeyPairs.Owner(kind), "the connection");
    }

    private static AuthleteConnection FromSource(KeySource source, CredentialKind kind, Uri? baseUri, bool takesEither)
    {
        if (source.Keys(kind) is null && !takesEither)
        {
            throw SetupErrors.NoKeysInSource(KeyPairs.Owner(kind), source.Description);
        }

        var endpoint = new ApiEndpoint(BaseUriOf(source, baseUri, allowUnencrypted: false));
        return new AuthleteConnection(endpoint, CallPolicy.Default, source.Service, source.ServiceOwner, source.Description, source.OwnersDescription);
    }

    private static KeySource Only(ApiCredential keys, CredentialKind kind, string description) => kind == CredentialKind.ServiceOwner
        ? new KeySource(null, keys, null, description)
        : new KeySource(keys, null, null, description);
}
