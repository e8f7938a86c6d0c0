using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

public sealed class ResultTextTests
{
    [Theory]
    [InlineData("[A027201] /client/get/{clientId}, No client has this ID.")]
    [InlineData("[A027201] /client/get/4711, No client has this ID.")]
    [InlineData("[A027201] /client/get, No client has this ID.")]
    [InlineData("[A027201] No client has this ID.")]
    [InlineData("[A027201] No client has this ID")]
    [InlineData("/client/get/{clientId}, No client has this ID.")]
    [InlineData("  No client has this ID.  ")]
    public void The_code_appears_once_and_the_leading_path_is_not_repeated(string message)
    {
        Assert.Equal("A027201: No client has this ID.", ResultText.Of("A027201", message, "/client/get/{clientId}"));
    }

    [Theory]
    [InlineData("[A027201] /service/get, this is another path.", "A027201: /service/get, this is another path.")]
    [InlineData("[A004001] Another code.", "A027201: [A004001] Another code.")]
    [InlineData("Here, a comma.", "A027201: Here, a comma.")]
    [InlineData("What now?", "A027201: What now?")]
    [InlineData("", "A027201.")]
    [InlineData("[A027201]", "A027201.")]
    [InlineData(null, "A027201.")]
    public void The_rest_of_the_servers_message_is_kept(string? message, string expected)
    {
        Assert.Equal(expected, ResultText.Of("A027201", message, "/client/get/{clientId}"));
    }

    [Theory]
    [InlineData("Busy", "Busy.")]
    [InlineData(null, "no result code.")]
    public void A_message_without_a_code_is_a_sentence_too(string? message, string expected)
    {
        Assert.Equal(expected, ResultText.Of(null, message, "/info"));
    }
}
