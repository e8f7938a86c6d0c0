using Authlete.Sandbox.Api;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Hosting;

/// <summary>Finds the service or the owner that a call comes from.</summary>
internal sealed class Authenticator(Installation installation)
{
    /// <summary>The service of a call with a service's credentials; null for the owner's credentials.</summary>
    public ServiceRecord? Authenticate(ApiOperation operation, string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            throw Refused(operation, 401, "A001202", "the request has no Authorization header.");
        }

        var credential =
            BasicCredential.Parse(header)
            ?? throw Refused(operation, 400, "A001203", "the Authorization header is not a well-formed Basic one.");

        if (operation.OwnerOnly || (operation.OwnerAllowed && credential.UserName == installation.OwnerApiKey))
        {
            AuthenticateOwner(operation, credential);
            return null;
        }

        return AuthenticateService(operation, credential);
    }

    private void AuthenticateOwner(ApiOperation operation, BasicCredential credential)
    {
        if (credential.UserName != installation.OwnerApiKey)
        {
            throw Refused(operation, 401, "A002201", "no service owner has this API key.");
        }

        if (!Secrets.AreEqual(installation.OwnerApiSecret, credential.Password))
        {
            throw Refused(operation, 401, "A002205", "the API secret is not the service owner's.");
        }
    }

    private ServiceRecord AuthenticateService(ApiOperation operation, BasicCredential credential)
    {
        var service =
            installation.FindService(credential.UserName) ?? throw Refused(operation, 401, "A003201", "no service has this API key.");
        if (service.Deleted)
        {
            throw Refused(operation, 403, "A003202", "the service was deleted.");
        }

        if (!Secrets.AreEqual(service.ApiSecret, credential.Password))
        {
            throw Refused(operation, 401, "A003204", "the API secret is not the service's.");
        }

        return service;
    }

    private static ApiException Refused(ApiOperation operation, int status, string code, string text) =>
        new(status, code, $"{operation.Path}, {text}");
}
