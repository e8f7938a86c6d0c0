using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Tests an API key and secret, and returns the service or service owner that they belong to.</summary>
/// <remarks>
/// <para>The cmdlet makes one read-only call. It tries <c>-Credential</c> as a service's credential first. If no service has the key, it tries it as a service owner's. For a wrong key, it writes a warning and returns a result whose <c>Valid</c> is <c>$false</c>. If the server can't be reached, it is an error.</para>
/// <para>The result is an object, which is always true in a condition. In a condition, use <c>-Quiet</c> or <c>.Valid</c>. In Pester, use <c>.Reason</c>, which is <c>$null</c> for a valid credential. A failed check then shows the reason.</para>
/// <para>With <c>-ClientId</c>, the cmdlet also runs the quick test in Authlete's documentation: it sends an authorization request of the client, and expects an action and a ticket.</para>
/// </remarks>
/// <example>
/// <para>Test the default connection.</para>
/// <code>
/// Test-AuthleteCredential -Quiet
/// </code>
/// </example>
/// <example>
/// <para>Check the credential in Pester.</para>
/// <code>
/// (Test-AuthleteCredential -ErrorAction Stop).Reason |
///     Should -BeNullOrEmpty
/// </code>
/// </example>
/// <example>
/// <para>Test a credential and a client.</para>
/// <code>
/// Test-AuthleteCredential -Credential $credential -BaseUri $baseUri `
///     -ClientId $clientId -RedirectUri $redirectUri
/// </code>
/// </example>
/// <outputs type="Authlete.PowerShell.AuthleteCredentialTest">The result of the test.</outputs>
/// <outputs type="System.Boolean">Whether the credential is valid, if you specify <c>-Quiet</c>.</outputs>
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
    /// <summary>The ID or alias of the client for the quick test.</summary>
    [Parameter]
    [Alias("ClientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>The redirect URI for the quick test. By default, the client's redirect URI, if it has exactly one.</summary>
    [Parameter]
    public string? RedirectUri { get; set; }

    /// <summary>Indicates that the cmdlet tests the service owner's credential if the connection has both.</summary>
    [Parameter]
    public SwitchParameter ServiceOwner { get; set; }

    /// <summary>Indicates that the cmdlet returns only <c>$true</c> or <c>$false</c>, and writes no warning.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override CredentialKind CredentialKind => ServiceOwner ? CredentialKind.ServiceOwner : CredentialKind.Service;

    // If a connection or the environment has only the owner's credential, that is tested.
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

    /// <summary>A credential in a parameter can be a service's or an owner's. The kind of a connection's credential is known.</summary>
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
