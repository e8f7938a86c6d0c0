using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Api;

/// <summary>One operation of the Authlete API.</summary>
public class Operation
{
    private readonly Func<JsonView> _create;
    private readonly RepeatCondition[] _repeatUnless;
    private readonly string[]? _required;

    internal Operation(
        string name,
        string method,
        string path,
        CredentialKind credential,
        Repetition repetition,
        Func<JsonView> create,
        bool ownerAllowed = false,
        bool answersBody = true,
        string[]? successActions = null,
        RepeatCondition[]? repeatUnless = null,
        string[]? required = null)
    {
        Name = name;
        Method = method;
        Path = path;
        Credential = credential;
        Repetition = repetition;
        OwnerAllowed = ownerAllowed;
        AnswersBody = answersBody;
        SuccessActions = successActions ?? [];
        _repeatUnless = repeatUnless ?? [];
        _required = required;
        _create = create;
    }

    /// <summary>The operation's id in the vendor's description.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path template relative to the base URI, such as <c>/client/get/{clientId}</c>.</summary>
    public string Path { get; }

    /// <summary>Whose key and secret it is called with.</summary>
    public CredentialKind Credential { get; }

    /// <summary>Whether the service owner's pair may be used as well.</summary>
    public bool OwnerAllowed { get; }

    /// <summary>Whether it may be sent again.</summary>
    public Repetition Repetition { get; }

    /// <summary>Whether each successful answer has a body.</summary>
    public bool AnswersBody { get; }

    /// <summary>The values of <c>action</c> that mean success; empty where every action is a result to relay, or there is none.</summary>
    public IReadOnlyList<string> SuccessActions { get; }

    /// <inheritdoc/>
    public override string ToString() => Method + " " + Path;

    /// <summary>The members that an answer must have to count as one.</summary>
    internal IReadOnlyList<string> RequiredMembers => _required ?? CreateResponse().Shape.Required;

    /// <summary>Whether a request may be sent again after an attempt that may have arrived.</summary>
    internal bool MayRepeat(JsonView? body) => Repetition switch
    {
        Repetition.Safe => true,
        Repetition.Conditional => !Array.Exists(_repeatUnless, condition => condition.IsMetBy(body)),
        _ => false,
    };

    internal JsonView CreateResponse() => _create();

    /// <summary>The operation behind a concrete path, or one made for it where the table has none.</summary>
    internal static Operation ForPath(string method, string path, CredentialKind credential)
    {
        // A path without a value in it is nearer than one with: /client/get/list is not the client "list".
        var known = Operations.All
            .Where(operation => string.Equals(operation.Method, method, StringComparison.OrdinalIgnoreCase) && Matches(operation.Path, path))
            .OrderBy(operation => operation.Path.IndexOf('{') >= 0)
            .FirstOrDefault();
        return new Operation(
            known?.Name ?? method + " " + path,
            method,
            known?.Path ?? path,
            credential,
            known?.Repetition ?? (method is "GET" or "HEAD" ? Repetition.Safe : Repetition.Never),
            static () => new JsonView(),
            answersBody: false,
            repeatUnless: known?._repeatUnless);
    }

    private static bool Matches(string template, string path)
    {
        var expected = template.Split('/');
        var given = path.Split('/');
        return expected.Length == given.Length
            && expected.Zip(given, (e, g) => e.StartsWith("{", StringComparison.Ordinal) ? g.Length > 0 : string.Equals(e, g, StringComparison.Ordinal)).All(same => same);
    }
}
