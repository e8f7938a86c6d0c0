using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Transport;

/// <summary>The JSON body of a request, or an empty one. It knows whether it was read.</summary>
/// <remarks>HTTP stacks read the body only when they are connected, so a body that wasn't read means that nothing was sent.</remarks>
internal sealed class RequestBody : ByteArrayContent
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json") { CharSet = "utf-8" };

    private volatile bool _wasRead;

    public RequestBody(byte[] json)
        : base(json)
    {
        if (json.Length > 0)
        {
            Headers.ContentType = s_json;
        }
    }

    public static RequestBody Empty() => new([]);

    public bool WasRead => _wasRead;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext context)
    {
        _wasRead = true;
        return base.SerializeToStreamAsync(stream, context);
    }
}
