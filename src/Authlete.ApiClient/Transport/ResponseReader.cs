using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;

namespace Authlete.ApiClient.Transport;

/// <summary>Converts an HTTP response to a result or an error.</summary>
internal static class ResponseReader
{
    /// <param name="call">The call.</param>
    /// <param name="credential">The credential of the call.</param>
    /// <param name="response">The response.</param>
    /// <param name="body">Its body.</param>
    /// <param name="elapsed">The duration of the call.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="memory">The memory of the body, which the view returns when it is released; null if the view is to own its memory.</param>
    public static OperationResult Read(
        ApiCall call,
        ApiCredential? credential,
        HttpResponseMessage response,
        ArraySegment<byte> body,
        TimeSpan elapsed,
        CancellationToken cancellationToken,
        IDisposable? memory = null
    )
    {
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300)
        {
            var view = ReadBody(call, response, body, memory, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (view is ApiResponse || (view is not null && call.Operation.IsUntyped))
            {
                view.FormatMessage = message => Redaction.ToDisplayText(message, call, credential);
            }

            return new OperationResult(view, status, elapsed);
        }

        throw ToError(call, credential, response, body);
    }

    public static AuthleteApiException NewTooLargeError(Operation operation, HttpResponseMessage response, long length) =>
        NewError(
            ApiErrorKind.ResponseTooLarge,
            operation,
            response,
            length,
            $"{operation}: the response is larger than any that Authlete returns."
        );

    private static JsonView? ReadBody(
        ApiCall call,
        HttpResponseMessage response,
        ArraySegment<byte> body,
        IDisposable? memory,
        CancellationToken cancellationToken
    )
    {
        if (body.Count == 0)
        {
            return AnswerCheck.AllowsEmpty(call.Operation, (int)response.StatusCode)
                ? null
                : throw NewError(
                    ApiErrorKind.NoContent,
                    call.Operation,
                    response,
                    0,
                    $"{call.Operation}: the response is empty, but Authlete returns JSON."
                );
        }

        if (Parse(call.Operation, response, body, memory, cancellationToken) is not { } view)
        {
            throw NewError(
                ApiErrorKind.NotJson,
                call.Operation,
                response,
                body.Count,
                $"{call.Operation}: the response isn't the JSON that Authlete returns (HTTP {(int)response.StatusCode}, {MediaType(response) ?? "no media type"})."
            );
        }

        return AnswerCheck.FindFault(call, view) is { } fault
            ? throw NewError(
                ApiErrorKind.UnexpectedAnswer,
                call.Operation,
                response,
                body.Count,
                $"{call.Operation}: the response isn't Authlete's (HTTP {(int)response.StatusCode}): {fault}."
            )
            : view;
    }

    /// <summary>Parses the body as the operation's response type; returns null if it is other JSON, or not JSON.</summary>
    private static JsonView? Parse(
        Operation operation,
        HttpResponseMessage response,
        ArraySegment<byte> body,
        IDisposable? memory,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var view = operation.CreateResponse();
            view.Attach(JsonReader.Receive(body, memory, cancellationToken));
            return view.IsObject || operation.IsUntyped ? view : null;
        }
        catch (TooManyValuesException)
        {
            throw NewTooLargeError(operation, response, body.Count);
        }
        catch (FormatException)
        {
            // The caller reports the error, without the text.
            return null;
        }
    }

    private static AuthleteApiException ToError(
        ApiCall call,
        ApiCredential? credential,
        HttpResponseMessage response,
        ArraySegment<byte> body
    )
    {
        var operation = call.Operation;
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
        {
            return NewError(
                ApiErrorKind.UnexpectedRedirect,
                operation,
                response,
                body.Count,
                $"{operation}: the server returned a redirect (HTTP {status}), which Authlete never does."
            );
        }

        var (code, message) = ReadResult(body);
        if (code is null)
        {
            return NewError(
                ApiErrorKind.HttpStatus,
                operation,
                response,
                body.Count,
                $"{operation}: HTTP {status} without an Authlete result code ({MediaType(response) ?? "no media type"})."
            );
        }

        message = Redaction.ToDisplayText(message, call, credential);
        var error = NewError(
            ApiErrorKind.Result,
            operation,
            response,
            body.Count,
            $"{operation}: HTTP {status}, {ResultText.Of(code, message, operation.Path)}"
        );
        error.ResultCode = code;
        error.ResultMessage = message;
        return error;
    }

    private static AuthleteApiException NewError(
        ApiErrorKind kind,
        Operation operation,
        HttpResponseMessage response,
        long length,
        string message
    ) =>
        new(kind, operation, message)
        {
            StatusCode = (int)response.StatusCode,
            ContentType = MediaType(response),
            BodyLength = length,
            Reach = RequestReach.Answered,
            RetryAfter = response.Headers.TryGetValues("Retry-After", out var values) ? string.Join(", ", values) : null,
            LooksLikeVersion3 = response.Headers.WwwAuthenticate.Any(challenge =>
                string.Equals(challenge.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            ),
        };

    private static (string? Code, string? Message) ReadResult(ArraySegment<byte> body)
    {
        try
        {
            var root = JsonReader.Read(body);
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("resultCode", out var code)
                || JsonValues.ToText(code) is not { Length: > 1 and < 20 } text
                || !text.All(char.IsLetterOrDigit)
            )
            {
                return default;
            }

            return (text, root.TryGetProperty("resultMessage", out var message) ? JsonValues.ToText(message) : null);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            // InvalidOperationException: a name contains half a surrogate pair.
            return default;
        }
    }

    private static string? MediaType(HttpResponseMessage response) =>
        response.Content?.Headers.ContentType?.MediaType?.ToLower(CultureInfo.InvariantCulture);
}
