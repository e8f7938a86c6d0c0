using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Tests an API key and secret, and returns whose they are.</summary>
/// <remarks>
/// <para>Makes one read-only call. It tries a credential as a service's first, and then as a service owner's if no service has the key. For a wrong key, it writes a warning and returns a result with <c>Valid</c> set to false. A host that can't be reached is an error.</para>
/// <para>An object is always true in a condition: in a condition, use <c>-Quiet</c> or <c>.Valid</c>. In a check, use <c>.Reason</c>, which is null for a valid credential, with <c>-ErrorAction Stop</c>. Then a failed check says why.</para>
/// <para>With <c>-ClientId</c>, it also runs the quick test that Authlete's documentation suggests: an authorization request of that client must return an action and a ticket. The ticket expires after 24 hours.</para>
/// </remarks>
/// <example>
/// <para>Test the default connection or the credential in the environment.</para>
/// <code>
/// Test-AuthleteCredential -Quiet
/// </code>
/// </example>
/// <example>
/// <para>Check the credential in Pester. A check that fails says why.</para>
/// <code>
/// (Test-AuthleteCredential -ErrorAction Stop).Reason | Should -BeNullOrEmpty
/// </code>
/// </example>
/// <example>
/// <para>Find out whose a credential is, and whether a client can start a flow.</para>
/// <code>
/// Test-AuthleteCredential -Credential $credential -BaseUri $baseUri -ClientId $clientId -RedirectUri $redirectUri
/// </code>
/// </example>
/// <outputs>The result, or true or false if you specify -Quiet.</outputs>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso cref="GetAuthleteConnectionCommand"/>
/// <seealso cref="GetAuthleteServerInfoCommand"/>
/// <seealso cref="InvokeAuthleteAuthorizationCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
/// <seealso href="docs/getting-started.md">Getting started</seealso>
/// <seealso href="docs/credentials.md">Credentials</seealso>
[Cmdlet(VerbsDiagnostic.Test, "AuthleteCredential", HelpUri = CmdletPage.Folder + "Test-AuthleteCredential.md")]
[OutputType(typeof(AuthleteCredentialTest), typeof(bool))]
public sealed class TestAuthleteCredentialCommand : ConnectedCmdlet
{
    /// <summary>The ID or alias of the client to run the quick test with.</summary>
    [Parameter]
    [Alias("ClientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>The redirect URI for the quick test. By default, the client's own if it has exactly one.</summary>
    [Parameter]
    public string? RedirectUri { get; set; }

    /// <summary>Indicates that the service owner's credential is tested, if the connection has both.</summary>
    [Parameter]
    public SwitchParameter ServiceOwner { get; set; }

    /// <summary>Indicates that the cmdlet returns only true or false, and writes no warning.</summary>
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
                throw SetupErrors.InvalidArgument("-RedirectUri requires -ClientId.");
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
            WriteWarning(result.Reason ?? "The credential isn't valid.");
        }

        DefaultProperties.Add(result);
        WriteObject(result);
    }
}
