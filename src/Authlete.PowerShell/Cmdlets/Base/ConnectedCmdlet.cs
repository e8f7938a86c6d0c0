using System;
using System.Management.Automation;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that calls Authlete through a connection.</summary>
public abstract partial class ConnectedCmdlet : AuthleteCmdlet
{
    private AuthleteConnection? _connection;
    private CallQueue? _queue;
    private WorkProgress? _progress;
    private bool _takesIdentifier;

    // Whether the next record in the order is being finished. An exception from it ends the pipeline.
    private bool _isFinishing;

    /// <summary>The connection to use, such as the output of <c>Connect-Authlete -PassThru</c>. By default, the cmdlet uses the default connection of the runspace, or else the environment variables.</summary>
    [Parameter]
    public AuthleteConnection? Connection { get; set; }

    /// <summary>The API key (user name) and API secret (password) of the service, or of the service owner if the cmdlet requires it. If you specify only a user name, PowerShell prompts for the secret.</summary>
    [Parameter]
    [ApiCredential]
    public PSCredential? Credential { get; set; }

    /// <summary>The name of the SecretManagement entry that contains the API key and secret. For the types of entries, see about_Authlete_Credentials.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? SecretName { get; set; }

    /// <summary>The SecretManagement vault that contains the entry. By default, SecretManagement searches all vaults.</summary>
    [Parameter]
    [Alias("VaultName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    public string? Vault { get; set; }

    /// <summary>The base URI of the API, which you can specify with <c>-Credential</c> or <c>-SecretName</c>. By default, the cmdlet uses the base URI in the vault entry, or else https://api.authlete.com/api. The latter is an error (BaseUriAmbiguous) if AUTHLETE_BASE_URL or the default connection has another base URI.</summary>
    [Parameter]
    [UriText]
    public Uri? BaseUri { get; set; }

    private protected abstract CredentialKind CredentialKind { get; }

    /// <summary>Whether the cmdlet also accepts a service owner's credential.</summary>
    private protected virtual bool AcceptsOwnerCredential => false;

    /// <summary>The parameters that choose the connection.</summary>
    private protected virtual ConnectionArguments ConnectionArguments =>
        new(MyInvocation.BoundParameters.Keys)
        {
            Connection = Connection,
            Credential = Credential,
            SecretName = SecretName,
            Vault = Vault,
            BaseUri = BaseUri,
        };

    /// <summary>The identifier from the pipeline. Null if there is none.</summary>
    private protected virtual PipedIdentifier? PipedIdentifier => null;

    /// <summary>The kind of the credential in use.</summary>
    private protected CredentialKind ActiveKind { get; private set; }

    private protected AuthleteConnection ActiveConnection =>
        _connection ?? throw new InvalidOperationException("BeginProcessing has not run.");

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // Parameters that are bound before the first record come from the command line.
        _takesIdentifier = MyInvocation.ExpectingInput && PipedIdentifier is { } identifier && !IsBound(identifier.Parameter);
        ActiveKind = CredentialKind;
        _connection = RunOrTerminate(() => new ConnectionResolver(Vaults).Resolve(ConnectionArguments, ActiveKind, AcceptsOwnerCredential));
        if (_connection.GetCredential(ActiveKind) is null)
        {
            ActiveKind = CredentialKind.ServiceOwner;
        }

        if (ShowsVerbose)
        {
            var origin = _connection.GetOrigin(ActiveKind);
            WriteVerbose(
                $"Calling {origin.BaseUri} {_connection.DescribeProxy()} as {origin.Kind.ToDisplayName()} {origin.ApiKey}, from {origin.CredentialSource}."
            );
        }
    }

    private protected ApiCredential ActiveCredential => ActiveConnection.GetCredential(ActiveKind) ?? throw SetupErrors.ConnectionClosed();

    /// <summary>Refuses an identifier from the pipeline that belongs to an object of another type.</summary>
    private protected void ValidateInput()
    {
        if (_takesIdentifier)
        {
            PipedIdentifier?.Validate(MyInvocation.MyCommand.Name);
        }
    }

    /// <summary>Sends calls on threads other than the pipeline's.</summary>
    private protected CallRunner Runner => new(ActiveConnection.Api, ActiveCredential);

    /// <summary>The maximum number of records in flight.</summary>
    private protected virtual int RecordsAtOnce => 1;

    /// <summary>Sends a call and writes its response, after those of the records before it.</summary>
    private protected void Submit(PreparedCall call) =>
        Submit(new QueuedCall(token => Runner.RunAsync(call, token), outcome => Write(call, outcome)) { Key = call.Call.PathValue });

    /// <summary>Processes a record as soon as the limit of records in flight allows it.</summary>
    private protected void Submit(QueuedCall call)
    {
        if (RecordsAtOnce > 1)
        {
            (_queue ??= new CallQueue(RecordsAtOnce, StopToken)).Add(WithOwnErrors(call));
        }
        else
        {
            var outcome = WaitFor(call.Start(StopToken));
            WriteTraces(outcome);
            call.Finish(call.Continue?.Invoke(outcome) is { } next ? WaitFor(next(StopToken)) : outcome);
        }

        if (MyInvocation.ExpectingInput)
        {
            ReportProgress();
        }
    }

    /// <summary>A failure of a record is an error of that record, in the order of the input, whichever record the pipeline thread is processing.</summary>
    private QueuedCall WithOwnErrors(QueuedCall call)
    {
        SetupException? refusal = null;
        return call with
        {
            Continue = call.Continue is not { } decide
                ? null
                : outcome =>
                {
                    WriteTraces(outcome);
                    try
                    {
                        return decide(outcome);
                    }
                    catch (SetupException e)
                    {
                        refusal = e;
                        return null;
                    }
                },
            Finish = outcome =>
            {
                _isFinishing = true;
                RunForRecord(() =>
                {
                    if (refusal is not null)
                    {
                        throw refusal;
                    }

                    call.Finish(outcome);
                });
                _isFinishing = false;
            },
        };
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        DrainQueue();
        if (_progress?.End() is { } end)
        {
            WriteProgress(end);
        }
    }

    /// <summary>Finishes all records that are in flight.</summary>
    private protected void DrainQueue() => RunForRecord(() => _queue?.Drain());

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _queue?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Writes the error of a record in the order of the input.</summary>
    private protected override void Report(SetupException error)
    {
        if (!_isFinishing && _queue is { IsEmpty: false } queue)
        {
            var nothing = Task.FromResult(new CallOutcome(new PreparedCall(new ApiCall(Operations.Info)), null, null, []));
            queue.Add(new QueuedCall(_ => nothing, _ => base.Report(error)));
        }
        else
        {
            base.Report(error);
        }
    }

    /// <summary>Counts an object. Shows progress if the work takes long.</summary>
    private protected void ReportProgress()
    {
        if ((_progress ??= new WorkProgress(MyInvocation.MyCommand.Name)).Count() is { } record)
        {
            WriteProgress(record);
        }
    }
}
