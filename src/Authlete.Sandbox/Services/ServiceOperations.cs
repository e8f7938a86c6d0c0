using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Services;

/// <summary>/service/create, get, get/list, update and delete.</summary>
internal static class ServiceOperations
{
    public static ApiAnswer Create(ApiCall call)
    {
        ServiceRules.Check(call);
        var service = call.Installation.AddService((number, apiKey) => ServiceDefaults.Complete(call.Body, number, apiKey, call.Now));
        return ApiAnswer.Of(service.ToJson());
    }

    public static ApiAnswer Get(ApiCall call) => ApiAnswer.Of(Find(call, "A035201", "A035203").ToJson());

    public static ApiAnswer List(ApiCall call)
    {
        var (start, end) = call.Page(("A036201", "A036202"), ("A036203", "A036204"));
        var services = call.Installation.Services.ToList();
        return ApiAnswer.Of(
            new JsonObject
            {
                ["end"] = end,
                ["services"] = new JsonArray([.. services.Skip(start).Take(end - start).Select(service => service.ToJson())]),
                ["start"] = start,
                ["totalCount"] = services.Count,
            }
        );
    }

    public static ApiAnswer Update(ApiCall call)
    {
        var service = Find(call, "A037201", "A037203");
        ServiceRules.Check(call);
        service.Change(current => ServiceDefaults.Replace(call.Body, current, call.Now));
        return ApiAnswer.Of(service.ToJson().JustModified(call.Now));
    }

    public static ApiAnswer Delete(ApiCall call) =>
        call.Installation.TryDelete(Find(call, "A034201", "A034203"))
            ? ApiAnswer.NoContent
            : throw call.Fail(404, "A034203", "the service was deleted before.");

    private static ServiceRecord Find(ApiCall call, string unknown, string deleted)
    {
        var service = call.Installation.FindService(call.Variable) ?? throw call.Fail(404, unknown, "no service has this API key.");
        return service.Deleted ? throw call.Fail(404, deleted, "the service was deleted.") : service;
    }
}
