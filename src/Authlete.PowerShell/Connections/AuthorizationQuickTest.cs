using System.Collections.Generic;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Connections;

/// <summary>The quick test that Authlete's documentation suggests: an authorization request must return a ticket.</summary>
/// <param name="FailureReason">The reason why the test failed; null if it passed.</param>
/// <param name="Answer">The response; null if there is none.</param>
internal sealed record AuthorizationQuickTest(string? FailureReason, OperationResult? Answer)
{
    public static ApiCall NewCall(string clientId, string? redirectUri)
    {
        var pkce = AuthletePkce.Create();
        var parameters = new List<KeyValuePair<string, string>>
        {
            new("response_type", "code"),
            new("client_id", clientId),
            new("code_challenge", pkce.CodeChallenge),
            new("code_challenge_method", pkce.CodeChallengeMethod),
        };
        if (redirectUri is not null)
        {
            parameters.Add(new("redirect_uri", redirectUri));
        }

        return new ApiCall(Operations.AuthAuthorization)
        {
            Body = new AuthorizationRequest { Parameters = FormEncoding.Build(parameters) },
        };
    }

    /// <summary>Returns the result for a response, which is null if none arrived.</summary>
    public static AuthorizationQuickTest FromAnswer(OperationResult? answer) =>
        answer?.Body is not AuthorizationResponse response
            ? new AuthorizationQuickTest("The quick test got no response.", null)
            : new AuthorizationQuickTest(
                string.IsNullOrEmpty(response.Ticket)
                    ? "The quick test returned no ticket: "
                        + PrintableText.Escape(response.Action ?? "no action", PrintableText.MaxMessageLength)
                        + ", "
                        + response.DisplayMessage
                    : null,
                answer
            );

    /// <summary>Returns the result for a credential that can't make authorization requests.</summary>
    public static AuthorizationQuickTest NotPossible() =>
        new("The quick test needs a service's API key and secret, but these are a service owner's.", null);

    /// <summary>Adds the result to that of the credential test.</summary>
    public void AddTo(AuthleteCredentialTest test)
    {
        if (FailureReason is not null)
        {
            test.Valid = false;
            test.Reason = FailureReason;
        }

        if (Answer?.Body is AuthorizationResponse response)
        {
            test.ServiceName = response.Service?.ServiceName ?? test.ServiceName;
            test.Latency = Answer.Elapsed;
            test.StatusCode = Answer.StatusCode;
            test.ResultCode = response.ResultCode;
            test.ResultMessage = response.DisplayMessage;
        }
    }
}
