using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Finds the settings that use a client's secret as a key, in addition to authentication.</summary>
internal static class KeyedSecrets
{
    private static readonly string[] s_symmetricEncryption = ["A", "DIR", "PBES2"];

    /// <summary>The settings of a client that make its secret a key, with their values.</summary>
    public static IReadOnlyList<string> Find(Client client) =>
        [
            .. client
                .GetMemberNames()
                .Where(name => client.GetMember(name) is string value && IsSymmetric(name, value))
                .Select(name => char.ToUpperInvariant(name[0]) + name.Substring(1) + " " + client.GetMember(name)),
        ];

    private static bool IsSymmetric(string name, string value) =>
        name.EndsWith("SignAlg", StringComparison.Ordinal) ? value.StartsWith("HS", StringComparison.Ordinal)
        : name.EndsWith("EncryptionAlg", StringComparison.Ordinal)
            ? s_symmetricEncryption.Any(prefix => value.StartsWith(prefix, StringComparison.Ordinal))
        : name == "tokenAuthMethod" && value == "CLIENT_SECRET_JWT";
}
