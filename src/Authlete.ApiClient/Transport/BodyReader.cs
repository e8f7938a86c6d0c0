using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;

namespace Authlete.ApiClient.Transport;

/// <summary>Reads the body of an answer, up to a limit.</summary>
internal static class BodyReader
{
    // The largest real answer, a page of services, is about a megabyte.
    private const int MaxLength = 64 * 1024 * 1024;

    private const int BufferLength = 4096;

    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, Operation operation, CancellationToken cancellationToken)
    {
        if (response.Content is null)
        {
            return [];
        }

        var announced = response.Content.Headers.ContentLength;
        if (announced > MaxLength)
        {
            throw ResponseReader.NewTooLargeError(operation, response, announced.Value);
        }

        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        var buffer = new byte[announced is { } length && length > 0 ? (int)length : BufferLength];
        var count = 0;
        while (true)
        {
            if (count == buffer.Length)
            {
                // A body as long as announced ends here: ask for one more byte before growing.
                var next = new byte[1];
                if (await stream.ReadAsync(next, 0, 1, cancellationToken).ConfigureAwait(false) == 0)
                {
                    return buffer;
                }

                if (count >= MaxLength)
                {
                    throw ResponseReader.NewTooLargeError(operation, response, count);
                }

                Array.Resize(ref buffer, Math.Max(BufferLength, buffer.Length * 2));
                buffer[count++] = next[0];
            }

            var read = await stream.ReadAsync(buffer, count, buffer.Length - count, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                Array.Resize(ref buffer, count);
                return buffer;
            }

            count += read;
        }
    }
}
