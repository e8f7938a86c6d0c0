using System;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Api;

/// <summary>An operation of the Authlete API with a typed response.</summary>
/// <typeparam name="TResponse">The type of the response.</typeparam>
internal sealed class Operation<TResponse> : Operation
    where TResponse : JsonView
{
    internal Operation(
        string name,
        string method,
        string path,
        CredentialKind credential,
        RetrySafety retrySafety,
        Func<TResponse> create,
        bool ownerAllowed = false,
        bool answersBody = true,
        string[]? successActions = null,
        RepeatCondition[]? repeatUnless = null,
        RequiredMember[]? required = null,
        string[]? answersFor = null,
        bool mutates = false
    )
        : base(
            name,
            method,
            path,
            credential,
            retrySafety,
            create,
            ownerAllowed,
            answersBody,
            successActions,
            repeatUnless,
            required,
            answersFor,
            mutates
        ) { }
}
