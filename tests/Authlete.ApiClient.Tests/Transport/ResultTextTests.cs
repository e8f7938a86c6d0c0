using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A result in a message: the code once, and the path not again.</summary>
public sealed class ResultTextTests
{
    [Theory]
    [InlineData("A004001", "[A004001] Fine.", "A004001: Fine.")]
    [InlineData("A004001", "Fine", "A004001: Fine.")]
    [InlineData("A004001", "[A004001] /client/get/list, no key?", "A004001: no key?")]
    [InlineData("A004001", "", "A004001.")]
    [InlineData("A004001", null, "A004001.")]
    [InlineData(null, "Fine", "Fine.")]
    [InlineData(null, null, "no result code.")]
    public void The_code_stands_there_once_and_the_path_is_left_out(string? code, string? message, string expected) =>
        Assert.Equal(expected, ResultText.Of(code, message, "/client/get/list"));
}
