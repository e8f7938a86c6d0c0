using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Transport;

/// <summary>The JSON body of a request, or an empty one, which knows whether it was read.</summary>
/// <remarks>HTTP stacks read the body once they are connected: until then the request was not sent.</remarks>
internal sealed class RequestBody : StreamContent
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json") { CharSet = "utf-8" };

    private readonly Source _source;

    public RequestBody(byte[] json)
        : this(new Source(json)) { }

    private RequestBody(Source source)
        : base(source)
    {
        _source = source;
        if (source.Length > 0)
        {
            Headers.ContentType = s_json;
        }
    }

    public static RequestBody Empty() => new([]);

    public bool WasRead => _source.WasRead;

    /// <summary>A request that is sent on the calling thread asks the content nothing that .NET Standard knows of, so its bytes notice.</summary>
    private sealed class Source(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        private volatile bool _wasRead;

        public bool WasRead => _wasRead;

        public override int Read(byte[] buffer, int offset, int count)
        {
            _wasRead = true;
            return base.Read(buffer, offset, count);
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            _wasRead = true;
            return base.CopyToAsync(destination, bufferSize, cancellationToken);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            _wasRead = true;
            return base.ReadAsync(buffer, offset, count, cancellationToken);
        }
    }
}
