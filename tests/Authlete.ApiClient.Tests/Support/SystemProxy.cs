using System;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>
/// Runs the tests with a proxy in the environment (HTTP_PROXY, ALL_PROXY). Nothing listens at its address, so a call to loopback that used
/// the proxy would fail.
/// </summary>
internal static class SystemProxy
{
    public static Uri Address { get; } = new("http://proxy.invalid:3128/");

#pragma warning disable CA2255 // Allowed here, because the test assembly is an application, not a library.
    [ModuleInitializer]
    public static void Apply() => HttpClient.DefaultProxy = new WebProxy(Address);
#pragma warning restore CA2255
}
