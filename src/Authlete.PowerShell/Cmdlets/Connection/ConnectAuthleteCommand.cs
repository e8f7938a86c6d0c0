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

/// <summary>Sets the default connection of this session, or makes connections to many services.</summary>
/// <remarks>
/// <para>Takes the API key and secret of a service, of a service owner, or both, from a PSCredential or a SecretManagement vault; without any of these, from the environment variables AUTHLETE_SERVICE_APIKEY, AUTHLETE_SERVICE_APISECRET, AUTHLETE_SERVICEOWNER_APIKEY, AUTHLETE_SERVICEOWNER_APISECRET and AUTHLETE_BASE_URL. Each credential is tested with one read-only call before it becomes the default, unless you specify <c>-SkipTest</c>.</para>
/// <para>If it fails, whatever the reason, this session is disconnected until the next Connect-Authlete that succeeds: cmdlets without a connection of their own are errors (<c>Disconnected</c>), and don't go on with an earlier connection or the environment. An earlier connection object that a variable holds stays usable. Only what PowerShell itself refuses before the cmdlet runs, such as an unknown parameter, changes nothing.</para>
/// <para>The default connection belongs to the runspace: a parallel script block or a job has none of it and takes one with <c>-Connection</c>. Nothing is written to disk.</para>
/// <para>With <c>-Service</c>, from Get-AuthleteService, it makes a connection for each service and writes it, and sets no default: the API key and secret come from the service, the base URI, options and the owner's API key and secret from the connection that it was read with, so that cmdlets for configuration work over many services.</para>
/// </remarks>
/// <example>
/// <para>Connect to a service with its API key and secret.</para>
/// <code>
/// Connect-Authlete -Credential $credential -BaseUri $baseUri
/// </code>
/// </example>
/// <example>
/// <para>Connect with an entry of a vault, for a longer timeout.</para>
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
/// <inputs type="Service">A service, from Get-AuthleteService.</inputs>
/// <outputs>The connection, with -PassThru or -Service; else nothing.</outputs>
/// <seealso cref="DisconnectAuthleteCommand"/>
/// <seealso cref="TestAuthleteCredentialCommand"/>
/// <seealso cref="GetAuthleteConnectionCommand"/>
/// <seealso>about_Authlete_Credentials</seealso>
[Cmdlet(VerbsCommunications.Connect, "Authlete", DefaultParameterSetName = "Default")]
[OutputType(typeof(AuthleteConnection))]
public sealed class ConnectAuthleteCommand : AuthleteCmdlet
{
    private const string Default = "Default";
    private const string Many = "Service";

    /// <summary>The service's API key (as user name) and API secret (as password); a user name alone asks for the secret.</summary>
    [Parameter(ParameterSetName = Default, Position = 0)]
    [ApiCredential]
    public PSCredential? Credential { get; set; }

    /// <summary>The name of a SecretManagement entry that holds the service's API key and secret; a Hashtable may hold the owner's and the base URI too.</summary>
    [Parameter(ParameterSetName = Default)]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? SecretName { get; set; }

    /// <summary>The SecretManagement vault to look in; absent: all of them.</summary>
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

    /// <summary>The base URI of the API. Absent: the vault entry's own, for credentials of the environment AUTHLETE_BASE_URL, else https://api.authlete.com/api if neither AUTHLETE_BASE_URL nor the default connection names another.</summary>
    [Parameter(ParameterSetName = Default)]
    [UriText]
    public Uri? BaseUri { get; set; }

    /// <summary>A proxy to go through; absent: the system's. Not for a base URI on this machine.</summary>
    [Parameter(ParameterSetName = Default)]
    [UriText]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy.</summary>
    [Parameter(ParameterSetName = Default)]
    [ApiCredential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Goes through no proxy, not even the system's. This machine is always called without one.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>The time that one attempt may take, in seconds: 1 to 86400.</summary>
    [Parameter(ParameterSetName = Default)]
    [Number]
    public int TimeoutSec { get; set; } = (int)CallPolicy.Default.Timeout.TotalSeconds;

    /// <summary>How often a failed call is sent again at most. Only calls that are safe to repeat are, or those that surely never arrived. 0 turns retries off.</summary>
    [Parameter(ParameterSetName = Default)]
    [Number]
    public int MaximumRetryCount { get; set; } = CallPolicy.Default.MaximumRetryCount;

    /// <summary>The longest wait before the first retry, in seconds. It doubles for each further one, up to a minute; a server's Retry-After wins.</summary>
    [Parameter(ParameterSetName = Default)]
    [Number]
    public int RetryIntervalSec { get; set; } = (int)CallPolicy.Default.RetryInterval.TotalSeconds;

    /// <summary>Takes any server certificate. For trying only: whoever is in between can read the secret. Warns each time.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Lets the secret go over plain http to another machine, which is refused otherwise.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter AllowUnencryptedAuthentication { get; set; }

    /// <summary>A service to make a connection for.</summary>
    [Parameter(ParameterSetName = Many, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? Service { get; set; }

    /// <summary>Writes the connection.</summary>
    [Parameter(ParameterSetName = Default)]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Does not test the credentials with a call.</summary>
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
            WriteWarning(
                "The certificate of " + connection.BaseUri.Host + " is not checked: whoever is in between can read the API secret."
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
