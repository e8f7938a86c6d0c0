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

/// <summary>Sets the default connection of the session, or creates connections to many services.</summary>
/// <remarks>
/// <para>Specify the API key and secret of a service, of a service owner, or both, as a PSCredential or as an entry of a SecretManagement vault. If you specify neither, the cmdlet uses the environment variables AUTHLETE_SERVICE_APIKEY, AUTHLETE_SERVICE_APISECRET, AUTHLETE_SERVICEOWNER_APIKEY, AUTHLETE_SERVICEOWNER_APISECRET and AUTHLETE_BASE_URL. It tests each credential with one read-only call, unless you specify <c>-SkipTest</c>.</para>
/// <para>If the cmdlet fails, the session is disconnected until Connect-Authlete succeeds: cmdlets that need the default connection fail with the error <c>Disconnected</c>, and use neither an earlier connection nor the environment. A connection object in a variable still works. If PowerShell rejects the command itself, for example because of an unknown parameter, nothing changes.</para>
/// <para>The default connection belongs to the runspace. In a parallel script block or a job, specify <c>-Connection</c>. Nothing is written to disk.</para>
/// <para>If you pipe services from Get-AuthleteService, the cmdlet returns a connection for each of them and sets no default. The API key and secret come from the service. The base URI, the options and the owner's API key and secret come from the connection that read it.</para>
/// </remarks>
/// <example>
/// <para>Connect to a service with its API key and secret.</para>
/// <code>
/// Connect-Authlete -Credential $credential -BaseUri $baseUri
/// </code>
/// </example>
/// <example>
/// <para>Connect with an entry of a vault and a longer timeout.</para>
/// <code>
/// Connect-Authlete -SecretName authlete-service -BaseUri $baseUri -TimeoutSec 60
/// </code>
/// </example>
/// <example>
/// <para>Work with each service of an owner.</para>
/// <code>
/// Get-AuthleteService | Connect-Authlete | ForEach-Object { Get-AuthleteClient -Connection $_ -First 1 }
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Service">A service, from Get-AuthleteService.</inputs>
/// <outputs>The connection, if you specify -PassThru or -Service. Otherwise, this cmdlet returns no output.</outputs>
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

    /// <summary>The service's API key (user name) and API secret (password). If you specify only a user name, you are prompted for the secret.</summary>
    [Parameter(ParameterSetName = Default, Position = 0)]
    [ApiCredential]
    public PSCredential? Credential { get; set; }

    /// <summary>The name of a SecretManagement entry that holds the service's API key and secret. If it is a Hashtable, it can also hold the owner's and the base URI.</summary>
    [Parameter(ParameterSetName = Default)]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? SecretName { get; set; }

    /// <summary>The SecretManagement vault to look in. By default, all vaults.</summary>
    [Parameter(ParameterSetName = Default)]
    [Alias("VaultName")]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    public string? Vault { get; set; }

    /// <summary>The service owner's API key and API secret.</summary>
    [Parameter(ParameterSetName = Default)]
    [ApiCredential]
    public PSCredential? ServiceOwnerCredential { get; set; }

    /// <summary>The name of a SecretManagement entry that holds the service owner's API key and secret.</summary>
    [Parameter(ParameterSetName = Default)]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? ServiceOwnerSecretName { get; set; }

    /// <summary>The base URI of the API. By default, the one in the vault entry, or AUTHLETE_BASE_URL for credentials from the environment, or else https://api.authlete.com/api if neither AUTHLETE_BASE_URL nor the default connection has another one.</summary>
    [Parameter(ParameterSetName = Default)]
    [UriText]
    public Uri? BaseUri { get; set; }

    /// <summary>The proxy to use. By default, the system's. It can't be used for a base URI on this machine.</summary>
    [Parameter(ParameterSetName = Default)]
    [UriText]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy.</summary>
    [Parameter(ParameterSetName = Default)]
    [ApiCredential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Indicates that no proxy is used, not even the system's. This machine is always called without a proxy.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>The time that one attempt can take, in seconds, from 1 to 86400.</summary>
    [Parameter(ParameterSetName = Default)]
    [Number]
    public int TimeoutSec { get; set; } = (int)CallPolicy.Default.Timeout.TotalSeconds;

    /// <summary>The maximum number of times that a failed call is sent again. Only calls that are safe to repeat, or that certainly never arrived, are sent again. 0 turns off retries.</summary>
    [Parameter(ParameterSetName = Default)]
    [Number]
    public int MaximumRetryCount { get; set; } = CallPolicy.Default.MaximumRetryCount;

    /// <summary>The longest wait before the first retry, in seconds. It doubles for each further retry, up to a minute. A server's Retry-After header takes precedence.</summary>
    [Parameter(ParameterSetName = Default)]
    [Number]
    public int RetryIntervalSec { get; set; } = (int)CallPolicy.Default.RetryInterval.TotalSeconds;

    /// <summary>Indicates that any server certificate is accepted. For tests only: anyone between you and the server can read the secret. The cmdlet writes a warning each time.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Allows the secret to be sent over unencrypted http to another machine.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter AllowUnencryptedAuthentication { get; set; }

    /// <summary>The service to connect to.</summary>
    [Parameter(ParameterSetName = Many, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? Service { get; set; }

    /// <summary>Indicates that the cmdlet returns the connection.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Indicates that the credentials aren't tested with a call.</summary>
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
        // First of all: whatever fails from here on, the script must not go on with an earlier connection.
        DefaultConnection.Forget();
        var connection = RunOrTerminate(NewConnection);
        if (SkipCertificateCheck)
        {
            WriteWarning("The certificate of " + connection.BaseUri.Host + " isn't checked: anyone in between can read the API secret.");
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
        // Bound as it is: the engine's own error about another type would print what is in the object.
        if (PlainValues.Unwrap(input) is not Service service)
        {
            throw SetupErrors.NotAService(TextValues.Describe(PlainValues.Unwrap(input)));
        }

        // The owner's credential has just read the service.
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

    /// <summary>Tests the connection, if wanted; the error if it fails.</summary>
    private ErrorRecord? Test(AuthleteConnection connection, params CredentialKind[] kinds) =>
        SkipTest ? null : ConnectionTest.Run(connection, (call, credential) => Send(connection, call, credential), kinds).Error;
}
