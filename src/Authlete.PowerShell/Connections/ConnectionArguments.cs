using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Authlete.PowerShell.Connections;

/// <summary>The parameters of a cmdlet that choose its connection. A parameter that an unset variable was bound to is null, and not absent.</summary>
/// <param name="BoundParameters">The names of the parameters that are bound.</param>
internal sealed record ConnectionArguments(ICollection<string> BoundParameters)
{
    public AuthleteConnection? Connection { get; init; }

    public PSCredential? Credential { get; init; }

    public string? SecretName { get; init; }

    public PSCredential? ServiceOwnerCredential { get; init; }

    public string? ServiceOwnerSecretName { get; init; }

    public string? Vault { get; init; }

    public Uri? BaseUri { get; init; }

    /// <summary>Whether a parameter names a credential; a connection is none.</summary>
    public bool HasCredential =>
        IsBound(nameof(Credential))
        || IsBound(nameof(SecretName))
        || IsBound(nameof(ServiceOwnerCredential))
        || IsBound(nameof(ServiceOwnerSecretName));

    public bool IsBound(string parameter) => BoundParameters.Contains(parameter);
}
