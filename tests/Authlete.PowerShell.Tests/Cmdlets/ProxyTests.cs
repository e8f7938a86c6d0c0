using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The proxy that cmdlets use if the environment specifies one.</summary>
[Collection(ProcessState.Name)]
public sealed class ProxyTests : EngineTests
{
    private const string Elsewhere = "-BaseUri $elsewhere";

    private readonly RecordingProxy _proxy = new();

    // Unique for each test, because the module caches connections.
    private readonly string _host = Guid.NewGuid().ToString("N") + ".example.com";
    private readonly IWebProxy _before = HttpClient.DefaultProxy;

    public ProxyTests(SandboxFixture fixture)
        : base(fixture)
    {
        HttpClient.DefaultProxy = new WebProxy(_proxy.Uri);
        Unconnected.Set("elsewhere", "https://" + _host + "/api");
        Unconnected.Set("proxy", _proxy.Uri);
        Unconnected.Set("proxyCredential", EngineSession.Credential("max", "canary-4711"));
    }

    public override void Dispose()
    {
        base.Dispose();
        HttpClient.DefaultProxy = _before;
        _proxy.Dispose();
    }

    [Theory]
    [InlineData("Connect-Authlete $credential -BaseUri $baseUri -Verbose; Get-AuthleteClient -First 1 -Verbose")]
    [InlineData("Get-AuthleteClient -First 1 -Credential $credential -BaseUri $baseUri -Verbose")]
    [InlineData("Connect-Authlete $credential -BaseUri $baseUri -NoProxy -Verbose")]
    public void This_machine_is_called_without_it(string script)
    {
        var result = Unconnected.TryRun(script);

        Assert.Empty(result.Errors);
        Assert.Empty(_proxy.Requests);
        Assert.Contains(result.Verbose, line => line.Contains("without a proxy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Connect-Authlete $credential " + Elsewhere)]
    [InlineData("Connect-Authlete $credential " + Elsewhere + " -Proxy $proxy -ProxyCredential $proxyCredential")]
    [InlineData("Get-AuthleteClient -Credential $credential " + Elsewhere)]
    [InlineData("Test-AuthleteCredential -Credential $credential " + Elsewhere)]
    public void Another_machine_is_called_through_the_proxy_and_its_response_is_reported(string script)
    {
        var error = Unconnected.RunError(script);

        Assert.Equal("ConnectionFailure", error.Id());
        Assert.Contains($"the proxy {_proxy.Uri} answered 502", error.Message(), StringComparison.Ordinal);
        Assert.All(_proxy.Requests, request => Assert.StartsWith($"CONNECT {_host}:443 ", request, StringComparison.Ordinal));
        Assert.DoesNotContain(_proxy.Requests, request => request.Contains("\nAuthorization:", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(_proxy.Requests);
    }

    [Theory]
    [InlineData("Connect-Authlete $credential -BaseUri $elsewhere -Proxy $other", "ConnectionFailure")]
    [InlineData("Connect-Authlete $credential -BaseUri $plain -AllowUnencryptedAuthentication -Proxy $other", "HttpStatus407")]
    public void The_error_of_a_proxy_that_requires_a_credential_says_how_to_specify_one(string script, string id)
    {
        using var other = new RecordingProxy("407 Proxy Authentication Required");
        Unconnected.Set("other", other.Uri);
        Unconnected.Set("plain", "http://" + _host + "/api");

        var error = Unconnected.RunError(script);

        Assert.Equal(id, error.Id());
        Assert.Contains("407", error.Message(), StringComparison.Ordinal);
        Assert.Contains("-ProxyCredential", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("-Proxy $proxy -ProxyCredential $proxyCredential", true)]
    [InlineData("-NoProxy", false)]
    public void Verbose_names_it_without_its_password(string parameters, bool used)
    {
        var result = Unconnected.TryRun(
            $"Connect-Authlete $credential {Elsewhere} -SkipTest -Verbose {parameters}; Get-AuthleteClient -Verbose"
        );

        var lines = result.Verbose.Where(line => line.Contains(_host, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(
            lines,
            line => Assert.Contains(used ? "through the proxy " + _proxy.Uri : "without a proxy", line, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(result.Verbose, line => line.Contains("canary", StringComparison.Ordinal));
        Assert.Equal(used, _proxy.Requests.Count > 0);
    }

    [Theory]
    [InlineData("-NoProxy", true)]
    [InlineData("-NoProxy:$false", false)]
    [InlineData("-Proxy http://proxy.example.com:3128", false)]
    public void The_connection_shows_it(string parameters, bool noProxy)
    {
        var connection = Unconnected.RunSingle($"Connect-Authlete $credential {Elsewhere} -SkipTest -PassThru {parameters}");

        Assert.Equal(noProxy, connection.Value("NoProxy"));
        Assert.Equal(
            parameters.StartsWith("-Proxy", StringComparison.Ordinal) ? "http://proxy.example.com:3128/" : null,
            connection.Value("Proxy")?.ToString()
        );
    }

    [Theory]
    [InlineData("-BaseUri $baseUri -Proxy $proxy", "ProxyForLoopback")]
    [InlineData("-BaseUri https://localhost:1/api -Proxy $proxy", "ProxyForLoopback")]
    [InlineData(Elsewhere + " -NoProxy -Proxy $proxy", "CredentialConflict")]
    [InlineData(Elsewhere + " -NoProxy -ProxyCredential $proxyCredential", "CredentialConflict")]
    [InlineData("-BaseUri http://authlete.example.com/api", "UnencryptedAuthentication")]
    [InlineData("-BaseUri http://authlete.example.com/api -Proxy $proxy", "UnencryptedAuthentication")]
    [InlineData("-BaseUri http://web.localhost/api", "UnencryptedAuthentication")]
    public void Proxy_parameters_that_are_contradicting_or_expose_the_credential_are_rejected(string parameters, string id)
    {
        Assert.Equal(id, Unconnected.RunError("Connect-Authlete $credential " + parameters).Id());

        Assert.Empty(_proxy.Requests);
    }
}
