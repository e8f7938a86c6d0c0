using System;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connection;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Sets the default connection of this session, or makes connections to many services.</summary>
/// <remarks>
/// <para>Takes the key and secret of a service, of a service owner, or both, from a PSCredential or a SecretManagement vault; without any of these, from the environment variables AUTHLETE_SERVICE_APIKEY, AUTHLETE_SERVICE_APISECRET, AUTHLETE_SERVICEOWNER_APIKEY, AUTHLETE_SERVICEOWNER_APISECRET and AUTHLETE_BASE_URL. Each pair is proved with one read-only call before it becomes the default, unless <c>-SkipTest</c> is said.</para>
/// <para>The default connection belongs to the runspace: a parallel script block or a job has none of it and takes one with <c>-Connection</c>. Nothing is written to disk.</para>
/// <para>With <c>-Service</c>, from Get-AuthleteService, it makes a connection for each service and writes it, and sets no default: key and secret come from the service, base URI and options from the owner's connection that it was read with.</para>
/// </remarks>
/// <example>
/// <para>Connect to a service with a key and secret.</para>
/// <code>
/// Connect-Authlete -Credential $credential -BaseUri $baseUri
/// </code>
/// </example>
/// <example>
/// <para>Connect with an entry of a vault, for a longer timeout.</para>
/// <code>
/// Connect-Authlete -SecretName authlete-service -TimeoutSec 60
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

    /// <summary>The name of a SecretManagement entry that holds the service's key and secret; a Hashtable may hold the owner's and the base URI too.</summary>
    [Parameter(ParameterSetName = Default)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? SecretName { get; set; }

    /// <summary>The SecretManagement vault to look in; absent: all of them.</summary>
    [Parameter(ParameterSetName = Default)]
    [Alias("VaultName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    public string? Vault { get; set; }

    /// <summary>The service owner's API key and API secret.</summary>
    [Parameter(ParameterSetName = Default)]
    [ApiCredential]
    public PSCredential? ServiceOwnerCredential { get; set; }

    /// <summary>The name of a SecretManagement entry that holds the service owner's key and secret.</summary>
    [Parameter(ParameterSetName = Default)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? ServiceOwnerSecretName { get; set; }

    /// <summary>The base URI of the API. Absent: the vault entry's own, for keys from the environment AUTHLETE_BASE_URL, else https://api.authlete.com/api.</summary>
    [Parameter(ParameterSetName = Default)]
    public Uri? BaseUri { get; set; }

    /// <summary>A proxy to go through; absent: the system's.</summary>
    [Parameter(ParameterSetName = Default)]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy.</summary>
    [Parameter(ParameterSetName = Default)]
    [ApiCredential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>The time that one attempt may take, in seconds.</summary>
    [Parameter(ParameterSetName = Default)]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = (int)CallPolicy.Default.Timeout.TotalSeconds;

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

    /// <summary>Does not prove the pairs with a call.</summary>
    [Parameter]
    public SwitchParameter SkipTest { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Service is not null)
        {
            ForInput(() => ConnectService(Service));
            return;
        }

        var connection = Setup(NewConnection);
        if (SkipCertificateCheck)
        {
            WriteWarning("The certificate of " + connection.BaseUri.Host + " is not checked: whoever is in between can read the API secret.");
        }

        try
        {
            Prove(connection);
        }
        catch (ConnectionRefusedException e)
        {
            ThrowTerminatingError(e.Record);
        }

        DefaultConnection.Set(connection);
        WriteVerbose("Connected to " + connection + ", keys from " + connection.Source + ".");
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
            throw SetupErrors.NotAService(TextAttribute.Describe(PlainValues.Unwrap(input)));
        }

        if (service.ApiKey is not { } key || service.ApiSecret is not { } secret)
        {
            throw SetupErrors.ServiceWithoutKeys();
        }

        var owner = ServiceOrigin.Of(service) ?? DefaultConnection.Current;
        if (owner is { IsClosed: true })
        {
            throw SetupErrors.ConnectionClosed();
        }

        var endpoint = owner?.Api.Endpoint ?? OwnersEndpoint();
        var text = key.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var connection = new AuthleteConnection(endpoint, owner?.Api.Policy ?? CallPolicy.Default, new ApiCredential(text, secret), null, "the service " + text);
        try
        {
            Prove(connection);
            WriteObject(connection);
        }
        catch (ConnectionRefusedException e)
        {
            WriteError(e.Record);
        }
    }

    /// <summary>For a service that was not read in this session, the owner's keys in the environment say where it is.</summary>
    private static ApiEndpoint OwnersEndpoint()
    {
        var source = EnvironmentKeys.Read(CredentialKind.ServiceOwner) ?? throw SetupErrors.NoCredential(KeyPairs.Owner(CredentialKind.ServiceOwner));
        return new ApiEndpoint(ConnectionChoice.BaseUriOf(source, null, allowUnencrypted: false));
    }

    private AuthleteConnection NewConnection()
    {
        CheckWays();
        var service = ServiceSource();
        var owner = OwnerSource();
        if (service is null && owner is null)
        {
            if (IsBound(nameof(BaseUri)))
            {
                throw SetupErrors.BaseUriWithoutCredential();
            }

            service = EnvironmentKeys.Read(CredentialKind.Service, CredentialKind.ServiceOwner)
                ?? throw SetupErrors.NothingToConnectWith();
        }

        var first = service ?? owner!;
        var baseUri = ConnectionChoice.BaseUriOf(first, BaseUri, AllowUnencryptedAuthentication);
        if (service is not null && owner is { BaseUri: { } other } && !BaseUris.Same(baseUri, other))
        {
            throw SetupErrors.BaseUriConflict(owner.Description);
        }

        var endpoint = new ApiEndpoint(
            baseUri,
            Proxy,
            ProxyCredential?.GetNetworkCredential(),
            SkipCertificateCheck);
        return new AuthleteConnection(endpoint, new CallPolicy(TimeSpan.FromSeconds(TimeoutSec)), service?.Service, owner?.ServiceOwner ?? service?.ServiceOwner, first.Description, (owner ?? first).OwnersDescription);
    }

    private void CheckWays()
    {
        foreach (var (one, other) in new[]
        {
            (nameof(Credential), nameof(SecretName)),
            (nameof(ServiceOwnerCredential), nameof(ServiceOwnerSecretName)),
        })
        {
            if (IsBound(one) && IsBound(other))
            {
                throw SetupErrors.CredentialConflict("-" + one + " and -" + other);
            }
        }

        if (IsBound(nameof(BaseUri)) && BaseUri is null)
        {
            throw SetupErrors.EmptyCredential(nameof(BaseUri));
        }

        if (Proxy is { } proxy && (!proxy.IsAbsoluteUri || proxy.Scheme is not ("http" or "https" or "socks4" or "socks4a" or "socks5") || proxy.UserInfo.Length > 0))
        {
            throw SetupErrors.InvalidProxy();
        }

        if (IsBound(nameof(Vault)) && SecretName is null && ServiceOwnerSecretName is null)
        {
            throw SetupErrors.VaultWithoutSecretName();
        }
    }

    private KeySource? ServiceSource()
    {
        if (IsBound(nameof(Credential)))
        {
            const string Source = "the parameter -Credential";
            return new KeySource(KeyPairs.FromCredential(Credential ?? throw SetupErrors.EmptyCredential(nameof(Credential)), Source), null, null, Source);
        }

        return SecretName is null ? null : Vaults.Read(SecretName, Vault, CredentialKind.Service);
    }

    private KeySource? OwnerSource()
    {
        if (IsBound(nameof(ServiceOwnerCredential)))
        {
            const string Source = "the parameter -ServiceOwnerCredential";
            return new KeySource(null, KeyPairs.FromCredential(ServiceOwnerCredential ?? throw SetupErrors.EmptyCredential(nameof(ServiceOwnerCredential)), Source), null, Source);
        }

        if (ServiceOwnerSecretName is null)
        {
            return null;
        }

        var source = Vaults.Read(ServiceOwnerSecretName, Vault, CredentialKind.ServiceOwner);
        return source.ServiceOwner is null ? throw SetupErrors.NoKeysInSource(KeyPairs.Owner(CredentialKind.ServiceOwner), source.Description) : source;
    }

    private void Prove(AuthleteConnection connection)
    {
        if (SkipTest)
        {
            return;
        }

        foreach (var kind in new[] { CredentialKind.Service, CredentialKind.ServiceOwner }.Where(kind => connection.Keys(kind) is not null))
        {
            try
            {
                if (!CredentialProof.IsProof(kind, Send(connection, CredentialProof.For(kind), connection.Keys(kind))))
                {
                    WriteWarning($"{connection.BaseUri} has answered, but not as Authlete does: check the base URI.");
                }
            }
            catch (AuthleteApiException e)
            {
                e.LooksLikeVersion3 |= IsVersion3(connection, e);
                throw new ConnectionRefusedException(ApiErrors.ToErrorRecord(e, connection, kind, connection.Keys(kind)!.Key, null));
            }
        }
    }
}
