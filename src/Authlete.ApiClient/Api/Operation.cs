using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Api;

/// <summary>One operation of the Authlete API.</summary>
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

    /// <summary>The operation's id in the vendor's description.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    internal HttpMethod HttpMethod => _httpMethod ??= new HttpMethod(Method);

    /// <summary>The path template relative to the base URI, such as <c>/client/get/{clientId}</c>.</summary>
    public string Path { get; }

    /// <summary>Whose key and secret it is called with.</summary>
    public CredentialKind Credential { get; }

    /// <summary>Whether the service owner's credential may be used as well.</summary>
    public bool OwnerAllowed { get; }

    /// <summary>Whether it is safe to send again.</summary>
    public RetrySafety RetrySafety { get; }

    /// <summary>Whether each successful answer has a body.</summary>
    public bool AnswersBody { get; }

    /// <summary>Whether it changes what Authlete keeps.</summary>
    public bool Mutates { get; }

    /// <summary>The values of <c>action</c> that mean success; empty if every action is a result, or there are none.</summary>
    public IReadOnlyList<string> SuccessActions { get; }

    /// <inheritdoc/>
    public override string ToString() => Method + " " + Path;

    /// <summary>The members that an answer must have to count as one.</summary>
    internal IReadOnlyList<RequiredMember> RequiredMembers => _required ??= CreateResponse().Shape.Required;

    /// <summary>The members of the answer, with a dot between levels, one of which holds the ID in the path; empty if the answer doesn't name it.</summary>
    internal IReadOnlyList<string> AnswersFor { get; }

    /// <summary>Whether the path isn't in the table, so that nothing is known about its answers.</summary>
    internal bool IsUntyped { get; private set; }

    /// <summary>Whether a request may be sent again after an attempt that may have arrived.</summary>
    internal bool IsSafeToRetry(JsonView? body) =>
        RetrySafety switch
        {
            RetrySafety.Safe => true,
            RetrySafety.Conditional => !Array.Exists(_repeatUnless, condition => condition.IsMetBy(body)),
            _ => false,
        };

    internal JsonView CreateResponse() => _create();

    /// <summary>The operation of a concrete path; a new one if the table has none.</summary>
    internal static Operation ForPath(string method, string path, CredentialKind credential)
    {
        // A path without variables wins: /client/get/list is not the client "list".
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
        var given = path.Split('/');
        return expected.Length == given.Length
            && expected
                .Zip(
                    given,
                    (e, g) => e.StartsWith("{", StringComparison.Ordinal) ? g.Length > 0 : string.Equals(e, g, StringComparison.Ordinal)
                )
                .All(same => same);
    }
}
