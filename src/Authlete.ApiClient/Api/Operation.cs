using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Api;

/// <summary>An operation of the Authlete API.</summary>
internal class Operation
{
    private readonly Func<JsonView> _create;
    private readonly RepeatCondition[] _repeatUnless;
    private IReadOnlyList<RequiredMember>? _required;
    private HttpMethod? _httpMethod;

    internal Operation(
        string name,
        string method,
        string path,
        CredentialKind credential,
        RetrySafety retrySafety,
        Func<JsonView> create,
        bool ownerAllowed = false,
        bool answersBody = true,
        string[]? successActions = null,
        RepeatCondition[]? repeatUnless = null,
        RequiredMember[]? required = null,
        string[]? answersFor = null,
        bool mutates = false
    )
    {
        Name = name;
        Method = method;
        Path = path;
        Credential = credential;
        RetrySafety = retrySafety;
        OwnerAllowed = ownerAllowed;
        AnswersBody = answersBody;
        SuccessActions = successActions ?? [];
        _repeatUnless = repeatUnless ?? [];
        _required = required;
        AnswersFor = answersFor ?? [];
        Mutates = mutates;
        _create = create;
    }

    /// <summary>The operation ID in Authlete's API description.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    internal HttpMethod HttpMethod => _httpMethod ??= new HttpMethod(Method);

    /// <summary>The path template relative to the base URI, such as <c>/client/get/{clientId}</c>.</summary>
    public string Path { get; }

    /// <summary>The credential that the operation requires.</summary>
    public CredentialKind Credential { get; }

    /// <summary>Whether the operation also accepts the service owner's credential.</summary>
    public bool OwnerAllowed { get; }

    /// <summary>Whether a client may send the operation again.</summary>
    public RetrySafety RetrySafety { get; }

    /// <summary>Whether every successful response has a body.</summary>
    public bool AnswersBody { get; }

    /// <summary>Whether the operation changes data on the server.</summary>
    public bool Mutates { get; }

    /// <summary>The values of <c>action</c> that mean success; empty if every action does, or if the response has no action.</summary>
    public IReadOnlyList<string> SuccessActions { get; }

    /// <inheritdoc/>
    public override string ToString() => Method + " " + Path;

    /// <summary>The members that a valid response must have.</summary>
    internal IReadOnlyList<RequiredMember> RequiredMembers => _required ??= CreateResponse().Shape.Required;

    /// <summary>
    /// The paths of the response members that can repeat the ID in the request path, with a dot between levels; empty if the response doesn't
    /// repeat it.
    /// </summary>
    internal IReadOnlyList<string> AnswersFor { get; }

    /// <summary>Whether the path isn't in the table of operations, so that nothing is known about its response.</summary>
    internal bool IsUntyped { get; private set; }

    /// <summary>Whether the request may be sent again after an attempt that may have reached the server.</summary>
    internal bool IsSafeToRetry(JsonView? body) =>
        RetrySafety switch
        {
            RetrySafety.Safe => true,
            RetrySafety.Conditional => !Array.Exists(_repeatUnless, condition => condition.IsMetBy(body)),
            _ => false,
        };

    internal JsonView CreateResponse() => _create();

    /// <summary>Returns the operation for a concrete path; a new, untyped one if the table has none.</summary>
    internal static Operation ForPath(string method, string path, CredentialKind credential)
    {
        // Prefer a path without variables: /client/get/list isn't the client "list".
        var known = Operations
            .All.Where(operation =>
                string.Equals(operation.Method, method, StringComparison.OrdinalIgnoreCase) && Matches(operation.Path, path)
            )
            .OrderBy(operation => operation.Path.IndexOf('{') >= 0)
            .FirstOrDefault();
        return new Operation(
            known?.Name ?? method + " " + path,
            method,
            known?.Path ?? path,
            credential,
            known?.RetrySafety ?? (method is "GET" or "HEAD" ? RetrySafety.Safe : RetrySafety.Unsafe),
            static () => new JsonView(),
            answersBody: false,
            repeatUnless: known?._repeatUnless,
            mutates: known?.Mutates ?? method is not ("GET" or "HEAD")
        )
        {
            IsUntyped = true,
        };
    }

    private static bool Matches(string template, string path)
    {
        var expected = template.Split('/');
        var actual = path.Split('/');
        return expected.Length == actual.Length
            && expected
                .Zip(
                    actual,
                    (e, g) => e.StartsWith("{", StringComparison.Ordinal) ? g.Length > 0 : string.Equals(e, g, StringComparison.Ordinal)
                )
                .All(same => same);
    }
}
