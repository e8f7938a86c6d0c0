using System;
using System.Management.Automation;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>Servers that aren't Authlete, or don't work properly.</summary>
public sealed class BadServerTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Path = "/auth/introspection";

    public static TheoryData<string, string> Cmdlets => ApiCmdlets.WithPath;

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void HTML_instead_of_JSON_says_that_the_base_URI_is_wrong(string cmdlet, string path)
    {
        Sandbox.Faults.Enqueue(Fault.Html(200), path);

        var error = Session.RunError(cmdlet);

        Assert.Equal("NotJson", error.Id());
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
        CheckBaseUriIsNamed(error);
        Assert.Equal("text/html", error.OfException("ContentType"));
        Assert.Equal(200, error.OfException("StatusCode"));
        Assert.True((long)error.OfException("BodyLength")! > 0);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_redirect_is_not_followed_and_says_that_the_base_URI_is_wrong(string cmdlet, string path)
    {
        Sandbox.Faults.Enqueue(Fault.Redirect(Sandbox.BaseUri + "/elsewhere"), path);

        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Session.RunError(cmdlet);
            Assert.Equal("UnexpectedRedirect", error.Id());
            Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
            Assert.Equal(302, error.OfException("StatusCode"));
            CheckBaseUriIsNamed(error);
        });

        Assert.Single(calls);
    }

    [Fact]
    public void Connect_and_Test_report_the_same_error()
    {
        Sandbox.Faults.Enqueue(Fault.Html(200), "/service/configuration", 2);

        CheckBaseUriIsNamed(Unconnected.RunError("Connect-Authlete $credential -BaseUri $baseUri"));
        CheckBaseUriIsNamed(Unconnected.RunError("Test-AuthleteCredential -Credential $credential -BaseUri $baseUri"));
        Assert.Empty(Unconnected.Run("Get-AuthleteConnection"));
    }

    [Fact]
    public void HTML_with_404_says_that_the_base_URI_is_wrong()
    {
        var error = ErrorWith(Fault.Html(404));

        Assert.Equal("HttpStatus404", error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        CheckBaseUriIsNamed(error);
    }

    [Fact]
    public void A_base_URI_without_the_API_path_is_reported()
    {
        var error = Unconnected.RunError("Get-AuthleteClient -Credential $credential -BaseUri ([uri]::new($baseUri, '/'))");

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        CheckBaseUriIsNamed(error);
    }

    [Theory]
    [InlineData(400, ErrorCategory.InvalidArgument)]
    [InlineData(403, ErrorCategory.PermissionDenied)]
    [InlineData(429, ErrorCategory.LimitsExceeded)]
    [InlineData(500, ErrorCategory.ResourceUnavailable)]
    [InlineData(502, ErrorCategory.ResourceUnavailable)]
    [InlineData(503, ErrorCategory.ResourceUnavailable)]
    [InlineData(504, ErrorCategory.OperationTimeout)]
    public void A_status_without_a_result_code_is_its_own_error(int status, ErrorCategory category)
    {
        var error = ErrorWith(Fault.Html(status));

        Assert.Equal("HttpStatus" + status, error.Id());
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(status, error.OfException("StatusCode"));
        Assert.Null(error.OfException("ResultCode"));
        Assert.DoesNotContain("<html>", error.Message() + error.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_with_a_result_code_has_it_as_its_id()
    {
        var error = ErrorWith(Fault.Status(500, """{"resultCode":"A001101","resultMessage":"[A001101] The server failed."}"""));

        Assert.Equal("A001101", error.Id());
        Assert.Equal(ErrorCategory.ResourceUnavailable, error.CategoryInfo.Category);
        Assert.Equal("Authlete", error.OfException("ResultOrigin"));
        Assert.Contains("HTTP 500, A001101: The server failed.", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_breaks_off_is_a_read_error_without_the_part_that_came()
    {
        var error = ErrorWith(Fault.Truncated());

        Assert.Equal("ResponseTruncated", error.Id());
        Assert.Equal(ErrorCategory.ReadError, error.CategoryInfo.Category);
        Assert.DoesNotContain("A004001", error.Message() + error.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_is_reset_is_a_connection_error()
    {
        var error = ErrorWith(Fault.Reset());

        Assert.Equal("ConnectionFailure", error.Id());
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public void A_missing_body_is_reported(int status)
    {
        var error = ErrorWith(Fault.Status(status));

        Assert.Equal("NoContent", error.Id());
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{\"action\":")]
    [InlineData("{\"action\":\"OK\"}{")]
    public void JSON_of_another_shape_is_no_answer(string body)
    {
        Assert.Equal("NotJson", ErrorWith(Fault.Status(200, body)).Id());
    }

    [Fact]
    public void An_answer_that_takes_too_long_is_a_timeout()
    {
        Unconnected.Run("Connect-Authlete $credential -BaseUri $baseUri -TimeoutSec 1 -MaximumRetryCount 0 -SkipTest");
        Sandbox.Faults.Enqueue(Fault.Hang(), Path);

        var error = Unconnected.RunError("Invoke-AuthleteIntrospection a");

        Assert.Equal("Timeout", error.Id());
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("-TimeoutSec", error.Message(), StringComparison.Ordinal);
        Assert.Contains("1 s", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_falls_silent_is_a_timeout_too()
    {
        Unconnected.Run("Connect-Authlete $credential -BaseUri $baseUri -TimeoutSec 1 -MaximumRetryCount 0 -SkipTest");
        Sandbox.Faults.Enqueue(Fault.HangInBody(), Path);

        Assert.Equal("Timeout", Unconnected.RunError("Invoke-AuthleteIntrospection a").Id());
    }

    [Fact]
    public void The_target_is_the_operation_where_there_is_no_identifier()
    {
        var error = ErrorWith(Fault.Status(500));

        Assert.Equal("auth_introspection_api", error.TargetObject);
        Assert.Equal("POST", error.OfException("Method"));
        Assert.Equal("/auth/introspection", error.OfException("Uri"));
    }

    private static void CheckBaseUriIsNamed(ErrorRecord error) =>
        Assert.Contains("Check the base URI http://127.0.0.1:", error.Message(), StringComparison.Ordinal);

    private ErrorRecord ErrorWith(Fault fault)
    {
        Sandbox.Faults.Enqueue(fault, Path);
        return Session.RunError("Invoke-AuthleteIntrospection a");
    }
}
