using System;

namespace Authlete.Sandbox.Api;

/// <summary>The API call itself failed: an HTTP error with a result code.</summary>
internal sealed class ApiException(int status, string code, string text) : Exception(text)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public Reply ToAnswer() => new(null, Code, Message, Status);
}
