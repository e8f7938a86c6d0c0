using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using static Authlete.Sandbox.Tests.Support.BackchannelSteps;

namespace Authlete.Sandbox.Tests;

public sealed class BackchannelTests
{
    [Fact]
    public async Task The_caller_learns_whom_to_ask_for_what()
    {
        await using var api = await SandboxApi.StartAsync();

        var reply = await StartAsync(
            api,
            ("scope", "openid accounts email"),
            ("binding_message", "W4SCT"),
            ("user_code", "1234"),
            ("requested_expiry", "120")
        );

        Assert.Equal((200, "A179001", "USER_IDENTIFICATION"), (reply.Status, reply.Code, reply.Action));
        Assert.Equal(43, reply["ticket"]!.Length);
        Assert.Equal(("LOGIN_HINT", "john", "POLL"), (reply["hintType"], reply["hint"], reply["deliveryMode"]));
        Assert.Equal(
            ("W4SCT", "1234", "120", "false"),
            (reply["bindingMessage"], reply["userCode"], reply["requestedExpiry"], reply["userCodeRequired"])
        );
        Assert.Equal(["accounts", "email", "openid"], reply.Json["scopes"]!.AsArray().Select(scope => (string?)scope!["name"]));
        Assert.Equal(["email", "email_verified"], reply.Json["claimNames"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(("Sandbox web client", "CLIENT_SECRET_BASIC"), (reply["clientName"], reply["clientAuthMethod"]));
    }

    [Fact]
    public async Task In_the_poll_mode_the_client_asks_until_the_tokens_are_there()
    {
        await using var api = await SandboxApi.StartAsync();
        var request = await StartAsync(api, ("scope", "openid accounts"));
        var issued = await IssueAsync(api, request);
        Assert.Equal((200, "A183001", "OK"), (issued.Status, issued.Code, issued.Action));
        Assert.Equal(
            (issued["authReqId"], 5, 600),
            ((string?)issued.Content["auth_req_id"], (int)issued.Content["interval"]!, (int)issued.Content["expires_in"]!)
        );
        var pending = await PollAsync(api, issued);
        Assert.Equal(("A200308", "authorization_pending"), (pending.Code, pending.Error));

        var completed = await CompleteAsync(api, request, "AUTHORIZED", ("subject", "john"));
        Assert.Equal(("A198001", "NO_ACTION", "POLL"), (completed.Code, completed.Action, completed["deliveryMode"]));
        Assert.Equal((issued["authReqId"], null, null), (completed["authReqId"], completed["responseContent"], completed["accessToken"]));

        var token = await PollAsync(api, issued);
        Assert.Equal(("A200002", "OK"), (token.Code, token.Action));
        Assert.Equal(("john", "CIBA"), (token["subject"], token["grantType"]));
        Assert.Equal("accounts openid", (string?)token.Content["scope"]);
        Assert.Equal("john", (string?)Jws.Payload(token["idToken"]!)["sub"]);
        Assert.Equal("OK", (await api.IntrospectAsync(token["accessToken"]!)).Action);
        var granted = await api.GetAsync($"/client/granted_scopes/get/{api.ClientId}?subject=john");
        Assert.Equal(2, granted.Json["latestGrantedScopes"]!.AsArray().Count);

        var again = await PollAsync(api, issued);
        Assert.Equal(("A200304", "invalid_grant"), (again.Code, again.Error));
    }

    [Fact]
    public async Task In_the_ping_mode_the_client_is_notified()
    {
        await using var api = await SandboxApi.StartAsync();
        await UseModeAsync(api, "PING");
        var request = await StartAsync(api, ("client_notification_token", "n-token"));
        var issued = await IssueAsync(api, request);

        var completed = await CompleteAsync(api, request, "AUTHORIZED", ("subject", "john"));

        Assert.Equal(("A198001", "NOTIFICATION"), (completed.Code, completed.Action));
        Assert.Equal((Endpoint, "n-token"), (completed["clientNotificationEndpoint"], completed["clientNotificationToken"]));
        Assert.Equal(issued["authReqId"], (string?)completed.Content["auth_req_id"]);
        Assert.Single(completed.Content);
        Assert.Null(completed["accessToken"]);
        Assert.Equal("OK", (await PollAsync(api, issued)).Action);
    }

    [Fact]
    public async Task In_the_push_mode_the_tokens_are_in_the_notification()
    {
        await using var api = await SandboxApi.StartAsync();
        await UseModeAsync(api, "PUSH");
        var request = await StartAsync(api, ("client_notification_token", "n-token"));
        var issued = await IssueAsync(api, request);
        Assert.False(issued.Content.ContainsKey("interval"));

        var completed = await CompleteAsync(api, request, "AUTHORIZED", ("subject", "john"), ("claims", """{"nickname":"jo"}"""));

        Assert.Equal(("A198003", "NOTIFICATION"), (completed.Code, completed.Action));
        Assert.Equal((Endpoint, "n-token"), (completed["clientNotificationEndpoint"], completed["clientNotificationToken"]));
        var content = completed.Content;
        Assert.Equal(issued["authReqId"], (string?)content["auth_req_id"]);
        Assert.Equal(
            (completed["accessToken"], completed["refreshToken"], completed["idToken"]),
            ((string?)content["access_token"], (string?)content["refresh_token"], (string?)content["id_token"])
        );
        Assert.Equal(
            ("3600", "86400", "3600"),
            (completed["accessTokenDuration"], completed["refreshTokenDuration"], completed["idTokenDuration"])
        );
        var idToken = Jws.Payload(completed["idToken"]!);
        Assert.Equal(issued["authReqId"], (string?)idToken["urn:openid:params:jwt:claim:auth_req_id"]);
        Assert.NotNull(idToken["urn:openid:params:jwt:claim:rt_hash"]);
        Assert.NotNull(idToken["at_hash"]);
        Assert.Equal("jo", (string?)idToken["nickname"]);
        Assert.Equal("john", (await api.IntrospectAsync(completed["accessToken"]!))["subject"]);

        var token = await PollAsync(api, issued);
        Assert.Equal(("A200306", "unauthorized_client"), (token.Code, token.Error));
    }

    [Theory]
    [InlineData("POLL", "ACCESS_DENIED", "A198002", "NO_ACTION", "access_denied")]
    [InlineData("POLL", "TRANSACTION_FAILED", "A198002", "NO_ACTION", "expired_token")]
    [InlineData("PING", "ACCESS_DENIED", "A198002", "NOTIFICATION", "access_denied")]
    [InlineData("PUSH", "ACCESS_DENIED", "A198004", "NOTIFICATION", "access_denied")]
    [InlineData("PUSH", "TRANSACTION_FAILED", "A198004", "NOTIFICATION", "transaction_failed")]
    public async Task The_client_learns_of_a_failure(string mode, string result, string code, string action, string error)
    {
        await using var api = await SandboxApi.StartAsync();
        await UseModeAsync(api, mode);
        var request = await StartAsync(api, ("client_notification_token", "n-token"));
        var issued = await IssueAsync(api, request);

        var completed = await CompleteAsync(api, request, result, ("errorDescription", "No."));

        Assert.Equal((code, action), (completed.Code, completed.Action));
        if (mode == "PUSH")
        {
            Assert.Equal((error, "No."), (completed.Error, (string?)completed.Content["error_description"]));
            return;
        }

        if (mode == "PING")
        {
            Assert.Single(completed.Content);
        }

        var token = await PollAsync(api, issued);
        Assert.Equal(("A200001", error, "No."), (token.Code, token.Error, (string?)token.Content["error_description"]));
        Assert.Equal("A200304", (await PollAsync(api, issued)).Code);
    }

    [Fact]
    public async Task Tokens_that_cannot_be_made_in_the_push_mode_are_a_failure_for_the_client()
    {
        await using var api = await SandboxApi.StartAsync();
        await UseModeAsync(api, "PUSH");
        await api.ChangeClientAsync(api.Client.ClientId, ("idTokenSignAlg", "NONE"));
        var request = await StartAsync(api, ("client_notification_token", "n-token"));
        await IssueAsync(api, request);

        var completed = await CompleteAsync(api, request, "AUTHORIZED", ("subject", "john"));

        Assert.Equal(("NOTIFICATION", "transaction_failed"), (completed.Action, completed.Error));
        Assert.Equal("0", (await api.GetAsync("/auth/token/get/list?subject=john"))["totalCount"]);
    }

    [Theory]
    [InlineData("ACCESS_DENIED", "FORBIDDEN", "access_denied")]
    [InlineData("UNKNOWN_USER_ID", "BAD_REQUEST", "unknown_user_id")]
    [InlineData("INVALID_BINDING_MESSAGE", "BAD_REQUEST", "invalid_binding_message")]
    [InlineData("SERVER_ERROR", "INTERNAL_SERVER_ERROR", "server_error")]
    [InlineData(null, "INTERNAL_SERVER_ERROR", "server_error")]
    public async Task A_request_that_fails_is_over(string? reason, string action, string error)
    {
        await using var api = await SandboxApi.StartAsync();
        var request = await StartAsync(api);

        var failed = await FailAsync(api, request, reason);

        Assert.Equal(("A185001", action), Outcome(failed));
        Assert.Equal($$"""{"error":"{{error}}"}""", failed["responseContent"]);
        Assert.Equal(("A181201", "INVALID_TICKET"), Outcome(await IssueAsync(api, request)));
        Assert.Equal("A186202", (await FailAsync(api, request, reason)).Code);
    }

    [Fact]
    public async Task A_failure_may_be_explained()
    {
        await using var api = await SandboxApi.StartAsync();

        var failed = await api.PostAsync(
            Start + "/fail",
            new JsonObject
            {
                ["ticket"] = (await StartAsync(api))["ticket"],
                ["reason"] = "INVALID_TARGET",
                ["errorDescription"] = "No.",
                ["errorUri"] = "https://as.example.com/no",
            }
        );

        Assert.Equal(
            ("invalid_target", "No.", "https://as.example.com/no"),
            (failed.Error, (string?)failed.Content["error_description"], (string?)failed.Content["error_uri"])
        );
    }

    [Fact]
    public async Task Tickets_that_cannot_be_used_have_different_results()
    {
        await using var api = await SandboxApi.StartAsync();
        var request = await StartAsync(api);
        var empty = new JsonObject { ["result"] = "AUTHORIZED", ["subject"] = "john" };

        Assert.Equal(("A182201", "INTERNAL_SERVER_ERROR"), Outcome(await api.PostAsync(Start + "/issue", new JsonObject())));
        Assert.Equal(("A186201", "INTERNAL_SERVER_ERROR"), Outcome(await api.PostAsync(Start + "/fail", new JsonObject())));
        Assert.Equal(("A186201", "SERVER_ERROR"), Outcome(await api.PostAsync(Start + "/complete", empty)));
        Assert.Equal(("A196204", "SERVER_ERROR"), Outcome(await CompleteAsync(api, request, "AUTHORIZED", ("subject", "john"))));
        await IssueAsync(api, request);
        Assert.Equal(("A181205", "INVALID_TICKET"), Outcome(await IssueAsync(api, request)));
        await CompleteAsync(api, request, "AUTHORIZED", ("subject", "john"));
        Assert.Equal(("A196203", "SERVER_ERROR"), Outcome(await CompleteAsync(api, request, "ACCESS_DENIED")));
        Assert.Equal(("A181204", "INVALID_TICKET"), Outcome(await IssueAsync(api, request)));

        var service = await api.CreateServiceAsync();
        api.UseService(service["apiKey"]!.ToString(), (string)service["apiSecret"]!);
        Assert.Equal(("A181202", "INVALID_TICKET"), Outcome(await IssueAsync(api, request)));
        Assert.Equal(("A186203", "INTERNAL_SERVER_ERROR"), Outcome(await FailAsync(api, request, null)));
        Assert.Equal(("A186203", "SERVER_ERROR"), Outcome(await CompleteAsync(api, request, "ACCESS_DENIED")));
    }

    [Fact]
    public async Task A_ticket_waits_a_day_for_its_auth_req_id()
    {
        await using var api = await SandboxApi.StartAsync();
        var (early, late) = (await StartAsync(api), await StartAsync(api));

        api.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal("OK", (await IssueAsync(api, early)).Action);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("A181203", "INVALID_TICKET"), Outcome(await IssueAsync(api, late)));
    }

    [Theory]
    [InlineData(null, 600)]
    [InlineData("30", 30)]
    public async Task An_auth_req_id_expires(string? requested, int seconds)
    {
        await using var api = await SandboxApi.StartAsync();
        var request = requested is null ? await StartAsync(api) : await StartAsync(api, ("requested_expiry", requested));
        var issued = await IssueAsync(api, request);
        Assert.Equal(seconds, (int)issued.Content["expires_in"]!);

        api.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal("A200308", (await PollAsync(api, issued)).Code);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("A196202", (await CompleteAsync(api, request, "ACCESS_DENIED")).Code);
        var token = await PollAsync(api, issued);
        Assert.Equal(("A200307", "expired_token"), (token.Code, token.Error));
        Assert.Equal("A200304", (await PollAsync(api, issued)).Code);
    }

    [Fact]
    public async Task An_auth_req_id_is_for_its_client()
    {
        await using var api = await SandboxApi.StartAsync();
        var issued = await IssueAsync(api, await StartAsync(api));
        var other = await api.CreateClientAsync();

        var token = await api.AsClientAsync(
            "/auth/token",
            [("clientId", other.Id), ("clientSecret", other.Secret)],
            ("grant_type", Grant),
            ("auth_req_id", issued["authReqId"]!)
        );

        Assert.Equal(("A200305", "invalid_grant"), (token.Code, token.Error));
        Assert.Equal("A200301", (await api.AsClientAsync("/auth/token", ("grant_type", Grant))).Code);
    }

    [Theory]
    [InlineData("A187201", null, "subject", "john")]
    [InlineData("A188201", "AUTHORIZED", "acr", "gold")]
    [InlineData("A188203", "AUTHORIZED", "subject", "jöhn")]
    [InlineData("A190201", "AUTHORIZED", "claims", "[]")]
    [InlineData("A256201", "AUTHORIZED", "idtHeaderParams", "{")]
    public async Task An_invalid_decision_leaves_the_request_open(string code, string? result, string name, string value)
    {
        await using var api = await SandboxApi.StartAsync();
        var request = await StartAsync(api);
        await IssueAsync(api, request);
        (string, JsonNode?)[] members = name == "subject" || code == "A188201" ? [(name, value)] : [("subject", "john"), (name, value)];

        Assert.Equal((code, "SERVER_ERROR"), Outcome(await CompleteAsync(api, request, result, members)));

        Assert.Equal("NO_ACTION", (await CompleteAsync(api, request, "AUTHORIZED", ("subject", "john"))).Action);
    }
}
