using System.Globalization;
using System.Management.Automation;
using Authlete.ApiClient.Api;

namespace Authlete.PowerShell.Errors;

/// <summary>The errors that are found without a call, each with its ID, its category and a remedy. about_Authlete_Errors lists them.</summary>
internal static partial class SetupErrors
{
    public static SetupException NoCredential(CredentialKind kind) =>
        new(
            "NoCredential",
            ErrorCategory.AuthenticationError,
            $"No {kind.ToDisplayName()} credential was found. Specify -Credential, -SecretName or -Connection, run Connect-Authlete first, or set the environment variables "
                + (
                    kind == CredentialKind.ServiceOwner
                        ? "AUTHLETE_SERVICEOWNER_APIKEY and AUTHLETE_SERVICEOWNER_APISECRET."
                        : "AUTHLETE_SERVICE_APIKEY and AUTHLETE_SERVICE_APISECRET."
                )
        );

    public static SetupException NothingToConnectWith() =>
        new(
            "NoCredential",
            ErrorCategory.AuthenticationError,
            "No credential was found. Specify -Credential or -SecretName for a service, -ServiceOwnerCredential or -ServiceOwnerSecretName for a service owner, or set the environment variables AUTHLETE_SERVICE_APIKEY and AUTHLETE_SERVICE_APISECRET, or AUTHLETE_SERVICEOWNER_APIKEY and AUTHLETE_SERVICEOWNER_APISECRET."
        );

    public static SetupException Disconnected() =>
        new(
            "Disconnected",
            ErrorCategory.ConnectionError,
            "This session is disconnected, because the last Connect-Authlete failed or Disconnect-Authlete was run. Until Connect-Authlete succeeds, environment variables aren't used either. Run Connect-Authlete, or specify -Credential, -SecretName or -Connection."
        );

    public static SetupException ConnectionClosed() =>
        new(
            "ConnectionClosed",
            ErrorCategory.ConnectionError,
            "This connection was closed by Disconnect-Authlete. Create a new one with Connect-Authlete -PassThru."
        );

    public static SetupException NoKeysInSource(CredentialKind kind, string source) =>
        new(
            "NoKeysInSource",
            ErrorCategory.AuthenticationError,
            $"This cmdlet needs the API key and secret of a {kind.ToDisplayName()}, but {source} has none. Credentials from different sources aren't combined: "
                + (
                    kind == CredentialKind.ServiceOwner
                        ? "connect with -ServiceOwnerCredential or -ServiceOwnerSecretName, or specify the service owner's credential as -Credential."
                        : "connect with -Credential or -SecretName."
                )
        );

    public static SetupException HalfCredential(string source, string missing) =>
        new(
            "HalfCredential",
            ErrorCategory.AuthenticationError,
            $"The credential is incomplete: {source} has no {missing}. Specify both the API key and the API secret."
        );

    public static SetupException EmptyCredential(string parameter) =>
        new("EmptyCredential", ErrorCategory.InvalidArgument, $"-{parameter} is null or empty. Check whether the variable is set.");

    public static SetupException MalformedCredential(string place, string flaw) =>
        new("MalformedCredential", ErrorCategory.InvalidArgument, $"{char.ToUpperInvariant(place[0])}{place.Substring(1)} {flaw}.");

    public static SetupException TokenAsApiKey(string source) =>
        new(
            "TokenAsApiKey",
            ErrorCategory.InvalidArgument,
            $"The API key of {source} looks like an access token or an API secret. This module supports Authlete 2.x, which uses an API key (a number) and its API secret. Bearer tokens are for Authlete 3.0, a different product."
        );

    public static SetupException CredentialConflict(string parameters) =>
        new("CredentialConflict", ErrorCategory.InvalidArgument, $"{parameters} can't be used together. Specify one of them.");

    public static SetupException VaultWithoutSecretName() =>
        new("VaultWithoutSecretName", ErrorCategory.InvalidArgument, "-Vault requires -SecretName.");

    public static SetupException BaseUriWithoutCredential() =>
        new(
            "BaseUriWithoutCredential",
            ErrorCategory.InvalidArgument,
            "-BaseUri requires -Credential or -SecretName: the credentials of a connection or of the environment are never sent to another host."
        );

    public static SetupException BaseUriConflict(string source) =>
        new(
            "BaseUriConflict",
            ErrorCategory.InvalidArgument,
            $"-BaseUri differs from the base URI in {source}. Remove -BaseUri, or change the entry."
        );

    public static SetupException BaseUriAmbiguous(string source, string other, string otherBaseUri, string standard) =>
        new(
            "BaseUriAmbiguous",
            ErrorCategory.InvalidArgument,
            $"It isn't clear which server the API key and secret of {source} are for: {source} has no base URI, and {other} has {otherBaseUri}. Specify -BaseUri {otherBaseUri} or -BaseUri {standard}, or put BaseUri into the vault entry (a Hashtable)."
        );

    public static SetupException EmptyBaseUri(string source) =>
        new(
            "EmptyBaseUri",
            ErrorCategory.InvalidArgument,
            $"The {source} is set but empty. Set it to the base URI with its path, such as https://api.authlete.com/api, or remove it."
        );

    public static SetupException InvalidBaseUri(string source) =>
        new(
            "InvalidBaseUri",
            ErrorCategory.InvalidArgument,
            $"The base URI of {source} isn't valid. Specify an absolute https URI without a user, query or fragment, such as https://api.authlete.com/api. Only for this machine, http is allowed."
        );

    public static SetupException InvalidProxy() =>
        new(
            "InvalidProxy",
            ErrorCategory.InvalidArgument,
            "The proxy isn't valid. Specify an absolute http, https or socks URI without a user, such as http://proxy.example.com:3128. To specify a user and password, use -ProxyCredential."
        );

    public static SetupException ProxyForLoopback(string baseUri) =>
        new(
            "ProxyForLoopback",
            ErrorCategory.InvalidArgument,
            $"{baseUri} is this machine, which is always called without a proxy. Remove -Proxy."
        );

    public static SetupException UnencryptedAuthentication(string host) =>
        new(
            "UnencryptedAuthentication",
            ErrorCategory.SecurityError,
            $"The API key and secret would be sent to {host} over unencrypted http, where others can read them. Use https. If you accept the risk, use Connect-Authlete -AllowUnencryptedAuthentication."
        );

    public static SetupException SecretManagementMissing(string purpose) =>
        new(
            "SecretManagementMissing",
            ErrorCategory.NotInstalled,
            $"To {purpose}, install the module Microsoft.PowerShell.SecretManagement: Install-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore."
        );

    public static SetupException SecretNotFound(string source, string reason) =>
        new("SecretNotFound", ErrorCategory.ObjectNotFound, $"Couldn't read {source}: {reason}");

    public static SetupException SecretOfWrongShape(string source, string found) =>
        new(
            "SecretOfWrongShape",
            ErrorCategory.InvalidType,
            $"{char.ToUpperInvariant(source[0])}{source.Substring(1)} is {found}. It must be a PSCredential, a Hashtable with ApiKey and ApiSecret (and optionally BaseUri, ServiceOwnerApiKey, ServiceOwnerApiSecret), or a string in the form key:secret."
        );

    public static SetupException NoTicket(string reason) =>
        new("NoTicket", ErrorCategory.InvalidArgument, $"There is no ticket to continue with: {reason}");

    public static SetupException NoUserCode(string reason) =>
        new("NoUserCode", ErrorCategory.InvalidArgument, $"There is no user code to continue with: {reason}");

    public static SetupException InvalidArgument(string message) => new("InvalidArgument", ErrorCategory.InvalidArgument, message);

    public static SetupException FileNotReadable(string path, string reason) =>
        new("FileNotReadable", ErrorCategory.ReadError, $"Couldn't read {path}: {reason}");

    public static SetupException FileNotWritable(string path, string reason) =>
        new("FileNotWritable", ErrorCategory.WriteError, $"Couldn't write {path}: {reason}");

    public static SetupException InputNotJson(string noun, string reason) =>
        new(
            "InputNotJson",
            ErrorCategory.InvalidData,
            $"A {noun} as JSON text is expected. {reason} To read a file as one string, use Get-Content -Raw."
        );

    public static SetupException WrongJsonType(string noun, string reason) =>
        new("WrongJsonType", ErrorCategory.InvalidType, $"This isn't a {noun}. {reason}");

    public static SetupException WrongObject(string expected, string found) =>
        new(
            "WrongObject",
            ErrorCategory.InvalidType,
            $"A {expected} object or its JSON text is expected, but this object has the type {found}."
        );

    public static SetupException WrongJson(string expected) =>
        new(
            "WrongObject",
            ErrorCategory.InvalidType,
            $"A {expected} object or its JSON text is expected, but this is JSON of something else."
        );

    public static SetupException NothingToReport(string found) =>
        new(
            "WrongObject",
            ErrorCategory.InvalidType,
            $"A report requires findings (Test-AuthleteConfiguration) or differences (Compare-AuthleteConfiguration), but this object has the type {found}."
        );

    public static SetupException PartialObject(string reason) =>
        new(
            "PartialObject",
            ErrorCategory.InvalidArgument,
            $"{reason} The server would clear the settings that are missing. Change a whole object that a Get- cmdlet returned, or specify the ID and the parameters to change."
        );

    public static SetupException ConcurrentChange(string noun, string id, string reason) =>
        new(
            "ConcurrentChange",
            ErrorCategory.ResourceBusy,
            $"The {noun} {id} {reason}. Read it again and repeat the change, or specify -Force to overwrite it.",
            id
        );

    public static SetupException ListNotReadable(long read, int? total) =>
        new(
            "ListNotReadable",
            ErrorCategory.InvalidResult,
            $"The list can't be read completely: {read} objects were read, but the server reports {total?.ToString(CultureInfo.InvariantCulture) ?? "no number"}. The server repeats pages, or the list changes while it is read. Try again with a larger -PageSize."
        );

    public static SetupException AccessTokenNotFound(string advice) =>
        new(
            "AccessTokenNotFound",
            ErrorCategory.ObjectNotFound,
            "There is no record of this access token: it is unknown, was removed, or doesn't belong to the client or user that you specified."
                + advice
        );

    public static SetupException SeveralObjects(string type) =>
        new("WrongObject", ErrorCategory.InvalidType, $"One {type} is expected, but this is a list. Pipe its elements instead.");

    public static SetupException SeveralServices(string message) => new("WrongObject", ErrorCategory.InvalidType, message);

    public static SetupException NotAService(string found) =>
        new("WrongObject", ErrorCategory.InvalidType, $"A service from Get-AuthleteService is expected, but this is {found}.");

    public static SetupException TextAsIdentifier(string cmdlet, string parameter) =>
        new(
            "WrongObject",
            ErrorCategory.InvalidType,
            $"{cmdlet} accepts an object with the property {parameter} from the pipeline, but this is a string. If the string is the {parameter}, run {cmdlet} -{parameter} <text>."
        );

    public static SetupException ForeignIdentifier(string cmdlet, string parameter, string expected, string found) =>
        new(
            "WrongObject",
            ErrorCategory.InvalidType,
            $"{cmdlet} accepts a {expected} object from the pipeline, but this object has the type {found}, which only refers to a {expected}. If you mean that {expected}, run {cmdlet} -{parameter} <value>."
        );

    public static SetupException ServiceWithoutKeys() =>
        new("ServiceWithoutKeys", ErrorCategory.InvalidArgument, "This service object has no API key and secret to connect with.");

    public static SetupException ServiceNotNamed() =>
        new(
            "ServiceNotNamed",
            ErrorCategory.InvalidArgument,
            "The connection has a service owner's credential only. Specify the service with -ServiceApiKey."
        );

    public static SetupException ServiceNotReachable(string apiKey) =>
        new(
            "ServiceNotReachable",
            ErrorCategory.AuthenticationError,
            $"The connection has a credential for another service than {apiKey}, and no service owner's credential. Connect with the credential of service {apiKey} or of its owner.",
            apiKey
        );
}
