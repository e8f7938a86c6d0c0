using System;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Whether a failed call may have made its change.</summary>
public sealed class OutcomeTests
{
    public static TheoryData<string> Changes { get; } =
    [.. Operations.All.Where(operation => operation.Mutates).Select(operation => operation.Name)];

    public static TheoryData<string> Reads { get; } =
    [
        .. Operations
            .All.Where(operation => !operation.Mutates && operation.RetrySafety == RetrySafety.Safe)
            .Select(operation => operation.Name),
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_outcome_of_a_change_is_unknown_if_its_response_was_lost_or_is_not_Authletes(string name)
    {
        Assert.All(
            new[]
            {
                Error(name, ApiErrorKind.Timeout, RequestReach.Unknown),
                Error(name, ApiErrorKind.ConnectionFailure, RequestReach.Unknown),
                Error(name, ApiErrorKind.ResponseTruncated, RequestReach.Answered, 200),
                Error(name, ApiErrorKind.ResponseTooLarge, RequestReach.Answered, 200),
                Error(name, ApiErrorKind.Timeout, RequestReach.Answered, 200),
                Error(name, ApiErrorKind.NotJson, RequestReach.Answered, 200),
                Error(name, ApiErrorKind.NoContent, RequestReach.Answered, 200),
                Error(name, ApiErrorKind.NoContent, RequestReach.Answered, 204),
                Error(name, ApiErrorKind.UnexpectedAnswer, RequestReach.Answered, 200),
                Error(name, ApiErrorKind.Result, RequestReach.Answered, 500),
                Error(name, ApiErrorKind.HttpStatus, RequestReach.Answered, 408),
                Error(name, ApiErrorKind.HttpStatus, RequestReach.Answered, 502),
                Error(name, ApiErrorKind.HttpStatus, RequestReach.Answered, 503),
                Error(name, ApiErrorKind.HttpStatus, RequestReach.Answered, 504),
            },
            error => Assert.True(error.OutcomeUnknown, error.Kind + " " + error.StatusCode)
        );
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_that_was_refused_or_never_sent_was_not_made(string name)
    {
        Assert.All(
            new[]
            {
                Error(name, ApiErrorKind.NameResolutionFailure, RequestReach.NeverSent),
                Error(name, ApiErrorKind.ConnectionFailure, RequestReach.NeverSent),
                Error(name, ApiErrorKind.TlsFailure, RequestReach.NeverSent),
                Error(name, ApiErrorKind.Timeout, RequestReach.NeverSent),
                Error(name, ApiErrorKind.Action, RequestReach.Answered, 200),
                Error(name, ApiErrorKind.UnexpectedRedirect, RequestReach.Answered, 302),
                Error(name, ApiErrorKind.Result, RequestReach.Answered, 400),
                Error(name, ApiErrorKind.Result, RequestReach.Answered, 401),
                Error(name, ApiErrorKind.HttpStatus, RequestReach.Answered, 403),
                Error(name, ApiErrorKind.HttpStatus, RequestReach.Answered, 404),
                Error(name, ApiErrorKind.HttpStatus, RequestReach.Answered, 429),
                Error(name, ApiErrorKind.HttpStatus, RequestReach.Answered, 503, "2"),
            },
            error => Assert.False(error.OutcomeUnknown, error.Kind + " " + error.StatusCode)
        );
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void A_read_leaves_nothing_open(string name)
    {
        Assert.All(
            Enum.GetValues<ApiErrorKind>(),
            kind => Assert.All(Enum.GetValues<RequestReach>(), reach => Assert.False(Error(name, kind, reach, 500).OutcomeUnknown))
        );
    }

    private static AuthleteApiException Error(
        string name,
        ApiErrorKind kind,
        RequestReach reach,
        int? status = null,
        string? retryAfter = null
    ) =>
        new(kind, Operations.All.Single(operation => operation.Name == name), "x")
        {
            Reach = reach,
            StatusCode = status,
            RetryAfter = retryAfter,
        };
}
