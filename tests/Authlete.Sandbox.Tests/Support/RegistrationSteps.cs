using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Authlete.Sandbox.Tests.Support;

/// <summary>The steps of a dynamic registration.</summary>
internal static class RegistrationSteps
{
    public static (string? Code, string? Action) Result(ApiReply reply) => (reply.Code, reply.Action);

    public static Task<ApiReply> RegisterAsync(SandboxApi api, string json) =>
        api.PostAsync("/client/registration", new JsonObject { ["json"] = json });

    public static Task<ApiReply> ManageAsync(
        SandboxApi api,
        string operation,
        ApiReply created,
        params (string Name, string Value)[] members
    )
    {
        var body = new JsonObject
        {
            ["clientId"] = (string?)created.Content["client_id"],
            ["token"] = (string?)created.Content["registration_access_token"],
        };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }

        return api.PostAsync("/client/registration/" + operation, body);
    }
}
