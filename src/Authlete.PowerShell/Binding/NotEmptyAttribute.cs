using System.Management.Automation;

namespace Authlete.PowerShell.Binding;

/// <summary>Rejects an empty value of a mandatory secret. The engine does so only for strings.</summary>
internal sealed class NotEmptyAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is SecretText secret && secret.Reveal().Length == 0)
        {
            throw new ValidationMetadataException("The value is empty.");
        }
    }
}
