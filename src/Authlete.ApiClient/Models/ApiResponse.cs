using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Results;

namespace Authlete.ApiClient.Models;

/// <summary>A response with a result code.</summary>
public abstract class ApiResponse : JsonView
{
    private string? _displayMessage;

    /// <summary>The server's name for the type of response, such as <c>tokenResponse</c>. 2.x servers send it, although the API's description doesn't list it.</summary>
    public string? Type => GetString("type");

    /// <summary>The result code, such as <c>A004001</c>. <c>Get-AuthleteResultCode</c> explains it.</summary>
    public string? ResultCode => GetString("resultCode");

    /// <summary>The server's message. It differs between server versions: in scripts, compare <see cref="ResultCode"/>.</summary>
    public string? ResultMessage => GetString("resultMessage");

    /// <summary>
    /// <see cref="ResultMessage"/> for display: masks the values that were sent, which a server may quote, escapes control characters, and
    /// cuts long messages.
    /// </summary>
    public string? DisplayMessage =>
        _displayMessage ??=
            FormatMessage is { } format ? format(ResultMessage)
            : ResultMessage is { } message ? PrintableText.Escape(message, PrintableText.MaxMessageLength)
            : null;

    /// <summary>Who has to act, from the third digit from the right of the result code: Success, Authlete, Service, Client, Log, FrontEnd, User, or Sns.</summary>
    public string? ResultOrigin => ResultOrigins.Of(ResultCode);
}
