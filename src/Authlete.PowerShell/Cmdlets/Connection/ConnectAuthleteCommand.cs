using System;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Sets the default connection of the session, or connects to many services.</summary>
/// <remarks>
/// <para>Specify the API key and secret of a service, of a service owner, or both, as a PSCredential or as the name of a SecretManagement entry. If you specify neither, the cmdlet uses the environment variables AUTHLETE_SERVICE_APIKEY, AUTHLETE_SERVICE_APISECRET, AUTHLETE_SERVICEOWNER_APIKEY, AUTHLETE_SERVICEOWNER_APISECRET and AUTHLETE_BASE_URL. It tests each credential with one read-only call, unless you specify <c>-SkipTest</c>.</para>
/// <para>The default connection belongs to the runspace. In a parallel script block or a job, specify <c>-Connection</c>. The cmdlet writes nothing to disk.</para>
/// <para>If the cmdlet fails, the session is disconnected. Until Connect-Authlete succeeds, cmdlets that need the default connection fail with the error <c>Disconnected</c>. They use neither an earlier connection nor the environment variables. Connection objects in variables still work.</para>
/// <para>If you pipe services from Get-AuthleteService, the cmdlet returns a connection to each of them and sets no default. A connection has the API key and secret of the service. It has the base URI, the options, and the service owner's credential of the connection that read the service.</para>
/// </remarks>
/// <example>
/// <para>Connect with a vault entry.</para>
/// <code>
/// Connect-Authlete -SecretName authlete-service
/// </code>
/// </example>
/// <example>
/// <para>Connect with an API key and secret.</para>
/// <code>
/// Connect-Authlete -Credential $credential -BaseUri $baseUri
/// </code>
/// </example>
/// <example>
/// <para>Allow more time and retries on a slow network.</para>
/// <code>
/// Connect-Authlete -SecretName authlete-service -TimeoutSec 60 `
///     -MaximumRetryCount 5
/// </code>
/// </example>
/// <example>
/// <para>Show the name of a client of each service.</para>
/// <code>
/// Get-AuthleteService | Connect-Authlete | ForEach-Object {
///     Get-AuthleteClient -Connection $_ -First 1
/// }
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Service">A service from Get-AuthleteService.</inputs>
/// <outputs>The connection, if you specify <c>-PassThru</c> or pipe services. Otherwise, this cmdlet returns no output.</outputs>
/// <seealso cref="GetAuthleteConnectionCommand"/>
/// <seealso cref="TestAuthleteCredentialCommand"/>
/// <seealso cref="DisconnectAuthleteCommand"/>
/// <seealso cref="GetAuthleteServiceCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
/// <seealso href="docs/getting-started.md">Getting started</seealso>
/// <seealso href="docs/credentials.md">Credentials</seealso>
[Cmdlet(VerbsCommunications.Connect, "Authlete", DefaultParameterSetName = "Default", HelpUri = CmdletPage.Folder + "Connect-Authlete.md")]
[OutputType(typeof(AuthleteConnection))]
public sealed class ConnectAuthleteCommand : AuthleteCmdlet
{
    private const string Default = "Default";
    private const string Many = "Service";

    /// <summary>The service's API key (user name) and API secret (password). If you specify only a user name, PowerShell prompts for the secret.</summary>
    [Parameter(ParameterSetName = Default, Position = 0)]
    [ApiCredential]
    public PSCredential? Credential { get; set; }

    /// <summary>The name of the SecretManagement entry that contains the service's API key and secret. A Hashtable entry can also contain the service owner's, and the base URI.</summary>
    [Parameter(ParameterSetName = Default)]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? SecretName { get; set; }

    /// <summary>The SecretManagement vault that contains the entry. By default, SecretManagement searches all vaults.</summary>
    [Parameter(ParameterSetName = Default)]
    [Alias("VaultName")]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    public string? Vault { get; set; }

    /// <summary>The service owner's API key (user name) and API secret (password).</summary>
    [Parameter(ParameterSetName = Default)]
    [ApiCredential]
    public PSCredential? ServiceOwnerCredential { get; set; }

    /// <summary>The name of the SecretManagement entry that contains the service owner's API key and secret.</summary>
    [Parameter(ParameterSetName = Default)]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? ServiceOwnerSecretName { get; set; }

    /// <summary>The base URI of the API. By default, the cmdlet uses the base URI in the vault entry, or AUTHLETE_BASE_URL for credentials from the environment, or else https://api.authlete.com/api. The last is an error (BaseUriAmbiguous) if AUTHLETE_BASE_URL or the default connection has another base URI.</summary>
    [Parameter(ParameterSetName = Default)]
    [UriText]
    public Uri? BaseUri { get; set; }

    /// <summary>The proxy to use. By default, the system's proxy. You can't use a proxy for a base URI on this computer.</summary>
    [Parameter(ParameterSetName = Default)]
    [UriText]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy.</summary>
    [Parameter(ParameterSetName = Default)]
    [ApiCredential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Indicates that the connection uses no proxy, not even the system's. Calls to this computer never use a proxy.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>The maximum time for one attempt of a call, in seconds, from 1 to 86400.</summary>
    [Parameter(ParameterSetName = Default)]
    [Number]
    public int TimeoutSec { get; set; } = (int)CallPolicy.Default.Timeout.TotalSeconds;

    /// <summary>The maximum number of retries of a failed call. A call is retried only if it is safe to repeat or certainly never arrived. 0 turns off retries.</summary>
    [Parameter(ParameterSetName = Default)]
    [Number]
    public int MaximumRetryCount { get; set; } = CallPolicy.Default.MaximumRetryCount;

    /// <summary>The maximum wait before the first retry, in seconds. It doubles for each further retry, up to a minute. The server's Retry-After header takes precedence.</summary>
    [Parameter(ParameterSetName = Default)]
    [Number]
    public int RetryIntervalSec { get; set; } = (int)CallPolicy.Default.RetryInterval.TotalSeconds;

    /// <summary>Indicates that the connection accepts any server certificate. Use it only for tests, because anyone between you and the server can read the secret. The cmdlet writes a warning.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Indicates that the connection can send the secret over unencrypted http to another computer.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter AllowUnencryptedAuthentication { get; set; }

    /// <summary>The services to connect to.</summary>
    [Parameter(ParameterSetName = Many, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? Service { get; set; }

    /// <summary>Indicates that the cmdlet returns the connection.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Indicates that the cmdlet doesn't test the credentials.</summary>
    [Parameter]
    public SwitchParameter SkipTest { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Service is not null)
        {
            RunForRecord(() => ConnectService(Service));
        }
        else
        {
            Connect();
        }
    }

    private void Connect()
    {
        // Disconnect first: if anything fails from here on, the script must not continue with an earlier connection.
        DefaultConnection.Forget();
        var connection = RunOrTerminate(NewConnection);
        if (SkipCertificateCheck)
        {
            WriteWarning(
                "The certificate of " + connection.BaseUri.Host + " isn't checked. Anyone on the way to the server can read the API secret."
            );
        }

        if (Test(connection, CredentialKind.Service, CredentialKind.ServiceOwner) is { } error)
        {
            ThrowTerminatingError(error);
        }

        DefaultConnection.Set(connection);
        if (ShowsVerbose)
        {
            WriteVerbose($"Connected to {connection} {connection.DescribeProxy()}, credential from {connection.Source}.");
        }

        if (PassThru)
        {
            WriteObject(connection);
        }
    }

    private void ConnectService(PSObject input)
    {
        // Any object is bound, because the engine's own error about another type would print the contents of the object.
        if (PlainValues.Unwrap(input) is not Service service)
        {
            throw SetupErrors.NotAService(TextValues.Describe(PlainValues.Unwrap(input)));
        }

        // The service was just read with the owner's credential.
        var connection = ConnectionResolver.CreateFor(service);
        if (Test(connection, CredentialKind.Service) is { } error)
        {
            WriteError(error);
        }
        else
        {
            WriteObject(connection);
        }
    }

    private AuthleteConnection NewConnection()
    {
        var endpoint = new EndpointArguments
        {
            Proxy = Proxy,
            ProxyCredential = ProxyCredential,
            NoProxy = NoProxy,
            SkipCertificateCheck = SkipCertificateCheck,
            TimeoutSec = TimeoutSec,
            MaximumRetryCount = MaximumRetryCount,
            RetryIntervalSec = RetryIntervalSec,
        };
        endpoint.Validate();
        var arguments = new ConnectionArguments(MyInvocation.BoundParameters.Keys)
        {
            Credential = Credential,
            SecretName = SecretName,
            ServiceOwnerCredential = ServiceOwnerCredential,
            ServiceOwnerSecretName = ServiceOwnerSecretName,
            Vault = Vault,
            BaseUri = BaseUri,
        };
        return new ConnectionResolver(Vaults).Create(arguments, AllowUnencryptedAuthentication, endpoint.ToEndpoint, endpoint.Policy);
    }

    /// <summary>Tests the connection unless -SkipTest is specified. Returns the error if it fails.</summary>
    private ErrorRecord? Test(AuthleteConnection connection, params CredentialKind[] kinds) =>
        SkipTest ? null : ConnectionTest.Run(connection, (call, credential) => Send(connection, call, credential), kinds).Error;
}
