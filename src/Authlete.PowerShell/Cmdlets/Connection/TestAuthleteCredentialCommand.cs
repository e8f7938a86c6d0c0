using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Connection;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Proves a key and secret without side effects, and says what they are.</summary>
/// <remarks>
/// <para>Makes one read-only call with the credential of the given source. <c>-Credential</c>, and an entry with one pair, is tried as a service's, and as a service owner's if no service has the key. A wrong key is a result with <c>Valid</c> false and a warning, not an error; a host that can't be reached is an error.</para>
/// <para>The result is an object, and an object is always true in a condition: use <c>-Quiet</c>, or look at <c>.Valid</c>.</para>
/// <para>With <c>-ClientId</c> it also runs the quick test that Authlete's documentation suggests: an authorization request of that client, which has to come back with an action and a ticket. That leaves a ticket behind, which expires after 24 hours.</para>
/// </remarks>
/// <example>
/// <para>Is the default connection, or the credential in the environment, good?</para>
/// <code>
/// Test-AuthleteCredential -Quiet
/// </code>
/// </example>
/// <example>
/// <para>Say what a credential is, and whether a client can start a flow.</para>
/// <code>
/// Test-AuthleteCredential -Credential $credential -BaseUri $baseUri -ClientId $clientId -RedirectUri $redirectUri
/// </code>
/// </example>
/// <outputs>What was found out; with -Quiet true or false.</outputs>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso cref="GetAuthleteServerInfoCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
[Cmdlet(VerbsDiagnostic.Test, "AuthleteCredential")]
[OutputType(typeof(AuthleteCredentialTest), typeof(bool))]
public sealed class TestAuthleteCredentialCommand : ConnectedCmdlet
{
    /// <summary>Runs the quick test with this client: its id or alias.</summary>
    [Parameter]
    public string? ClientId { get; set; }

    /// <summary>The redirect URI for the quick test; absent: the client's own where it has just one.</summary>
    [Parameter]
    public string? RedirectUri { get; set; }

    /// <summary>Tests the service owner's pair of a connection that holds both.</summary>
    [Parameter]
    public SwitchParameter ServiceOwner { get; set; }

    /// <summary>Writes true or false only, and no warning.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override CredentialKind CredentialKind => ServiceOwner ? CredentialKind.ServiceOwner : CredentialKind.Service;

    // A connection or an environment that has the owner's pair alone is tested with that.
    private protected override bool TakesEitherKind => !ServiceOwner;

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForInput(() =>
    {
        if (RedirectUri is not null && ClientId is null)
        {
            throw SetupErrors.InvalidArgument("-RedirectUri goes with -ClientId.");
        }

        if (Test() is not { } result)
        {
            return;
        }

        if (result.Valid && ClientId is not null)
        {
            RunQuickTest(result);
        }

        if (Quiet)
        {
            WriteObject(result.Valid);
            return;
        }

        if (!result.Valid)
        {
            WriteWarning(result.Reason ?? "The credential is not valid.");
        }

        WriteObject(result);
    });

    private AuthleteCredentialTest? Test()
    {
        var kind = UsedKind;
        var keys = Used.Keys(kind)!;
        AuthleteApiException? asService = null;
        foreach (var (tried, pair) in Attempts(kind, keys))
        {
            try
            {
                return Accepted(tried, pair, Send(Used, CredentialProof.For(tried), pair));
            }
            catch (AuthleteApiException e) when (e.StatusCode == 401 || ApiErrors.IsAboutKey(e.ResultCode))
            {
                asService ??= e;
            }
            catch (AuthleteApiException e)
            {
                WriteError(ApiErrors.ToErrorRecord(e, Used, tried, pair.Key, null));
                return null;
            }
        }

        return Refused(kind, keys, asService!);
    }

    /// <summary>A pair that was just given may be either's; one of a connection is what it was given as.</summary>
    private IEnumerable<(CredentialKind Kind, ApiCredential Keys)> Attempts(CredentialKind kind, ApiCredential keys)
    {
        yield return (kind, keys);
        if (kind == CredentialKind.Service && Used.Keys(CredentialKind.ServiceOwner) is null && (Credential is not null || SecretName is not null))
        {
            yield return (CredentialKind.ServiceOwner, keys);
        }
    }

    private AuthleteCredentialTest Accepted(CredentialKind kind, ApiCredential keys, OperationResult answer)
    {
        var service = (answer.Body as ServiceGetListResponse)?.Services?.FirstOrDefault();
        var isProof = CredentialProof.IsProof(kind, answer);
        return new AuthleteCredentialTest
        {
            Valid = isProof,
            Reason = isProof ? null : $"The answer is not what Authlete gives: check the base URI {Used.BaseUri}.",
            Kind = kind.ToString(),
            BaseUri = Used.BaseUri,
            ApiKey = keys.Key,
            Issuer = kind == CredentialKind.Service ? answer.Body?.GetMember("issuer") as string : service?.Issuer,
            ServiceName = service?.ServiceName,
            Latency = answer.Elapsed,
            StatusCode = answer.StatusCode,
        };
    }

    private AuthleteCredentialTest Refused(CredentialKind kind, ApiCredential keys, AuthleteApiException e)
    {
        e.LooksLikeVersion3 |= IsVersion3(Used, e);
        return new AuthleteCredentialTest
        {
            BaseUri = Used.BaseUri,
            ApiKey = keys.Key,
            Latency = e.Elapsed,
            StatusCode = e.StatusCode,
            ResultCode = e.ResultCode,
            ResultMessage = e.ResultMessage,
            Reason = ApiErrors.Explain(e, Used, kind),
        };
    }

    private void RunQuickTest(AuthleteCredentialTest result)
    {
        if (result.Kind != nameof(CredentialKind.Service))
        {
            result.Valid = false;
            result.Reason = "The quick test needs a service's key and secret, and these are a service owner's.";
            return;
        }

        var pkce = AuthletePkce.Create();
        var parameters = new List<KeyValuePair<string, string>>
        {
            new("response_type", "code"),
            new("client_id", ClientId!),
            new("code_challenge", pkce.CodeChallenge),
            new("code_challenge_method", pkce.CodeChallengeMethod),
        };
        if (RedirectUri is not null)
        {
            parameters.Add(new("redirect_uri", RedirectUri));
        }

        var call = new ApiCall(Operations.AuthAuthorization) { Body = new AuthorizationRequest { Parameters = FormEncoding.Build(parameters) } };
        if (Call(call, ClientId) is not { Body: AuthorizationResponse response } answer)
        {
            result.Valid = false;
            result.Reason = "The quick test got no answer.";
            return;
        }

        result.ServiceName = response.Service?.ServiceName ?? result.ServiceName;
        result.Latency = answer.Elapsed;
        result.StatusCode = answer.StatusCode;
        result.ResultCode = response.ResultCode;
        result.ResultMessage = response.ResultMessage;
        if (string.IsNullOrEmpty(response.Ticket))
        {
            result.Valid = false;
            result.Reason = "The quick test came back without a ticket: " + response.Action + ", " + response.ResultMessage;
        }
    }
}
