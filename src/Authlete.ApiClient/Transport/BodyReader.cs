using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;

namespace Authlete.ApiClient.Transport;

/// <summary>Reads the body of an answer and decompresses it, up to a limit.</summary>
internal static class BodyReader
{
    // The largest real answer, a page of services, has about a megabyte per hundred of them.
    private const int MaxLength = 32 * 1024 * 1024;

    // The most that JSON of alike objects is compressed to. A bomb reaches 1,000.
    private const int MaxExpansion = 200;
    private const int MinLengthToCompare = 1024 * 1024;

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

        using var received = new CountingStream(await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
        var isCompressed =
            response.Content.Headers.ContentEncoding.LastOrDefault() is { } encoding
            && (
                encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || encoding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)
            );
        using var stream = isCompressed ? new GZipStream(received, CompressionMode.Decompress) : (Stream)received;
        var buffer = new byte[!isCompressed && announced is { } length && length > 0 ? (int)length : BufferLength];
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

                if (count >= MaxLength || (count >= MinLengthToCompare && count / MaxExpansion > received.Count))
                {
                    throw ResponseReader.NewTooLargeError(operation, response, count);
                }

                Array.Resize(ref buffer, Math.Min(MaxLength, Math.Max(BufferLength, buffer.Length * 2)));
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

    /// <summary>Counts the bytes that came over the network.</summary>
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
