using System.Text;
using System.Text.Json.Nodes;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A list is valid only if it has the requested selection. Otherwise a script that removes its items would remove other ones.</summary>
public sealed class ListSelectionTests
{
    [Theory]
    [InlineData("""{"start":0,"clients":[{"clientId":1}]}""", "start")]
    [InlineData("""{"start":7,"clients":[]}""", null)]
    [InlineData("""{"start":100,"end":103}""", null)]
    [InlineData("""{"developer":"ann"}""", null)]
    [InlineData("""{"developer":"ANN"}""", null)]
    [InlineData("""{"developer":null}""", null)]
    [InlineData("""{"developer":"bob"}""", "developer")]
    [InlineData("""{"clients":[{"clientId":1,"developer":"ann"},{"clientId":2}]}""", null)]
    [InlineData("""{"clients":[{"clientId":1,"developer":"ann"},{"clientId":2,"developer":"bob"}]}""", "clients.developer")]
    public void A_list_with_another_page_or_developer_is_invalid(string members, string? fault)
    {
        var call = new ApiCall(Operations.ClientGetList).WithQuery("developer", "ann").WithQuery("start", "100").WithQuery("end", "200");

        AssertSelection(fault, call, members);
    }

    [Theory]
    [InlineData("4711", """{"accessTokens":[{"accessTokenHash":"h","clientId":4711,"subject":"u1"}]}""", null)]
    [InlineData("04711", """{"accessTokens":[{"accessTokenHash":"h","clientId":4711}]}""", null)]
    [InlineData("shop", """{"accessTokens":[{"accessTokenHash":"h","clientId":4711}]}""", null)]
    [InlineData("12", """{"client":{"clientIdAlias":"12"},"accessTokens":[{"accessTokenHash":"h","clientId":4711}]}""", null)]
    [InlineData("4712", """{"accessTokens":[{"accessTokenHash":"h","clientId":4711}]}""", "accessTokens.clientId")]
    [InlineData("4711", """{"accessTokens":[{"accessTokenHash":"h","subject":"u2"}]}""", "accessTokens.subject")]
    [InlineData("4711", """{"subject":"u2","accessTokens":[]}""", "subject")]
    public void A_list_with_the_tokens_of_another_user_is_invalid(string client, string members, string? fault)
    {
        AssertSelection(
            fault,
            new ApiCall(Operations.AuthTokenGetList).WithQuery("clientIdentifier", client).WithQuery("subject", "u1"),
            members
        );
    }

    private static void AssertSelection(string? fault, ApiCall call, string members)
    {
        var answer = MinimalResponse.To(call);
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            answer[name] = value?.DeepClone();
        }

        var view = call.Operation.CreateResponse();
        view.Attach(JsonReader.Read(Encoding.UTF8.GetBytes(answer.ToJsonString())));

        Assert.Equal(fault is null ? null : fault + " isn't the one requested", AnswerCheck.FindFault(call, view));
    }
}
