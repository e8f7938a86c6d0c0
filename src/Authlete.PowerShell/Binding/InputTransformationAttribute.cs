using System;
using System.Management.Automation;
using Authlete.ApiClient.Encodings;

namespace Authlete.PowerShell.Binding;

/// <summary>Turns what people type into what a request field holds; what it can't turn is a binding error that says what was expected.</summary>
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

            // What a SecureString holds is seen here only.
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
