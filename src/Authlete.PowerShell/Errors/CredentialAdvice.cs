using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Errors;

/// <summary>Remedies for a credential that the server refused. Each result code has a different cause.</summary>
internal static class CredentialAdvice
{
    /// <summary>The advice; null if the failure is not about the credential.</summary>
    public static string? Find(AuthleteApiException failure, CallOrigin origin)
    {
        if (failure.StatusCode != 401 && !IsAboutCredential(failure.ResultCode))
        {
            return failure.StatusCode == 407
                ? "The proxy requires a credential: use Connect-Authlete -ProxyCredential, or -NoProxy to call without it."
                : null;
        }

        var kind = origin.Kind.ToDisplayName();
        var (key, source, host) = (origin.ApiKey, origin.CredentialSource, origin.BaseUri.Host);
        if (origin.ActualKind is { } actual && actual != origin.Kind)
        {
            return $"The API key and secret from {source} are those of a {actual.ToDisplayName()}: {SpecifyAs(actual)}";
        }

        if (RequiredKind(failure.ResultCode) is { } required && required != origin.Kind)
        {
            // Invoke-AuthleteApi learns only from the response which kind of credential a path needs.
            return $"This call needs the API key and secret of a {required.ToDisplayName()}, but those from {source} are those of a {kind}: "
                + (required == CredentialKind.ServiceOwner ? "specify -ServiceOwner." : "remove -ServiceOwner.");
        }

        return failure.ResultCode switch
        {
            "A003204" or "A002205" =>
                $"The API key {key} exists, but the secret from {source} is wrong. Copy the API secret of this {kind} again. If it was changed recently, the old one is no longer valid.",
            "A003201" =>
                $"No service of {host} has the API key {key}, from {source}. Check the key and the base URI. If it is the key of a service owner: {SpecifyAs(CredentialKind.ServiceOwner)}",
            "A002201" =>
                $"No service owner of {host} has the API key {key}, from {source}. Check the key and the base URI. If it is the key of a service: {SpecifyAs(CredentialKind.Service)}",
            "A003202" =>
                $"The service {key} was deleted, so the API key and secret from {source} are no longer valid. Use those of another service.",
            "A003203" =>
                $"The service {key} is locked. The API key and secret from {source} are correct. Ask the service owner or the operator of {host} to unlock the service.",
            "A003205" => $"The owner of the service {key}, from {source}, was deleted. Use a service of another owner.",
            "A003206" => $"The owner of the service {key}, from {source}, is locked. Ask the operator of {host} to unlock the owner.",
            "A002202" => $"The service owner {key}, from {source}, was deleted. Use the API key and secret of another owner.",
            "A002203" => $"The service owner {key}, from {source}, is locked. Ask the operator of {host} to unlock it.",
            "A002204" => $"The service owner {key}, from {source}, hasn't been verified. Finish the registration at {host}.",
            "A001202" =>
                $"The API key and secret from {source} were sent, but didn't arrive at {host}. Check whether a proxy or a gateway removes the Authorization header.",
            _ => $"This call needs the API key and secret of a {kind}. Check that those from {source} belong to a {kind} of {host}"
                + (
                    origin.Kind == CredentialKind.ServiceOwner
                        ? ", not to a service. Specify the owner's credential as -Credential, or connect with Connect-Authlete -ServiceOwnerCredential."
                        : ", not to a service owner. Specify a service's credential as -Credential, or connect with Connect-Authlete -Credential."
                ),
        };
    }

    /// <summary>A credential that is missing, malformed, unknown or wrong: A0012xx, A0022xx, A0032xx.</summary>
    public static bool IsAboutCredential(string? resultCode) =>
        resultCode is "A001202" or "A001203" || RequiredKind(resultCode) is not null;

    /// <summary>The other kind, if the refusal says that no credential of the first kind has this key.</summary>
    public static CredentialKind? FindOtherKind(string? resultCode) =>
        resultCode switch
        {
            "A003201" => CredentialKind.ServiceOwner,
            "A002201" => CredentialKind.Service,
            _ => null,
        };

    /// <summary>The kind as which the server looked up a refused credential.</summary>
    private static CredentialKind? RequiredKind(string? resultCode) =>
        resultCode is null ? null
        : resultCode.StartsWith("A0022", StringComparison.Ordinal) ? CredentialKind.ServiceOwner
        : resultCode.StartsWith("A0032", StringComparison.Ordinal) ? CredentialKind.Service
        : null;

    private static string SpecifyAs(CredentialKind kind) =>
        kind == CredentialKind.ServiceOwner
            ? "connect with Connect-Authlete -ServiceOwnerCredential or -ServiceOwnerSecretName."
            : "connect with Connect-Authlete -Credential or -SecretName.";
}
