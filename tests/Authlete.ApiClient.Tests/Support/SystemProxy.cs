using System;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>
/// The tests run as on a machine whose environment names a proxy (HTTP_PROXY, ALL_PROXY). Nothing listens there:
/// a call to loopback that went through it would fail.
/// </summary>
internal static class SystemProxy
{
    public static Uri Address { get; } = new("http://proxy.invalid:3128/");

#pragma warning disable CA2255 // This is a program: nothing else is loaded with it.
    [ModuleInitializer]
    public static void Apply() => HttpClient.DefaultProxy = new WebProxy(Address);
#pragma warning restore CA2255
}
