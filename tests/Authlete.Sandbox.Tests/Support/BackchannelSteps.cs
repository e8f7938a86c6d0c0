using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Authlete.Sandbox.Tests.Support;

/// <summary>The steps of a backchannel authentication.</summary>
internal static class BackchannelSteps
{
    public const string Start = "/backchannel/authentication";
    public const string Grant = "urn:openid:params:grant-type:ciba";
    public const string Endpoint = "https://client.example.com/notification";

    public static (string? Code, string? Action) Outcome(ApiReply reply) => (reply.Code, reply.Action);

    public static Task UseModeAsync(SandboxApi api, string mode) =>
        api.ChangeClientAsync(api.Client.ClientId, ("bcDeliveryMode", mode), ("bcNotificationEndpoint", Endpoint));

    public static Task<ApiReply> StartAsync(SandboxApi api, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] standard = [("scope", "openid"), ("login_hint", "john")];
        return api.AsClientAsync(Start, [.. standard.Where(pair => !more.Any(other => other.Name == pair.Name)), .. more]);
    }

    public static Task<ApiReply> IssueAsync(SandboxApi api, ApiReply request) =>
        api.PostAsync(Start + "/issue", new JsonObject { ["ticket"] = request["ticket"] });

    public static Task<ApiReply> FailAsync(SandboxApi api, ApiReply request, string? reason) =>
        api.PostAsync(Start + "/fail", new JsonObject { ["ticket"] = request["ticket"], ["reason"] = reason });

    public static Task<ApiReply> PollAsync(SandboxApi api, ApiReply issued) =>
        api.AsClientAsync("/auth/token", ("grant_type", Grant), ("auth_req_id", issued["authReqId"]!));

    public static Task<ApiReply> CompleteAsync(
        SandboxApi api,
        ApiReply request,
        string? result,
        params (string Name, JsonNode? Value)[] members
    )
    {
        var body = new JsonObject { ["ticket"] = request["ticket"], ["result"] = result };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }

        return api.PostAsync(Start + "/complete", body);
    }
}
