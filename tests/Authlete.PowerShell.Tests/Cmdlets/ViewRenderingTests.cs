using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The text that reaches a terminal for objects with malicious texts and secrets, in every way to show them without naming a property.</summary>
public sealed partial class ViewRenderingTests : IDisposable
{
    private const string Secret = "secret-canary-4711";

    // Characters that removing colors from a text leaves.
    private const string Evil = "\u001bcA\u0007B\u009b31mC\u202eD\r\nINJECTED";

    private static readonly string[] s_shapes =
    [
        "$it",
        "$it | Format-List",
        "$it | Format-Table",
        "$it | Format-Wide",
        "$it | Format-Custom",
        "Get-Item $PSHOME; $it",
        "[version]'1.0'; $it",
        "$it; $harmless; $it",
        "$harmless; $it",
        "$copy",
        "$copy | Format-List",
        "$copy | Format-Table",
        "$copy | Format-Wide",
        "Get-Item $PSHOME; $copy",
        "$harmless; $copy; $it",
    ];

    // The engine shows a deserialized object among others with its raw values. These are the texts that only the server and its operator can set.
    private static readonly string[] s_codes = ["Action", "ResultCode", "TokenType", "DeliveryMode", "ApiKey"];
    private static readonly Type s_valuesOf = ImportedModule.FindType("Authlete.ApiClient.Json.ValuesOfAttribute")!;

    private readonly EngineSession _session = new();

    /// <summary>Each view type that a cmdlet writes, or that is nested in one.</summary>
    public static TheoryData<string> Types =>
        [.. ImportedModule.ApiClient.GetExportedTypes().Where(type => IsView(type) && !type.IsAbstract).Select(type => type.FullName!)];

    public void Dispose() => _session.Dispose();

    [Theory]
    [MemberData(nameof(Types))]
    public void No_shape_has_a_control_character_or_a_secret(string typeName)
    {
        Prepare(typeName);

        foreach (var shape in s_shapes)
        {
            var text = Colour().Replace(_session.RunSingle("& { " + shape + " } | Out-String -Width 4000").ToString(), "");
            Assert.False(string.IsNullOrWhiteSpace(text), shape);
            Assert.False(text.Contains(Secret, StringComparison.Ordinal), shape + " shows a secret: " + text);
            Assert.False(Raw().IsMatch(text.ReplaceLineEndings("\n")), shape + ": " + text);
            Assert.DoesNotContain("\nINJECTED", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_object_in_a_stream_is_shown(string typeName)
    {
        Prepare(typeName);

        var text = _session
            .RunSingle("& { $it; $harmless; [pscustomobject]@{ marker = 'what-follows' } } | Out-String -Width 4000")
            .ToString();

        Assert.Contains("harmless-client", text, StringComparison.Ordinal);
        Assert.Contains("what-follows", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Authlete.ApiClient.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_are_shown_escaped()
    {
        Prepare("Authlete.ApiClient.Models.Client");

        var text = _session.RunSingle("$it | Out-String -Width 400").ToString();

        Assert.Contains(@"\u001bcA\u0007B\u009b31mC\u202eD\r\nINJECTED", text, StringComparison.Ordinal);
        Assert.Equal(Evil, _session.RunSingle("$it.ClientName").ToString());
    }

    [Fact]
    public void A_command_for_all_properties_gets_all()
    {
        Prepare("Authlete.ApiClient.Models.Client");

        Assert.Contains(Secret, _session.RunSingle("$it | Format-List * | Out-String").ToString(), StringComparison.Ordinal);
        Assert.Contains(Secret, _session.RunSingle("$copy | Format-List * | Out-String").ToString(), StringComparison.Ordinal);
        Assert.Contains(Secret, _session.RunSingle("$it | Format-Table ClientSecret | Out-String").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Preference_variables_do_not_affect_the_default_views()
    {
        _session.Run("$WhatIfPreference = $true; $ConfirmPreference = 'Low'; $VerbosePreference = 'Continue'");
        Prepare("Authlete.ApiClient.Models.Client");

        var text = _session.RunSingle("& { Get-Item $PSHOME; $it } | Out-String").ToString();

        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }

    private static bool IsView(Type? type) => type is not null && (type.Name == "JsonView" || IsView(type.BaseType));

    /// <summary>Creates $it, $copy (deserialized, as from a job), and $harmless (a client).</summary>
    private void Prepare(string typeName)
    {
        _session.Set("decorate", Method("Authlete.PowerShell.Formatting.OutputDecorator", "Decorate"));
        var type = ImportedModule.FindType(typeName)!;
        _session.Set("bare", ModuleObjects.Parse(type, JsonSerializer.Serialize(NewMembers(type, 0, Evil))));
        _session.Set("original", ModuleObjects.Parse(type, JsonSerializer.Serialize(NewMembers(type, 0, "HARMLESS"))));
        _session.Set(
            "client",
            ModuleObjects.Parse(ImportedModule.FindType("Authlete.ApiClient.Models.Client")!, "{\"clientName\":\"harmless-client\"}")
        );
        _session.Run(
            """
            $it = $decorate.Invoke($null, @($bare))
            $harmless = $decorate.Invoke($null, @($client))
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($decorate.Invoke($null, @($original))))
            """
        );
    }

    private static Dictionary<string, object?> NewMembers(Type type, int depth, string code)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal) { ["client_secret"] = Secret, ["x" + Evil] = Evil };
        foreach (var property in type.GetProperties().Where(_ => depth < 3))
        {
            var list = property.PropertyType.IsArray;
            var item = list ? property.PropertyType.GetElementType()! : property.PropertyType;
            object? value =
                item == typeof(string)
                    ? (
                        IsSecret(property.Name) ? Secret
                        : property.IsDefined(s_valuesOf, false) || s_codes.Contains(property.Name) ? code
                        : Evil
                    )
                : IsView(item) ? NewMembers(item, depth + 1, code)
                : item == typeof(object) ? NewMembers(typeof(object), depth + 1, code)
                : null;
            if (value is not null)
            {
                members[char.ToLowerInvariant(property.Name[0]) + property.Name[1..]] = list ? new[] { value } : value;
            }
        }

        return members;
    }

    private static bool IsSecret(string name) => SecretName().IsMatch(name) && name is not ("ResultCode" or "StatusCode");

    private static MethodInfo Method(string type, string name) => ImportedModule.Module.GetType(type, throwOnError: true)!.GetMethod(name)!;

    [GeneratedRegex("(Token|Secret|Password|Ticket|Code|Jwks|Content|Assertion|PrivateKey)$")]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colour();

    [GeneratedRegex("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]")]
    private static partial Regex Raw();
}
