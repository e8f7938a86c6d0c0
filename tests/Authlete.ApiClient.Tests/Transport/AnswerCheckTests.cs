using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Which responses with a successful status are valid.</summary>
public sealed class AnswerCheckTests
{
    private static readonly JsonNode?[] s_other = [null, "", "text", 4711, true, new JsonObject(), new JsonArray()];

    public static TheoryData<string> All { get; } = [.. Operations.All.Select(operation => operation.Name)];

    public static TheoryData<string> WithRequired { get; } =
    [.. Operations.All.Where(operation => operation.RequiredMembers.Count > 0).Select(operation => operation.Name)];

    public static TheoryData<string> AboutOne { get; } =
    [.. Operations.All.Where(operation => operation.AnswersFor.Count > 0).Select(operation => operation.Name)];

    public static TheoryData<string> Changes { get; } =
    [.. Operations.All.Where(operation => operation.Mutates).Select(operation => operation.Name)];

    public static TheoryData<string> Lists { get; } =
    [
        .. Operations
            .All.Where(operation => operation.RequiredMembers.Any(member => ItemId(operation, member) is not null))
            .Select(operation => operation.Name),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_complete_response_is_valid(string name)
    {
        var call = Call(name);

        Assert.Null(Fault(call, MinimalResponse.To(call)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Unknown_members_do_no_harm(string name)
    {
        var call = Call(name);
        var answer = MinimalResponse.To(call);
        answer["message"] = "Scheduled maintenance";
        answer["newMember"] = new JsonArray(1, "a");

        Assert.Null(Fault(call, answer));
    }

    [Theory]
    [MemberData(nameof(WithRequired))]
    public void A_response_without_a_required_member_is_invalid(string name)
    {
        var call = Call(name);

        Assert.All(
            call.Operation.RequiredMembers,
            member =>
            {
                var answer = MinimalResponse.To(call);
                answer.Remove(member.Name);
                if (answer.ContainsKey("totalCount"))
                {
                    // An empty list may be omitted.
                    answer["totalCount"] = 1;
                }

                Assert.NotNull(Fault(call, answer));
            }
        );
    }

    [Theory]
    [MemberData(nameof(WithRequired))]
    public void A_response_with_a_member_of_another_type_is_invalid(string name)
    {
        var call = Call(name);

        Assert.All(
            call.Operation.RequiredMembers.SelectMany(member =>
                s_other.Where(value => !Fits(value, member.Kind)).Select(value => (member, value))
            ),
            wrong =>
            {
                var answer = MinimalResponse.To(call);
                answer[wrong.member.Name] = wrong.value?.DeepClone();
                if (answer.ContainsKey("totalCount") && wrong.member.Name != "totalCount")
                {
                    answer["totalCount"] = 1;
                }

                Assert.NotNull(Fault(call, answer));
            }
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_response_of_a_gateway_is_invalid(string name)
    {
        var call = Call(name);
        if (call.Operation.RequiredMembers.Count == 0 && !call.Operation.Mutates)
        {
            return;
        }

        Assert.All(
            new[] { "{}", """{"message":"Scheduled maintenance"}""", """{"status":"UP"}""", """{"resultCode":"A001101"}""" },
            answer => Assert.NotNull(Fault(call, answer))
        );
    }

    [Theory]
    [MemberData(nameof(AboutOne))]
    public void An_answer_about_another_object_does_not_count(string name)
    {
        var other = Call(name, "4712");

        Assert.Contains("another object", Fault(Call(name), MinimalResponse.To(other)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop", "shop")]
    [InlineData("04711", "4711")]
    [InlineData("4711", "4711")]
    public void A_client_is_valid_by_its_ID_and_by_its_alias(string asked, string answered)
    {
        var get = new ApiCall(Operations.ClientGet).WithPathValue("clientId", asked);
        var update = new ApiCall(Operations.ClientUpdate).WithPathValue("clientId", asked);

        Assert.Null(Fault(get, MinimalResponse.To(Call("client_get_api", answered))));
        Assert.Null(Fault(update, MinimalResponse.To(Call("client_update_api", answered))));
    }

    [Theory]
    [InlineData("shop", "shop2")]
    [InlineData("shop", "SHOP")]
    [InlineData("shop", "4711")]
    [InlineData("4711", "shop")]
    [InlineData("4711", "47110")]
    public void A_client_that_was_not_requested_is_invalid(string asked, string answered)
    {
        var call = new ApiCall(Operations.ClientGet).WithPathValue("clientId", asked);

        Assert.NotNull(Fault(call, MinimalResponse.To(Call("client_get_api", answered))));
    }

    [Fact]
    public void A_key_that_does_not_exist_is_named_by_its_action()
    {
        var answer = new JsonObject { ["resultCode"] = "A001304", ["action"] = "NOT_FOUND" };

        Assert.Null(Fault(new ApiCall(Operations.HskGet).WithPathValue("handle", "h"), answer));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_is_invalid_if_an_item_is_no_object_or_lacks_its_ID(string name)
    {
        var call = Call(name);
        var list = call.Operation.RequiredMembers.Single(member => ItemId(call.Operation, member) is not null);
        var id = ItemId(call.Operation, list)!;
        var good = new JsonObject { [id] = list.Name == "hsks" || id.EndsWith("Hash", StringComparison.Ordinal) ? "h" : 4711 };

        Assert.Null(Fault(call, With(good)));
        Assert.All(
            new JsonNode?[]
            {
                null,
                5,
                "text",
                true,
                new JsonArray(),
                new JsonObject(),
                new JsonObject { [id] = null },
                new JsonObject { [id] = true },
            },
            bad => Assert.Contains(list.Name + "[1]", Fault(call, With(good.DeepClone(), bad)), StringComparison.Ordinal)
        );

        JsonObject With(params JsonNode?[] items)
        {
            var answer = MinimalResponse.To(call);
            answer[list.Name] = new JsonArray([.. items.Select(item => item?.DeepClone())]);
            return answer;
        }
    }

    [Theory]
    [InlineData("""{"totalCount":0}""", true)]
    [InlineData("""{"totalCount":0,"clients":null}""", true)]
    [InlineData("""{"totalCount":2}""", false)]
    [InlineData("""{"totalCount":2,"clients":null}""", false)]
    [InlineData("""{"totalCount":0,"clients":{}}""", false)]
    [InlineData("""{"clients":[]}""", false)]
    public void Only_an_empty_list_may_be_omitted(string answer, bool counts)
    {
        Assert.Equal(counts, Fault(new ApiCall(Operations.ClientGetList), answer) is null);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_response_without_a_body_is_valid_only_with_204_and_only_for_operations_that_return_nothing(string name)
    {
        var operation = Find(name);

        Assert.False(AnswerCheck.AllowsEmpty(operation, 200));
        Assert.Equal(!operation.AnswersBody, AnswerCheck.AllowsEmpty(operation, 204));
    }

    [Theory]
    [InlineData("A026001", true)]
    [InlineData("A026201", false)]
    [InlineData("A001101", false)]
    [InlineData("OK", false)]
    public void A_deletion_with_a_response_body_is_judged_by_its_result_code(string code, bool counts)
    {
        var call = new ApiCall(Operations.ClientDelete).WithPathValue("clientId", "4711");

        Assert.Equal(counts, Fault(call, $$"""{"resultCode":"{{code}}"}""") is null);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_path_outside_the_table_accepts_any_response(string name)
    {
        var known = Find(name);
        var path = known.Path.Replace("{" + VariableOf(known) + "}", "4711", StringComparison.Ordinal);
        var call = new ApiCall(Operation.ForPath(known.Method, path, known.Credential), path);

        Assert.Null(Fault(call, "{}"));
        Assert.True(AnswerCheck.AllowsEmpty(call.Operation, 200));
    }

    private static bool Fits(JsonNode? value, MemberKind kind) =>
        kind switch
        {
            MemberKind.Text => value is JsonValue text && text.TryGetValue<string>(out var characters) && characters.Length > 0,
            MemberKind.Number => value is JsonValue number && number.TryGetValue<int>(out _),
            MemberKind.Boolean => value is JsonValue boolean && boolean.TryGetValue<bool>(out _),
            MemberKind.ListOrNull => value is null or JsonArray,
            _ => value is JsonArray,
        };

    private static string? ItemId(Operation operation, RequiredMember member) =>
        member.Kind == MemberKind.List ? operation.CreateResponse().Shape.Nested(member.Name)?.Identity : null;

    private static Operation Find(string name) => Operations.All.Single(operation => operation.Name == name);

    private static string VariableOf(Operation operation) => operation.Path.Split('{', '}') is [_, var variable, ..] ? variable : "-";

    private static ApiCall Call(string name, string id = "4711")
    {
        var operation = Find(name);
        var call = new ApiCall(operation);
        return operation.Path.Contains('{', StringComparison.Ordinal) ? call.WithPathValue(VariableOf(operation), id) : call;
    }

    private static string? Fault(ApiCall call, JsonObject answer) => Fault(call, answer.ToJsonString());

    private static string? Fault(ApiCall call, string answer)
    {
        var view = call.Operation.CreateResponse();
        view.Attach(JsonReader.Read(Encoding.UTF8.GetBytes(answer)));
        return AnswerCheck.FindFault(call, view);
    }
}
