using System;
using System.Collections.Generic;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A type of object whose secret can go into a vault.</summary>
/// <param name="Noun">Its name.</param>
/// <param name="IdMember">The member that identifies it.</param>
/// <param name="NameMember">The member with its name.</param>
/// <param name="SecretMember">The member with its secret.</param>
/// <param name="IdPlaceholder">The placeholder for its ID, and the parameter for it.</param>
/// <param name="NamePlaceholder">The placeholder for its name.</param>
internal sealed record SecretOwner(
    string Noun,
    string IdMember,
    string NameMember,
    string SecretMember,
    string IdPlaceholder,
    string NamePlaceholder
)
{
    public static SecretOwner Client { get; } = new("client", "clientId", "clientName", "clientSecret", "ClientId", "ClientName");

    public static SecretOwner Service { get; } = new("service", "apiKey", "serviceName", "apiSecret", "ServiceApiKey", "ServiceName");

    public IReadOnlyList<string> Placeholders { get; } = [IdPlaceholder, NamePlaceholder];

    public string? IdOf(JsonView view) => view.GetMember(IdMember)?.ToString();

    public string? SecretOf(JsonView view) => view.GetMember(SecretMember) as string;

    public string Describe(JsonView view) => Noun + " " + (IdOf(view) ?? view.GetMember(NameMember) as string ?? "without a name");

    /// <summary>The command that shows the current secret.</summary>
    public string ReadCommand(string id) => $"(Get-Authlete{ToPascalCase(Noun)} -{IdPlaceholder} {id}).{ToPascalCase(SecretMember)}";

    /// <summary>The values of the placeholders.</summary>
    public IReadOnlyDictionary<string, string?> ValuesOf(JsonView view) =>
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            [IdPlaceholder] = IdOf(view),
            [NamePlaceholder] = view.GetMember(NameMember) as string,
        };

    private static string ToPascalCase(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
