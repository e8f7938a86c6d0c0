using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Api;

namespace Authlete.Sandbox.Hosting;

/// <summary>Finds the operation of a request.</summary>
internal static class Routes
{
    /// <summary>
    /// Variants in the vendor's documentation and libraries that the API description doesn't contain: another method, and the
    /// subject as a path segment instead of in the query.
    /// </summary>
    private static readonly FrozenDictionary<string, (string Method, bool SubjectInPath)> s_further = new Dictionary<string, (string, bool)>
    {
        ["client_authorization_get_list_api"] = ("POST", true),
        ["client_authorization_delete_api"] = ("POST", true),
        ["client_granted_scopes_get_api"] = ("POST", true),
        ["client_granted_scopes_delete_api"] = ("POST", true),
        ["client_extension_requestables_scopes_update_api"] = ("POST", false),
        ["service_configuration_api"] = ("POST", false),
        ["hsk_delete_api"] = ("GET", false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Route Find(string method, string path)
    {
        var otherMethods = new List<string>();
        foreach (var (operation, variable, subject) in Matching(path))
        {
            var methods = Methods(operation);
            if (methods.Contains(method))
            {
                return new Route(operation, variable, subject, InBody: method == "POST" && operation.Request is null);
            }

            otherMethods.AddRange(methods);
        }

        throw otherMethods.Count == 0
            ? new ApiException(404, "A000201", "There is no such path.")
            : new ApiException(405, "A000201", $"The method is not allowed here; allowed is {string.Join(", ", otherMethods)}.");
    }

    /// <summary>The operation of a request; null if there is none.</summary>
    public static ApiOperation? Operation(string method, string path) =>
        Matching(path).Select(match => match.Operation).FirstOrDefault(operation => Methods(operation).Contains(method));

    private static IReadOnlyList<string> Methods(ApiOperation operation) =>
        s_further.TryGetValue(operation.Id, out var further) ? [operation.Method, further.Method] : [operation.Method];

    private static IEnumerable<(ApiOperation Operation, string? Variable, string? Subject)> Matching(string path)
    {
        var end = path.LastIndexOf('/');
        foreach (var operation in ApiFacts.Current.Operations)
        {
            if (operation.Matches(path, out var variable))
            {
                yield return (operation, variable, null);
            }
        }

        // Checked last, so that a documented path isn't taken for one with a subject.
        foreach (
            var operation in ApiFacts.Current.Operations.Where(operation =>
                end > 0 && s_further.GetValueOrDefault(operation.Id).SubjectInPath
            )
        )
        {
            if (operation.Matches(path[..end], out var variable) && end + 1 < path.Length)
            {
                yield return (operation, variable, ApiOperation.Decoded(path[(end + 1)..]));
            }
        }
    }
}

/// <summary>The operation of a request, and the values in its path.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Variable">The value of the path's variable, or null.</param>
/// <param name="Subject">The subject, when it is a segment of the path.</param>
/// <param name="InBody">Whether the body contains the documented query parameters.</param>
internal sealed record Route(ApiOperation Operation, string? Variable, string? Subject, bool InBody);
