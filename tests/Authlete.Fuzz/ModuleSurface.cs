using System;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;
using System.Net;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Credentials;
using Authlete.PowerShell.Errors;
using static Authlete.Fuzz.FuzzTarget;

namespace Authlete.Fuzz;

/// <summary>Input from users and vaults.</summary>
internal static class ModuleSurface
{
    private const string Secret = "q7Kd92mXw0Zr5TbL";

    public static void BaseUri(byte[] input)
    {
        try
        {
            var uri = BaseUris.Validate(BaseUris.Parse(ToText(input), "the test"), "the test", allowUnencrypted: false);
            Require(uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback), "a secret is sent over https, or to this machine");
            Require((uri.UserInfo + uri.Query + uri.Fragment).Length == 0, "a base URI is a place and no more");
            var request = new ApiCall(Operations.Info).ToUri(uri);
            Require(request.Authority == uri.Authority, "a request goes to the host of the base URI");
            Require(request.AbsolutePath == uri.AbsolutePath.TrimEnd('/') + Operations.Info.Path, "a request stays below the base URI");
        }
        catch (SetupException e)
        {
            Require(e.ErrorId.Length > 0, "an error has an id");
        }
    }

    /// <summary>Reads a vault entry. The first line selects the type; in the rest, a dollar sign stands for the secret, and each pair of lines is a member.</summary>
    public static void VaultEntry(byte[] input)
    {
        var lines = ToText(input).Replace("$", Secret, StringComparison.Ordinal).Split('\n');
        var rest = string.Join('\n', lines.Skip(1));
        object? entry = lines[0].FirstOrDefault() switch
        {
            'c' => new PSCredential(
                lines.ElementAtOrDefault(1) is { Length: > 0 } name ? name : "key",
                ToSecure(string.Join('\n', lines.Skip(2)))
            ),
            's' => ToSecure(rest),
            't' => rest,
            'h' => ToMembers(lines.Skip(1).ToArray()),
            _ => lines,
        };
        try
        {
            var source = Authlete.PowerShell.Credentials.VaultEntry.Interpret(entry, CredentialKind.Service, "the entry");
            Require(source.Service is not null || source.ServiceOwner is not null, "an entry holds a credential");
        }
        catch (SetupException e)
        {
            for (var start = 0; start + 6 <= Secret.Length; start++)
            {
                Require(
                    !e.ToString().Contains(Secret.Substring(start, 6), StringComparison.Ordinal),
                    "an error shows no part of the secret"
                );
            }
        }
    }

    private static OrderedDictionary ToMembers(string[] lines)
    {
        var members = new OrderedDictionary();
        foreach (var pair in lines.Chunk(2))
        {
            var value = pair.ElementAtOrDefault(1) ?? "";
            members[pair[0]] = value.FirstOrDefault() switch
            {
                '1' => 1.5m,
                '2' => DateTime.UnixEpoch,
                '3' => new[] { value },
                '4' => new PSObject(value),
                '5' => ToSecure(value),
                '6' => null,
                '7' => new PSCredential("key", ToSecure(value)),
                _ => value,
            };
        }

        return members;
    }

    private static System.Security.SecureString ToSecure(string text) => new NetworkCredential("", text).SecurePassword;
}
