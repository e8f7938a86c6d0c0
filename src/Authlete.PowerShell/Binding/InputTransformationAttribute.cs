using System;
using System.Management.Automation;
using Authlete.ApiClient.Encodings;

namespace Authlete.PowerShell.Binding;

/// <summary>Converts user input to the value of a request field. Input that can't be converted is a binding error that names the expected input.</summary>
internal abstract class InputTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            var input = PlainValues.Unwrap(inputData);
            WellFormedText.Check(input);
            var result = Transform(input);

            // Only here is the content of a SecureString available as text.
            WellFormedText.Check(result);
            return result;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or InvalidCastException)
        {
            throw new ArgumentTransformationMetadataException(PrintableText.Escape(e.Message), e);
        }
    }

    private protected abstract object? Transform(object? value);
}
