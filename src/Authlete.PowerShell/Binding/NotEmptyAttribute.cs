using System.Management.Automation;

namespace Authlete.PowerShell.Binding;

/// <summary>Refuses an empty text of a mandatory secret: the engine itself does so for strings only.</summary>
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
