using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Results;

namespace Authlete.ApiClient.Models;

/// <summary>An answer that carries a result code.</summary>
public abstract class ApiResponse : JsonView
{
    private string? _displayMessage;

    /// <summary>The server's name for the kind of answer, such as <c>tokenResponse</c>. Sent by 2.x servers, though the API's description does not list it.</summary>
    public string? Type => GetString("type");

    /// <summary>The code of the result, such as <c>A004001</c>; <c>Get-AuthleteResultCode</c> explains it.</summary>
    public string? ResultCode => GetString("resultCode");

    /// <summary>The server's text for the result. It changes between server versions: compare <see cref="ResultCode"/>.</summary>
    public string? ResultMessage => GetString("resultMessage");

    /// <summary>
    /// <see cref="ResultMessage"/> as views and messages show it: without the values that were sent, which a server may quote, with control
    /// characters escaped, and cut if it is long.
    /// </summary>
    public string? DisplayMessage =>
        _displayMessage ??=
            ToShown is { } toShown ? toShown(ResultMessage)
            : ResultMessage is { } message ? PrintableText.Escape(message, PrintableText.MaxMessageLength)
            : null;

    /// <summary>Who has to act: Success, Authlete, Service, Client, Log, FrontEnd, User or Sns; from the third digit from the right of the result code.</summary>
    public string? ResultOrigin => ResultOrigins.Of(ResultCode);
}
