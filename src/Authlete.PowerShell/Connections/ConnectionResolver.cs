using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Credentials;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Connections;

/// <summary>Which connection a cmdlet uses: a parameter's, else the runspace's default, else the environment's. One source, never a mixture.</summary>
internal static class ConnectionResolver
{
    public static AuthleteConnection For(ConnectionArguments arguments, CredentialKind kind, VaultReader vault, bool takesEither)
    {
        CheckWays(arguments);
        if (arguments.IsBound(nameof(arguments.Connection)))
        {
            return WithKeys(arguments.Connection ?? throw SetupErrors.EmptyCredential(nameof(arguments.Connection)), kind, takesEither);
        }

        if (arguments.IsBound(nameof(arguments.Credential)))
        {
            const string Source = "the parameter -Credential";
            var keys = ApiCredentials.FromCredential(arguments.Credential ?? throw SetupErrors.EmptyCredential(nameof(arguments.Credential)), Source);
            return FromSource(Only(keys, kind, Source), kind, arguments.BaseUri, takesEither);
        }

        if (arguments.IsBound(nameof(arguments.SecretName)))
        {
            return FromSource(vault.Read(arguments.SecretName!, arguments.Vault, kind), kind, arguments.BaseUri, takesEither);
        }

        if (DefaultConnection.IsDisconnected)
        {
            throw SetupErrors.Disconnected();
        }

        return DefaultConnection.Current is { } current
            ? WithKeys(current, kind, takesEither)
            : FromSource(
                EnvironmentCredentials.Read(takesEither ? [CredentialKind.Service, CredentialKind.ServiceOwner] : [kind]) ?? throw SetupErrors.NoCredential(kind.ToDisplayName()),
                kind,
                null,
                takesEither);
    }

    /// <summary>The base URI of a source: the parameter, else the source's own, else the vendor's. A source that names one refuses another.</summary>
    public static Uri BaseUriOf(CredentialSource source, Uri? parameter, bool allowUnencrypted)
    {
        if (parameter is not null && source.BaseUri is { } own && !BaseUris.Same(parameter, own))
        {
            throw SetupErrors.BaseUriConflict(source.Description);
        }

        return parameter is not null
            ? BaseUris.Check(parameter, "the parameter -BaseUri", allowUnencrypted)
            : BaseUris.Check(source.BaseUri ?? ApiEndpoint.DefaultBaseUri, source.Description, allowUnencrypted);
    }

    private static void CheckWays(ConnectionArguments arguments)
    {
        var ways = new List<string>();
        foreach (var name in new[] { nameof(arguments.Connection), nameof(arguments.Credential), nameof(arguments.SecretName) }.Where(arguments.IsBound))
        {
            ways.Add("-" + name);
        }

        if (ways.Count > 1)
        {
            throw SetupErrors.CredentialConflict(string.Join(" and ", ways));
        }

        if (arguments.IsBound(nameof(arguments.Vault)) && !arguments.IsBound(nameof(arguments.SecretName)))
        {
            throw SetupErrors.VaultWithoutSecretName();
        }

        if (arguments.IsBound(nameof(arguments.BaseUri)))
        {
            if (arguments.BaseUri is null)
            {
                throw SetupErrors.EmptyCredential(nameof(arguments.BaseUri));
            }

            if (ways.Count == 0 || ways[0] == "-" + nameof(arguments.Connection))
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

        return takesEither || connection.GetCredential(kind) is not null ? connection : throw SetupErrors.NoKeysInSource(kind.ToDisplayName(), "the connection");
    }

    private static AuthleteConnection FromSource(CredentialSource source, CredentialKind kind, Uri? baseUri, bool takesEither)
    {
        if (source.Keys(kind) is null && !takesEither)
        {
            throw SetupErrors.NoKeysInSource(kind.ToDisplayName(), source.Description);
        }

        var endpoint = new ApiEndpoint(BaseUriOf(source, baseUri, allowUnencrypted: false), ApiEndpoint.DefaultTimeout);
        return new AuthleteConnection(endpoint, source.Service, source.ServiceOwner, source.Description, source.OwnersDescription);
    }

    private static CredentialSource Only(ApiKeyPair keys, CredentialKind kind, string description) => kind == CredentialKind.ServiceOwner
        ? new CredentialSource(null, keys, null, description)
        : new CredentialSource(keys, null, null, description);
}
