using System;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

public sealed class UnreachableTests
{
    private const string Secret = "canary-4711";

    [Theory]
    [InlineData("Get-AuthleteClient -Credential $credential -BaseUri $where")]
    [InlineData("Connect-Authlete $credential -BaseUri $where")]
    [InlineData("Test-AuthleteCredential -Credential $credential -BaseUri $where")]
    [InlineData("Test-AuthleteCredential -Credential $credential -BaseUri $where -Quiet")]
    public void A_host_that_does_not_resolve_is_an_error_that_names_it(string script)
    {
        var error = ErrorOf(script, "https://no-such-host.invalid/api");

        Assert.Equal("NameResolutionFailure", error.Id());
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("no-such-host.invalid", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-AuthleteClient -Credential $credential -BaseUri $where")]
    [InlineData("Connect-Authlete $credential -BaseUri $where")]
    [InlineData("Test-AuthleteCredential -Credential $credential -BaseUri $where")]
    public void A_host_that_refuses_is_an_error_that_names_it(string script)
    {
        var where = "http://127.0.0.1:" + FreePort() + "/api";

        var error = ErrorOf(script, where);

        Assert.Equal("ConnectionFailure", error.Id());
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains(where, error.Message(), StringComparison.Ordinal);
        Assert.Null(error.OfException("StatusCode"));
    }

    [Fact]
    public void A_host_that_speaks_no_TLS_is_a_security_error()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerInPlain(listener);

        var error = ErrorOf(
            "Get-AuthleteClient -Credential $credential -BaseUri $where",
            "https://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port + "/api"
        );

        Assert.Equal("TlsFailure", error.Id());
        Assert.Equal(ErrorCategory.SecurityError, error.CategoryInfo.Category);
        Assert.NotNull(answering);
    }

    [Fact]
    public void A_proxy_that_refuses_is_a_connection_error()
    {
        using var session = new EngineSession();
        session.Set("credential", EngineSession.Credential("99", Secret));

        var error = session.RunError(
            "Connect-Authlete $credential -BaseUri https://authlete.example.com/api -Proxy http://127.0.0.1:" + FreePort()
        );

        Assert.Equal("ConnectionFailure", error.Id());
        Assert.Contains("-Proxy", error.Message(), StringComparison.Ordinal);
    }

    private static ErrorRecord ErrorOf(string script, string where)
    {
        using var session = new EngineSession();
        session.Set("credential", EngineSession.Credential("99", Secret));
        session.Set("where", where);
        var error = session.RunError(script);
        Assert.DoesNotContain(Secret, error.Message() + error.Exception + error.TargetObject, StringComparison.Ordinal);
        return error;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async System.Threading.Tasks.Task AnswerInPlain(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
    }
}
