using System;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Faults;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Hosting;

/// <summary>/sandbox/faults, outside the API: lists, adds, and removes faults, without credentials but only from this computer.</summary>
internal static class FaultsEndpoint
{
    public const string Path = "/sandbox/faults";

    /// <summary>All paths below this one belong to the sandbox.</summary>
    public const string Root = "/sandbox";

    public static HttpAnswer Answer(FaultQueue faults, string method, string path, string body, IPAddress? caller)
    {
        if (caller is null || !IPAddress.IsLoopback(caller))
        {
            return Error(403, "Only this computer can plan faults.");
        }

        if (path != Path)
        {
            return Error(404, $"The only path is {Path}.");
        }

        try
        {
            switch (method)
            {
                case "GET":
                    return List(faults, 200);
                case "POST":
                    faults.Add(FaultReader.ReadJson(body));
                    return List(faults, 201);
                case "DELETE":
                    faults.Clear();
                    return new HttpAnswer(204, NoHeaders(), null, null);
                default:
                    return Error(405, "The allowed methods are GET, POST, and DELETE.");
            }
        }
        catch (FormatException exception)
        {
            return Error(400, exception.Message);
        }
    }

    private static HttpAnswer List(FaultQueue faults, int status) =>
        Answer(status, new JsonObject { ["faults"] = new JsonArray([.. faults.Planned.Select(planned => planned.ToJson())]) });

    private static HttpAnswer Error(int status, string message) => Answer(status, new JsonObject { ["error"] = message });

    private static HttpAnswer Answer(int status, JsonObject json) =>
        new(status, NoHeaders(), Encoding.UTF8.GetBytes(Json.Write(json)), "application/json;charset=UTF-8");

    private static System.Collections.Generic.Dictionary<string, string> NoHeaders() => new() { ["Cache-Control"] = "no-store" };
}
