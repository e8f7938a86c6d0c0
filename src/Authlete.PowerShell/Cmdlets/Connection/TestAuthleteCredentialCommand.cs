using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Tests an API key and secret without side effects, and tells whose they are.</summary>
/// <remarks>
/// <para>Makes one read-only call with a credential. That of <c>-Credential</c>, and of an entry with only one, is tried as a service's, and as a service owner's if no service has the key. A wrong key is a result with <c>Valid</c> false and a warning, not an error; a host that can't be reached is an error.</para>
/// <para>The result is an object, and an object is always true in a condition: use <c>-Quiet</c>, or look at <c>.Valid</c>. A check that is to say why it fails looks at <c>.Reason</c>, which is null for a valid credential, with <c>-ErrorAction Stop</c> for a server that doesn't answer.</para>
/// <para>With <c>-ClientId</c> it also runs the quick test that Authlete's documentation suggests: an authorization request of that client, which has to come back with an action and a ticket. That leaves a ticket behind, which expires after 24 hours.</para>
/// </remarks>
/// <example>
/// <para>Is the default connection, or the credential in the environment, good?</para>
/// <code>
/// Test-AuthleteCredential -Quiet
/// </code>
/// </example>
/// <example>
/// <para>Check the credential in Pester: if the check fails, it says why.</para>
/// <code>
/// (Test-AuthleteCredential -ErrorAction Stop).Reason | Should -BeNullOrEmpty
/// </code>
/// </example>
/// <example>
/// <para>Tell what a credential is, and whether a client can start a flow.</para>
/// <code>
/// Test-AuthleteCredential -Credential $credential -BaseUri $baseUri -ClientId $clientId -RedirectUri $redirectUri
/// </code>
/// </example>
/// <outputs>The result; with -Quiet true or false.</outputs>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso cref="GetAuthleteServerInfoCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
[Cmdlet(VerbsDiagnostic.Test, "AuthleteCredential")]
[OutputType(typeof(AuthleteCredentialTest), typeof(bool))]
public sealed class TestAuthleteCredentialCommand : ConnectedCmdlet
{
    /// <summary>Runs the quick test with this client: its id or alias.</summary>
    [Parameter]
    [Alias("ClientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>The redirect URI for the quick test; absent: the client's own if it has just one.</summary>
    [Parameter]
    public string? RedirectUri { get; set; }

    /// <summary>Tests the service owner's credential of a connection that holds both.</summary>
    [Parameter]
    public SwitchParameter ServiceOwner { get; set; }

    /// <summary>Writes true or false only, and no warning.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override CredentialKind CredentialKind => ServiceOwner ? CredentialKind.ServiceOwner : CredentialKind.Service;

    // A connection or an environment that has the owner's credential alone is tested with that.
    private protected override bool AcceptsOwnerCredential => !ServiceOwner;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunForRecord(() =>
        {
            if (RedirectUri is not null && ClientId is null)
            {
                throw SetupErrors.InvalidArgument("-RedirectUri goes with -ClientId.");
            }

            var test = CredentialTest.Run(
                ActiveConnection,
                ActiveCredential,
                FindKinds(),
                (call, credential) => Send(ActiveConnection, call, credential)
            );
            if (test.Error is not null)
            {
                WriteError(test.Error);
            }

            if (test.Result is { } result)
            {
                if (result.Valid && ClientId is not null)
                {
                    RunQuickTest(ClientId, result.Kind).AddTo(result);
                }

                Write(result);
            }
        });

    /// <summary>A credential of a parameter may be a service's or an owner's; one of a connection is of the kind that it was connected as.</summary>
    private CredentialKind[] FindKinds() =>
        ActiveKind == CredentialKind.Service
        && ActiveConnection.GetCredential(CredentialKind.ServiceOwner) is null
        && (Credential is not null || SecretName is not null)
            ? [CredentialKind.Service, CredentialKind.ServiceOwner]
            : [ActiveKind];

    private AuthorizationQuickTest RunQuickTest(string clientId, string? kind)
    {
        if (kind != nameof(CredentialKind.Service))
        {
            return AuthorizationQuickTest.NotPossible();
        }

        var call = AuthorizationQuickTest.NewCall(clientId, RedirectUri);
        try
        {
            return AuthorizationQuickTest.FromAnswer(Send(ActiveConnection, call, ActiveCredential));
        }
        catch (AuthleteApiException e)
        {
            WriteError(ApiErrors.ToErrorRecord(e, ActiveConnection.GetOrigin(ActiveKind), call.Operation.Name, clientId));
            return AuthorizationQuickTest.FromAnswer(null);
        }
    }

    private void Write(AuthleteCredentialTest result)
    {
        if (Quiet)
        {
            WriteObject(result.Valid);
            return;
        }

        if (!result.Valid)
        {
            WriteWarning(result.Reason ?? "The credential is not valid.");
        }

        DefaultProperties.Add(result);
        WriteObject(result);
    }
}
