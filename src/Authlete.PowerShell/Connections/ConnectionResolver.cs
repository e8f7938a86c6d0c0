using System;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Credentials;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Connections;

/// <summary>
/// Resolves the connection of a cmdlet: from its parameters, else the runspace's default, else the environment. Never combines several of
/// these sources.
/// </summary>
/// <param name="vaults">Reads vault entries.</param>
internal sealed class ConnectionResolver(VaultReader vaults)
{
    /// <summary>Returns the connection for a call.</summary>
    /// <param name="arguments">The parameters of the cmdlet.</param>
    /// <param name="kind">The kind of credential that the call requires.</param>
    /// <param name="acceptsOwner">Whether to use a service owner's credential if there is no service's.</param>
    public AuthleteConnection Resolve(ConnectionArguments arguments, CredentialKind kind, bool acceptsOwner)
    {
        RejectConflictingParameters(arguments);
        if (arguments.IsBound(nameof(arguments.Connection)))
        {
            return Validate(arguments.Connection ?? throw SetupErrors.EmptyCredential(nameof(arguments.Connection)), kind, acceptsOwner);
        }

        if (FindSource(arguments, kind) is { } source)
        {
            return Open(source, arguments.BaseUri, kind, acceptsOwner);
        }

        if (DefaultConnection.IsDisconnected)
        {
            throw SetupErrors.Disconnected();
        }

        return DefaultConnection.Current is { } current
            ? Validate(current, kind, acceptsOwner)
            : Open(
                CredentialSources.FromEnvironment(acceptsOwner ? [CredentialKind.Service, CredentialKind.ServiceOwner] : [kind])
                    ?? throw SetupErrors.NoCredential(kind),
                null,
                kind,
                acceptsOwner
            );
    }

    /// <summary>Creates a connection with the credentials of the parameters, or of the environment if there are none.</summary>
    /// <param name="arguments">The parameters of the cmdlet.</param>
    /// <param name="allowUnencrypted">Whether to allow plain HTTP to another machine.</param>
    /// <param name="newEndpoint">Creates the endpoint for a base URI.</param>
    /// <param name="policy">The timeout and retries of calls.</param>
    public AuthleteConnection Create(
        ConnectionArguments arguments,
        bool allowUnencrypted,
        Func<Uri, ApiEndpoint> newEndpoint,
        CallPolicy policy
    )
    {
        RejectConflictingParameters(arguments);
        var service = FindSource(arguments, CredentialKind.Service);
        var owner = FindServiceOwnerSource(arguments);
        if (service is null && owner is null)
        {
            service =
                CredentialSources.FromEnvironment(CredentialKind.Service, CredentialKind.ServiceOwner)
                ?? throw SetupErrors.NothingToConnectWith();
        }

        if (
            arguments.BaseUri is null
            && service is { BaseUri: null, IsEnvironment: false }
            && owner is { BaseUri: { } owners }
            && !BaseUris.AreSame(owners, ApiEndpoint.DefaultBaseUri)
        )
        {
            throw SetupErrors.BaseUriAmbiguous(
                service.Description,
                owner.Description,
                BaseUris.Validate(owners, owner.Description, allowUnencrypted).AbsoluteUri,
                ApiEndpoint.DefaultBaseUri.AbsoluteUri
            );
        }

        var first = service ?? owner!;
        var baseUri = ChooseBaseUri(first, arguments.BaseUri, allowUnencrypted);
        if (service is not null && owner is { BaseUri: { } other } && !BaseUris.AreSame(baseUri, other))
        {
            throw SetupErrors.BaseUriConflict(owner.Description);
        }

        return new AuthleteConnection(
            newEndpoint(baseUri),
            policy,
            service?.Service,
            owner?.ServiceOwner ?? service?.ServiceOwner,
            first.Description,
            (owner ?? first).ServiceOwnerDescription
        );
    }

    /// <summary>
    /// Creates a connection to a service. Uses the endpoint and owner that the service was read with, if known; otherwise the endpoint of the
    /// default connection or the environment.
    /// </summary>
    public static AuthleteConnection CreateFor(Service service)
    {
        var source = CredentialSources.FromService(service);
        var origin = ServiceOrigin.Find(service);
        var owner = origin ?? DefaultConnection.Current;
        if (owner is null && DefaultConnection.IsDisconnected)
        {
            throw SetupErrors.Disconnected();
        }

        return owner is { IsClosed: true }
            ? throw SetupErrors.ConnectionClosed()
            : new AuthleteConnection(
                owner?.Api.Endpoint ?? FindEnvironmentEndpoint(),
                owner?.Api.Policy ?? CallPolicy.Default,
                source.Service,
                origin?.GetCredential(CredentialKind.ServiceOwner),
                source.Description,
                origin?.ServiceOwnerSource
            );
    }

    private static void RejectConflictingParameters(ConnectionArguments arguments)
    {
        RejectSeveral(arguments, nameof(arguments.Connection), nameof(arguments.Credential), nameof(arguments.SecretName));
        RejectSeveral(arguments, nameof(arguments.ServiceOwnerCredential), nameof(arguments.ServiceOwnerSecretName));
        RejectEmpty(arguments, nameof(arguments.SecretName), arguments.SecretName);
        RejectEmpty(arguments, nameof(arguments.ServiceOwnerSecretName), arguments.ServiceOwnerSecretName);
        RejectEmpty(arguments, nameof(arguments.Vault), arguments.Vault);
        if (arguments.IsBound(nameof(arguments.Vault)) && arguments.SecretName is null && arguments.ServiceOwnerSecretName is null)
        {
            throw SetupErrors.VaultWithoutSecretName();
        }

        if (arguments.IsBound(nameof(arguments.BaseUri)))
        {
            if (arguments.BaseUri is null)
            {
                throw SetupErrors.EmptyCredential(nameof(arguments.BaseUri));
            }

            if (!arguments.HasCredential)
            {
                throw SetupErrors.BaseUriWithoutCredential();
            }
        }
    }

    /// <summary>Rejects an empty name from an unset variable. Connect-Authlete checks this itself, because the engine's check would prevent it from running.</summary>
    private static void RejectEmpty(ConnectionArguments arguments, string parameter, string? value)
    {
        if (arguments.IsBound(parameter) && string.IsNullOrEmpty(value))
        {
            throw SetupErrors.EmptyCredential(parameter);
        }
    }

    private static void RejectSeveral(ConnectionArguments arguments, params string[] parameters)
    {
        var bound = parameters.Where(arguments.IsBound).Select(name => "-" + name).ToList();
        if (bound.Count > 1)
        {
            throw SetupErrors.CredentialConflict(string.Join(" and ", bound));
        }
    }

    private CredentialSource? FindSource(ConnectionArguments arguments, CredentialKind kind) =>
        arguments.IsBound(nameof(arguments.Credential))
            ? CredentialSources.FromParameter(arguments.Credential, nameof(arguments.Credential), kind)
        : arguments.SecretName is { } name ? CredentialSources.FromVaultEntry(vaults, name, arguments.Vault, kind)
        : null;

    private CredentialSource? FindServiceOwnerSource(ConnectionArguments arguments)
    {
        const CredentialKind Kind = CredentialKind.ServiceOwner;
        if (arguments.IsBound(nameof(arguments.ServiceOwnerCredential)))
        {
            return CredentialSources.FromParameter(arguments.ServiceOwnerCredential, nameof(arguments.ServiceOwnerCredential), Kind);
        }

        return arguments.ServiceOwnerSecretName is { } name
            ? RequireCredential(CredentialSources.FromVaultEntry(vaults, name, arguments.Vault, Kind), Kind)
            : null;
    }

    private static CredentialSource RequireCredential(CredentialSource source, CredentialKind kind) =>
        source.GetCredential(kind) is null ? throw SetupErrors.NoKeysInSource(kind, source.Description) : source;

    public static AuthleteConnection Validate(AuthleteConnection connection, CredentialKind kind, bool acceptsOwner)
    {
        if (connection.IsClosed)
        {
            throw SetupErrors.ConnectionClosed();
        }

        return acceptsOwner || connection.GetCredential(kind) is not null
            ? connection
            : throw SetupErrors.NoKeysInSource(kind, "the connection");
    }

    private static AuthleteConnection Open(CredentialSource source, Uri? baseUri, CredentialKind kind, bool acceptsOwner)
    {
        if (!acceptsOwner)
        {
            RequireCredential(source, kind);
        }

        return new AuthleteConnection(
            NewEndpoint(source, baseUri),
            CallPolicy.Default,
            source.Service,
            source.ServiceOwner,
            source.Description,
            source.ServiceOwnerDescription
        );
    }

    /// <summary>The endpoint of the service owner in the environment, for a service that was not read in this session.</summary>
    private static ApiEndpoint FindEnvironmentEndpoint() =>
        NewEndpoint(
            CredentialSources.FromEnvironment(CredentialKind.ServiceOwner) ?? throw SetupErrors.NoCredential(CredentialKind.ServiceOwner),
            null
        );

    private static ApiEndpoint NewEndpoint(CredentialSource source, Uri? baseUri) =>
        new(ChooseBaseUri(source, baseUri, allowUnencrypted: false));

    /// <summary>Returns the default base URI, unless another one is known that the credential may belong to.</summary>
    private static Uri RequireDefaultBaseUri(CredentialSource source)
    {
        RejectOther(EnvironmentCredentials.FindBaseUri(), "the " + EnvironmentCredentials.BaseUriSource);
        if (!source.IsEnvironment)
        {
            RejectOther(DefaultConnection.LastBaseUri, "the default connection");
        }

        return ApiEndpoint.DefaultBaseUri;

        void RejectOther(Uri? other, string description)
        {
            if (
                other is not null
                && !BaseUris.AreSame(BaseUris.Validate(other, description, allowUnencrypted: true), ApiEndpoint.DefaultBaseUri)
            )
            {
                throw SetupErrors.BaseUriAmbiguous(
                    source.Description,
                    description,
                    other.AbsoluteUri,
                    ApiEndpoint.DefaultBaseUri.AbsoluteUri
                );
            }
        }
    }

    /// <summary>Returns the base URI of the parameter, the source, or the default. The parameter must not contradict the source.</summary>
    private static Uri ChooseBaseUri(CredentialSource source, Uri? parameter, bool allowUnencrypted)
    {
        if (parameter is null)
        {
            return BaseUris.Validate(source.BaseUri ?? RequireDefaultBaseUri(source), source.Description, allowUnencrypted);
        }

        return source.BaseUri is { } own && !BaseUris.AreSame(parameter, own)
            ? throw SetupErrors.BaseUriConflict(source.Description)
            : BaseUris.Validate(parameter, "the parameter -BaseUri", allowUnencrypted);
    }
}
