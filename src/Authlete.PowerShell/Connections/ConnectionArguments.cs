using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Authlete.PowerShell.Connections;

/// <summary>The parameters of a cmdlet that select its connection. A parameter that is bound to null is still in <see cref="BoundParameters"/>.</summary>
/// <param name="BoundParameters">The names of the bound parameters.</param>
internal sealed record ConnectionArguments(ICollection<string> BoundParameters)
{
    public AuthleteConnection? Connection { get; init; }

    public PSCredential? Credential { get; init; }

    public string? SecretName { get; init; }

    public PSCredential? ServiceOwnerCredential { get; init; }

    public string? ServiceOwnerSecretName { get; init; }

    public string? Vault { get; init; }

    public Uri? BaseUri { get; init; }

    /// <summary>Whether the parameters specify a credential. A connection isn't one.</summary>
    public bool HasCredential =>
        IsBound(nameof(Credential))
        || IsBound(nameof(SecretName))
        || IsBound(nameof(ServiceOwnerCredential))
        || IsBound(nameof(ServiceOwnerSecretName));

    public bool IsBound(string parameter) => BoundParameters.Contains(parameter);
}
