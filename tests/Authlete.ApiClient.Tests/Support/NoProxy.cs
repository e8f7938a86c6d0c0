using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>The tests talk to loopback only; a proxy that the machine has would come between.</summary>
internal static class NoProxy
{
#pragma warning disable CA2255 // This is a program: nothing else is loaded with it.
    [ModuleInitializer]
    public static void Apply() => HttpClient.DefaultProxy = new WebProxy();
#pragma warning restore CA2255
}
