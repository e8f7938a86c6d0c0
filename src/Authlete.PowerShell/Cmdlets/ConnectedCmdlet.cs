using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connection;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that calls Authlete through a connection.</summary>
public abstract class ConnectedCmdlet : AuthleteCmdlet
{
    private AuthleteConnection? _used;

    /// <summary>The connection to use, from <c>Connect-Authlete -PassThru</c>. Absent: the runspace's default connection, else the environment variables.</summary>
    [Parameter]
    public AuthleteConnection? Connection { get; set; }

    /// <summary>The API key (as user name) and API secret (as password) of the kind that the operation needs; a user name alone asks for the secret.</summary>
    [Parameter]
    [ApiCredential]
    public PSCredential? Credential { get; set; }

    /// <summary>The name of a SecretManagement entry that holds the key and secret: a PSCredential, a Hashtable (ApiKey, ApiSecret, optionally BaseUri, ServiceOwnerApiKey, ServiceOwnerApiSecret), or a text key:secret.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? SecretName { get; set; }

    /// <summary>The SecretManagement vault to look in; absent: all of them.</summary>
    [Parameter]
    [Alias("VaultName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    public string? Vault { get; set; }

    /// <summary>The base URI of the API, with <c>-Credential</c> or <c>-SecretName</c> only. Absent: the entry's own, else https://api.authlete.com/api.</summary>
    [Parameter]
    public Uri? BaseUri { get; set; }

    private protected abstract CredentialKind CredentialKind { get; }

    /// <summary>Whether the other kind's pair does as well where there is no pair of the kind.</summary>
    private protected virtual bool TakesEitherKind => false;

    /// <summary>The kind of the pair in use.</summary>
    private protected CredentialKind UsedKind { get; private set; }

    private protected AuthleteConnection Used => _used ?? throw new InvalidOperationException("BeginProcessing has not run.");

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        UsedKind = CredentialKind;
        _used = Setup(() => ConnectionChoice.For(this, UsedKind, Vaults, TakesEitherKind));
        if (_used.Keys(UsedKind) is null)
        {
            UsedKind = CredentialKind.ServiceOwner;
        }

        var kind = UsedKind;
        WriteVerbose("Calling " + _used.BaseUri + " as " + KeyPairs.Owner(kind) + " " + _used.Keys(kind)?.Key + ", from " + _used.SourceOf(kind) + ".");
    }

    /// <summary>Sends a call. A failure is written as an error, and the answer is null.</summary>
    /// <param name="call">The call.</param>
    /// <param name="target">An identifier of what is acted on, never a secret; null names the operation.</param>
    /// <param name="isExpected">Tells a failure that is no error here.</param>
    /// <param name="begun">The call, if it is under way.</param>
    private protected OperationResult? Call(ApiCall call, string? target = null, Func<AuthleteApiException, bool>? isExpected = null, Task<OperationResult>? begun = null)
    {
        var kind = UsedKind;
        var keys = UsedKeys;
        try
        {
            var answer = begun is null ? Send(Used, call, keys) : Await(begun, call);
            CheckAction(call, keys, answer);
            return answer;
        }
        catch (AuthleteApiException e)
        {
            if (isExpected?.Invoke(e) == true)
            {
                return null;
            }

            WriteError(ApiErrors.ToErrorRecord(e, Used, kind, call.Operation.Name, target));
            return null;
        }
    }

    private protected ApiCredential UsedKeys => Used.Keys(UsedKind) ?? throw SetupErrors.ConnectionClosed();

    /// <summary>Sends a call and writes its answer.</summary>
    private protected void Relay(ApiCall call, string? target = null)
    {
        if (Call(call, target) is { Body: { } body })
        {
            WriteView(body);
        }
    }

    private static void CheckAction(ApiCall call, ApiCredential keys, OperationResult answer)
    {
        var expected = call.Operation.SuccessActions;
        if (expected.Count > 0 && answer.Body is ApiResponse response && response.GetMember("action") is string action && !expected.Contains(action))
        {
            throw ApiErrors.FromAction(call, keys, response, action, answer.StatusCode);
        }
    }
}
