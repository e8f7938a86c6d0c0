using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;

namespace Authlete.ApiClient.Transport;

/// <summary>Reads the body of a response and decompresses it, up to a limit.</summary>
internal static class BodyReader
{
    // The largest real response, a page of services, has about 1 MB for 100 services.
    private const int MaxLength = 32 * 1024 * 1024;

    // JSON of similar objects compresses to no less than 1/200. A decompression bomb reaches 1/1,000.
    private const int MaxExpansion = 200;
    private const int MinLengthToCompare = 1024 * 1024;

    private const int BufferLength = 4096;

    public static async Task<ReceivedBody> ReadAsync(HttpResponseMessage response, Operation operation, CancellationToken cancellationToken)
    {
        if (response.Content is null)
        {
            return new ReceivedBody(0);
        }

        var announced = response.Content.Headers.ContentLength;
        if (announced > MaxLength)
        {
            throw ResponseReader.NewTooLargeError(operation, response, announced.Value);
        }

        var received = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using var counting = IsCompressed(response) ? new CountingStream(received) : null;
        using var stream = counting is null ? received : new GZipStream(counting, CompressionMode.Decompress);

        // If reading fails, a pending read may still write to the buffer, so it isn't reused.
        var body = new ReceivedBody(counting is null && announced is { } length ? (int)length + 1 : BufferLength);
        while (counting is not null || body.Length != announced)
        {
            if (body.Free.Count == 0)
            {
                if (
                    body.Length > MaxLength
                    || (counting is not null && body.Length >= MinLengthToCompare && body.Length / MaxExpansion > counting.Count)
                )
                {
                    throw ResponseReader.NewTooLargeError(operation, response, body.Length);
                }

                body.Grow(Math.Min(MaxLength + 1, body.Length * 2));
            }

            var free = body.Free;
            var read = await stream.ReadAsync(free.Array, free.Offset, free.Count, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            body.Advance(read);
        }

        return body;
    }

    private static bool IsCompressed(HttpResponseMessage response) =>
        response.Content.Headers.ContentEncoding.LastOrDefault() is { } encoding
        && (encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || encoding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase));

    /// <summary>Counts the bytes that are received.</summary>
    private sealed class CountingStream(Stream stream) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Add(stream.Read(buffer, offset, count));

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Add(await stream.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                stream.Dispose();
            }

            base.Dispose(disposing);
        }

        private int Add(int read)
        {
            Count += read;
            return read;
        }
    }
}
