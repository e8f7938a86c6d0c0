using System;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Connection;
using Authlete.PowerShell.Errors;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>What all cmdlets share: a call that a stop ends at once, errors from one place, objects with all their members.</summary>
public abstract class AuthleteCmdlet : PSCmdlet, IDisposable
{
    private const string PemHeader = "-----BEGIN CERTIFICATE-----";

    private readonly CancellationTokenSource _stop = new();

    // The line of a call is made for whoever looks at it, not for each of ten thousand.
    private bool? _isVerbose;

    internal VaultReader Vaults { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        _stop.Cancel();
        Vaults.Stop();
    }

    internal bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Runs a step whose failure ends the whole command.</summary>
    private protected T Setup<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SetupException e)
        {
            ThrowTerminatingError(e.ToErrorRecord());
            throw;
        }
    }

    /// <summary>Runs the step for one input; its failure is an error of that input.</summary>
    private protected void ForInput(Action step)
    {
        try
        {
            step();
        }
        catch (SetupException e)
        {
            WriteError(e.ToErrorRecord());
        }
        catch (ArgumentException e)
        {
            WriteError(SetupErrors.InvalidArgument(e.Message).ToErrorRecord());
        }
    }

    /// <summary>Sends a call and waits for its answer, or for a stop.</summary>
    /// <exception cref="AuthleteApiException">The call failed.</exception>
    private protected OperationResult Send(AuthleteConnection connection, ApiCall call, ApiCredential? keys) =>
        Await(connection.Api.SendAsync(call, keys, _stop.Token), call);

    /// <summary>A source of tokens that a stop cancels, too.</summary>
    private protected CancellationTokenSource NewCancellation() => CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);

    /// <summary>Waits for the answer of a call that is under way, or for a stop.</summary>
    /// <exception cref="AuthleteApiException">The call failed.</exception>
    private protected OperationResult Await(Task<OperationResult> sending, ApiCall call)
    {
        try
        {
            sending.Wait(_stop.Token);
            var answer = sending.GetAwaiter().GetResult();
            TraceCall(call.Operation, answer.StatusCode, (answer.Body as ApiResponse)?.ResultCode, answer.Elapsed);
            return answer;
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (AggregateException e) when (e.InnerException is OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (AggregateException e) when (e.InnerException is AuthleteApiException failure)
        {
            TraceCall(call.Operation, failure.StatusCode, failure.ErrorId, failure.Elapsed);
            throw failure;
        }
    }

    /// <summary>After a refusal: whether it is Authlete 3.0 that answers. Asked only where the status lets it be.</summary>
    private protected bool IsVersion3(AuthleteConnection connection, AuthleteApiException failure)
    {
        if (failure.StatusCode is not (400 or 401 or 403 or 404))
        {
            return false;
        }

        try
        {
            return CredentialProof.IsVersion3(Send(connection, CredentialProof.Version(), null));
        }
        catch (AuthleteApiException)
        {
            return false;
        }
    }

    /// <summary>Writes a response or a part of one, its unknown members as properties too.</summary>
    private protected void WriteView(JsonView view) => WriteObject(UnknownMembers.Attach(view));

    /// <summary>Reads a certificate from a file, PEM or DER, as PEM.</summary>
    private protected string ReadCertificateFile(string path, string parameter)
    {
        if (IsBound(parameter))
        {
            throw SetupErrors.CredentialConflict("-" + parameter + " and -" + parameter + "File");
        }

        try
        {
            var resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
            var text = File.ReadAllText(resolved);
            var first = text.IndexOf(PemHeader, StringComparison.Ordinal);
            if (first >= 0)
            {
                return text.IndexOf(PemHeader, first + 1, StringComparison.Ordinal) < 0
                    ? text
                    : throw SetupErrors.InvalidArgument("The file " + path + " holds several certificates. Give a file with the client's own; the chain goes to -ClientCertificatePath.");
            }

#pragma warning disable SYSLIB0057 // The loader that replaces it is not in .NET Standard 2.0.
            using var certificate = new X509Certificate2(File.ReadAllBytes(resolved));
#pragma warning restore SYSLIB0057
            return CertificateTextAttribute.ToPem(certificate);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or NotSupportedException)
        {
            throw SetupErrors.FileNotReadable(path, e.Message);
        }
    }

    private void TraceCall(Operation operation, int? statusCode, string? resultCode, TimeSpan elapsed)
    {
        if (!(_isVerbose ??= WantsVerbose()))
        {
            return;
        }

        WriteVerbose(string.Format(
            CultureInfo.InvariantCulture,
            "{0}: {1}{2}, {3:0} ms",
            operation,
            statusCode is { } status ? "HTTP " + status.ToString(CultureInfo.InvariantCulture) : "no answer",
            resultCode is null ? "" : ", " + resultCode,
            elapsed.TotalMilliseconds));
    }

    private bool WantsVerbose() => MyInvocation.BoundParameters.TryGetValue("Verbose", out var said)
        ? LanguagePrimitives.IsTrue(said)
        : GetVariableValue("VerbosePreference") is not ActionPreference.SilentlyContinue;
}
