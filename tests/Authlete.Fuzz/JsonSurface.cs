using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Threading;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using static Authlete.Fuzz.FuzzTarget;

namespace Authlete.Fuzz;

/// <summary>JSON from a server or a file.</summary>
internal static class JsonSurface
{
    private static readonly Operation[] s_operations =
    [
        Operations.ClientGet,
        Operations.ServiceGetList,
        Operations.ClientDelete,
        Operations.AuthIntrospection,
        Operations.ServiceJwksGet,
    ];

    private static readonly int[] s_status = [200, 201, 204, 302, 400, 401, 429, 500];

    /// <summary>Reads a response. The first byte selects the operation and the status; the rest is the body.</summary>
    public static void Answer(byte[] input)
    {
        var choice = input.Length == 0 ? 0 : input[0];
        var body = input.Skip(1).ToArray();
        using var response = new HttpResponseMessage((HttpStatusCode)s_status[choice % 8]);
        response.Content = new ByteArrayContent(body);
        try
        {
            var call = new ApiCall(s_operations[choice / 8 % s_operations.Length]);
            if (ResponseReader.Read(call, null, response, body, TimeSpan.Zero, CancellationToken.None).Body is { } view)
            {
                ReadAll(view);
                Require(
                    view.ToJson() == Encoding.UTF8.GetString(body).TrimStart('\uFEFF').Trim(' ', '\t', '\r', '\n'),
                    "what came is kept"
                );
            }
        }
        catch (AuthleteApiException)
        {
            // A documented exception.
        }
    }

    /// <summary>Checks, changes, writes, and reads an object that a user wrote.</summary>
    public static void Change(byte[] input)
    {
        try
        {
            var client = JsonView.Parse<Client>(ToText(input));
            ReadAll(client);
            client.ClientName = "set";
            client.RemoveMember("description");
            var again = JsonView.Parse<Client>(client.ToJson());
            Require(JsonView.Compare(client, again).Count == 0, "what is written is read again");
            Require(again.ClientName == "set" && !again.GetMemberNames().Contains("description"), "a change is written");
            client.CheckInput();
        }
        catch (FormatException)
        {
            // A documented exception.
        }
    }

    /// <summary>Compares two objects, each on one line.</summary>
    public static void Compare(byte[] input)
    {
        var lines = ToText(input).Split('\n', 2);
        if (TryParse(lines[0]) is not { } left || TryParse(lines[^1]) is not { } right)
        {
            return;
        }

        var differences = JsonView.Compare(left, right);
        Require(JsonView.Compare(left, left).Count == 0, "an object doesn't differ from itself");
        Require(JsonView.Compare(right, left).Count == differences.Count, "differences are the same from both sides");
        var changes = differences.Select(difference => JsonSerializer.Serialize(difference.Name) + ":" + (difference.Right ?? "null"));
        var changed = JsonView.Merge(JsonView.Parse("{" + string.Join(",", changes) + "}"), left);
        Require(JsonView.Compare(changed, right).Count == 0, "the differences make one of the other");
    }

    private static JsonView? TryParse(string json)
    {
        try
        {
            return JsonView.Parse(json) is { IsObject: true } view ? view : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void ReadAll(object? value)
    {
        switch (value)
        {
            case JsonView view:
                foreach (var property in view.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
                {
                    ReadAll(property.GetValue(view, BindingFlags.DoNotWrapExceptions, null, null, null));
                }

                foreach (var name in view.GetMemberNames())
                {
                    ReadAll(view.GetMember(name));
                }

                break;
            case object?[] items:
                Array.ForEach(items, ReadAll);
                break;
            default:
                break;
        }
    }
}
