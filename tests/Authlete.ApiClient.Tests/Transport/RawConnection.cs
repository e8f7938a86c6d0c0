using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>The server's side of a connection. The client receives exactly the bytes that a test writes.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket;
    private Stream _stream;

    public RawConnection(Socket socket, CancellationToken stopping)
    {
        _socket = socket;

        // Headers and body are two writes. With Nagle's algorithm, the second would wait for the acknowledgement of the first.
        _socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: true);
        Stopping = stopping;
    }

    /// <summary>Canceled at the end of the test.</summary>
    public CancellationToken Stopping { get; }

    public async Task SecureAsync(X509Certificate2 certificate)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, Stopping);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes, Stopping);
        await _stream.FlushAsync(Stopping);
    }

    public Task AnswerAsync(string status, string body, string contentType = "application/json", string headers = "") =>
        AnswerAsync(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    /// <param name="status">The status code and phrase.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="headers">Further header lines, each with its line ending.</param>
    public async Task AnswerAsync(string status, byte[] body, string contentType = "application/json", string headers = "")
    {
        await SendAsync($"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\n{headers}\r\n");
        await SendAsync(body);
    }

    /// <summary>Sends headers, and more of a body than the buffers between hold. When it completes, the client has read the headers.</summary>
    public async Task SendHalfABodyAsync()
    {
        const int half = 12 * 1024 * 1024;
        await SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {2 * half}\r\n\r\n");
        await SendAsync(new byte[half]);
    }

    /// <summary>Waits until the end of the test.</summary>
    public Task StallAsync() => Task.Delay(Timeout.Infinite, Stopping);

    /// <summary>Resets the connection instead of closing it.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _stream.Dispose();

    /// <summary>Waits for the first byte.</summary>
    public async Task WaitForByteAsync() => await _stream.ReadExactlyAsync(new byte[1], Stopping);

    /// <summary>Reads the next request; returns null if the client has closed the connection.</summary>
    public async Task<RawRequest?> ReadRequestAsync()
    {
        if (await ReadLineAsync() is not { Length: > 0 } first)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(line[..colon], line[(colon + 1)..].Trim());
        }

        var body = new byte[
            headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0
        ];
        await _stream.ReadExactlyAsync(body, Stopping);
        var parts = first.Split(' ');
        return new RawRequest(parts[0], parts[1], headers, body);
    }

    private async Task<string?> ReadLineAsync()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one, Stopping) == 1)
        {
            if (one[0] == (byte)'\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }
}
