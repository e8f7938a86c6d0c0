using System.Management.Automation;
using System.Security;
using Authlete.Sandbox;

namespace Authlete.Shell;

/// <summary>What scripts see of the sandbox, as <c>$AuthleteSandbox</c>.</summary>
internal static class SandboxVariable
{
    public const string Name = "AuthleteSandbox";

    public static PSObject Create(SandboxServer sandbox, PSCredential service, PSCredential owner) =>
        ToObject(
            (nameof(sandbox.BaseUri), sandbox.BaseUri),
            (nameof(sandbox.ServiceApiKey), sandbox.ServiceApiKey),
            ("Credential", service),
            ("ServiceOwnerCredential", owner),
            (nameof(sandbox.ConfidentialClient), ToObject(sandbox.ConfidentialClient)),
            (nameof(sandbox.PublicClient), ToObject(sandbox.PublicClient)));

    public static PSCredential ToCredential(string key, string secret)
    {
        var password = new SecureString();
        foreach (var c in secret)
            password.AppendChar(c);
        password.MakeReadOnly();
        return new PSCredential(key, password);
    }

    private static PSObject ToObject(SandboxClient client) =>
        ToObject(
            (nameof(client.ClientId), client.ClientId),
            (nameof(client.ClientSecret), client.ClientSecret),
            (nameof(client.RedirectUri), client.RedirectUri));

    private static PSObject ToObject(params (string Name, object? Value)[] properties)
    {
        var result = new PSObject();
        foreach (var (name, value) in properties)
            result.Properties.Add(new PSNoteProperty(name, value));
        return result;
    }
}
