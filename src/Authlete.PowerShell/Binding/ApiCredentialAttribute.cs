using System;
using System.Management.Automation;

namespace Authlete.PowerShell.Binding;

/// <summary>
/// A PSCredential, or an API key to ask the secret for. Unlike the engine's CredentialAttribute, null does not prompt:
/// in a script that nobody watches, an unset variable would wait forever.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiCredentialAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        PlainValues.Unwrap(inputData) switch
        {
            string { Length: > 0 } key => engineIntrinsics?.Host?.UI?.PromptForCredential("Authlete", "The API secret of " + key, key, ""),
            var other => other,
        };
}
