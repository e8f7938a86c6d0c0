using System;
using System.Management.Automation;
using Authlete.ApiClient.Encodings;

namespace Authlete.PowerShell.Errors;

/// <summary>Something is wrong with the credential, the connection or the input of a cmdlet. It has the ID and the category of the error.</summary>
public sealed class SetupException : Exception
{
    internal SetupException(string errorId, ErrorCategory category, string message, string? target = null)
        : base(PrintableText.Escape(message))
    {
        ErrorId = errorId;
        Category = category;
        Target = target;
    }

    /// <summary>The ID with which the FullyQualifiedErrorId begins.</summary>
    public string ErrorId { get; }

    internal ErrorCategory Category { get; }

    internal string? Target { get; }

    internal ErrorRecord ToErrorRecord() => new(this, ErrorId, Category, Target);
}
