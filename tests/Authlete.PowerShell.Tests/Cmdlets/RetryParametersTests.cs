using System;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The parameters of Connect-Authlete for retries.</summary>
public sealed class RetryParametersTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Connect = "Connect-Authlete $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -SkipTest ";

    [Theory]
    [InlineData("", 2, 1)]
    [InlineData("-MaximumRetryCount 0", 0, 1)]
    [InlineData("-MaximumRetryCount 100 -RetryIntervalSec 60", 100, 60)]
    [InlineData("-MaximumRetryCount '7' -RetryIntervalSec '3'", 7, 3)]
    public void The_connection_shows_them_and_hands_them_on_to_those_of_its_services(string parameters, int count, int interval)
    {
        Unconnected.Run(Connect + parameters);

        var connections = Unconnected.Run("Get-AuthleteConnection; Get-AuthleteService | Connect-Authlete -SkipTest");

        Assert.True(connections.Count >= 2);
        Assert.All(
            connections,
            connection => Assert.Equal((count, interval), (connection.Value("MaximumRetryCount"), connection.Value("RetryIntervalSec")))
        );
    }

    [Theory]
    [InlineData("-MaximumRetryCount -1", "100")]
    [InlineData("-MaximumRetryCount 101", "100")]
    [InlineData("-MaximumRetryCount 2147483647", "100")]
    [InlineData("-RetryIntervalSec 0", "60")]
    [InlineData("-RetryIntervalSec -1", "60")]
    [InlineData("-RetryIntervalSec 61", "60")]
    public void A_number_out_of_bounds_is_an_error_that_names_them(string parameter, string bound)
    {
        var error = Unconnected.RunError(Connect + parameter);

        Assert.Equal("InvalidArgument", error.Id());
        Assert.Contains(parameter.Split(' ')[0], error.ToString(), StringComparison.Ordinal);
        Assert.Contains(bound, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-MaximumRetryCount many")]
    [InlineData("-MaximumRetryCount $null")]
    [InlineData("-MaximumRetryCount ''")]
    [InlineData("-MaximumRetryCount 1.5")]
    [InlineData("-MaximumRetryCount 99999999999")]
    [InlineData("-RetryIntervalSec soon")]
    [InlineData("-RetryIntervalSec $null")]
    [InlineData("-RetryIntervalSec 0.5")]
    public void A_value_that_is_no_integer_is_rejected_with_the_name_of_the_parameter(string parameter)
    {
        var error = Unconnected.RunError(Connect + parameter);

        Assert.IsAssignableFrom<ParameterBindingException>(error.Exception);
        Assert.Contains(parameter.Split(' ')[0][1..], error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaximumRetryCount", "0 turns off retries")]
    [InlineData("RetryIntervalSec", "Retry-After")]
    public void Help_explains_them(string parameter, string text)
    {
        var help = Unconnected.RunSingle($"(Get-Help Connect-Authlete -Parameter {parameter}).description.Text -join ' '");

        Assert.Contains(text, help.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_about_topic_says_what_is_retried()
    {
        var topic = Unconnected.RunSingle("Get-Help about_Authlete | Out-String").ToString();

        Assert.All(
            ["-MaximumRetryCount", "-RetryIntervalSec", "Retry-After", "OutcomeUnknown", "-ThrottleLimit"],
            word => Assert.Contains(word, topic, StringComparison.Ordinal)
        );
    }
}
