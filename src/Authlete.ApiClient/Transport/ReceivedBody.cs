using System;
using System.Buffers;
using System.Threading;

namespace Authlete.ApiClient.Transport;

/// <summary>The body of a response in a pooled buffer. Otherwise each page of a list would be a large object, which only a full garbage collection frees.</summary>
internal sealed class ReceivedBody : IDisposable
{
    private byte[]? _buffer;
    private int _capacity;
    private int _length;

    public ReceivedBody(int capacity)
    {
        _capacity = capacity;
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    }

    public ArraySegment<byte> Bytes => new(Buffer, 0, _length);

    public int Length => _length;

    /// <summary>The unused part of the buffer.</summary>
    public ArraySegment<byte> Free => new(Buffer, _length, _capacity - _length);

    private byte[] Buffer => _buffer ?? throw new ObjectDisposedException(nameof(ReceivedBody));

    /// <summary>Records bytes that were written to <see cref="Free"/>.</summary>
    public void Advance(int count) => _length += count;

    public void Grow(int capacity)
    {
        var larger = ArrayPool<byte>.Shared.Rent(capacity);
        var smaller = Buffer;
        Array.Copy(smaller, larger, _length);
        _buffer = larger;
        _capacity = capacity;
        Return(smaller, _length);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            Return(buffer, _length);
        }
    }

    /// <summary>Clears and returns a buffer, so that its next user finds no secret in it.</summary>
    private static void Return(byte[] buffer, int length)
    {
        Array.Clear(buffer, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
