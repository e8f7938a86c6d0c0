using System;
using System.Globalization;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

/// <summary>Creates a credential source from each place that can contain credentials.</summary>
internal static class CredentialSources
{
    /// <param name="credential">The value of the parameter.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="kind">The kind to use the credential as.</param>
    public static CredentialSource FromParameter(PSCredential? credential, string parameter, CredentialKind kind)
    {
        var description = "the parameter -" + parameter;
        return new CredentialSource(
            ApiCredentials.FromPSCredential(credential ?? throw SetupErrors.EmptyCredential(parameter), description),
            kind,
            description
        );
    }

    /// <param name="reader">Reads the entry.</param>
    /// <param name="name">The name of the entry.</param>
    /// <param name="vault">The name of the vault; null for all.</param>
    /// <param name="kind">The kind of an entry with a single credential, which is a PSCredential or a text.</param>
    public static CredentialSource FromVaultEntry(VaultReader reader, string name, string? vault, CredentialKind kind)
    {
        var description = "the vault entry '" + name + "'" + (vault is null ? "" : " of vault '" + vault + "'");
        return VaultEntry.Interpret(reader.GetSecret(name, vault, description), kind, description);
    }

    /// <summary>Returns the credentials of the specified kinds in the environment; null if there are none.</summary>
    public static CredentialSource? FromEnvironment(params CredentialKind[] kinds)
    {
        var service = Array.IndexOf(kinds, CredentialKind.Service) >= 0 ? EnvironmentCredentials.Find(CredentialKind.Service) : null;
        var owner =
            Array.IndexOf(kinds, CredentialKind.ServiceOwner) >= 0 ? EnvironmentCredentials.Find(CredentialKind.ServiceOwner) : null;
        return service is null && owner is null
            ? null
            : new CredentialSource(
                service,
                owner,
                EnvironmentCredentials.FindBaseUri(),
                EnvironmentCredentials.Describe(service is null ? CredentialKind.ServiceOwner : CredentialKind.Service)
            )
            {
                ServiceOwnerDescription = EnvironmentCredentials.Describe(CredentialKind.ServiceOwner),
                IsEnvironment = true,
            };
    }

    /// <summary>Returns the service's own API key and secret.</summary>
    public static CredentialSource FromService(Service service)
    {
        if (service.ApiKey is not { } number || service.ApiSecret is not { } secret)
        {
            throw SetupErrors.ServiceWithoutKeys();
        }

        var key = number.ToString(CultureInfo.InvariantCulture);
        return new CredentialSource(new ApiCredential(key, secret), CredentialKind.Service, "the service " + key);
    }
}
