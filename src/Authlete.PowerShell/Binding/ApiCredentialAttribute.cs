using System;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Authlete.PowerShell.Binding;

/// <summary>
/// A PSCredential, or an API key as text or number, for which it prompts for the secret. Unlike with the engine's CredentialAttribute, null
/// doesn't prompt: in an unattended script, an unset variable would wait forever.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ApiCredentialAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        PlainValues.Unwrap(inputData) switch
        {
            string { Length: > 0 } key => Ask(engineIntrinsics?.Host?.UI, key),
            (int or long or uint or ulong) and var number => Ask(
                engineIntrinsics?.Host?.UI,
                Convert.ToString(number, CultureInfo.InvariantCulture)
            ),
            var other => other,
        };

    /// <summary>Prompts for the secret. If the host can't prompt, returns a credential without a secret, which the cmdlet reports.</summary>
    private static PSCredential Ask(PSHostUserInterface? host, string key)
    {
        PSCredential? answer = null;
        try
        {
            answer = host?.PromptForCredential("Authlete", "The API secret of " + key, key, "");
        }
        catch (Exception e) when (e is HostException or InvalidOperationException or NotSupportedException or NotImplementedException)
        {
            // The session is not interactive.
        }

        return answer ?? new PSCredential(key, new SecureString());
    }
}
