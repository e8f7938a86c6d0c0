using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>Conventions of all cmdlets.</summary>
public sealed class CmdletConventionTests
{
    private static readonly string[] s_changing =
    [
        "New",
        "Set",
        "Remove",
        "Lock",
        "Unlock",
        "Reset",
        "Revoke",
        "Register",
        "Unregister",
        "Import",
        "Export",
    ];

    // They can call any operation of the API, or write a file.
    private static readonly string[] s_changingToo = ["ConvertTo-AuthleteReport", "Invoke-AuthleteApi"];

    private static readonly string[] s_highImpact =
    [
        "Import-AuthleteConfiguration",
        "Remove-AuthleteClient",
        "Remove-AuthleteClientAuthorization",
        "Remove-AuthleteHsk",
        "Remove-AuthleteService",
        "Reset-AuthleteClientSecret",
        "Revoke-AuthleteAccessToken",
        "Set-AuthleteClientSecret",
        "Unregister-AuthleteClient",
    ];

    private static readonly string[] s_connectionParameters = ["BaseUri", "Connection", "Credential", "SecretName", "Vault"];

    // They make no calls, or specify the connection in another way.
    private static readonly string[] s_withoutConnection =
    [
        "Connect-Authlete",
        "ConvertTo-AuthleteReport",
        "Disconnect-Authlete",
        "Get-AuthleteConfigurationRule",
        "Get-AuthleteConnection",
        "Get-AuthleteResultCode",
        "New-AuthletePkce",
    ];

    // Scripts of users depend on these names. Never change one; add new ones here.
    private static readonly string[] s_names =
    [
        "Approve-AuthleteAuthorization",
        "Approve-AuthleteBackchannelAuthentication",
        "Approve-AuthleteToken",
        "Approve-AuthleteUserInfo",
        "Compare-AuthleteConfiguration",
        "Complete-AuthleteBackchannelAuthentication",
        "Complete-AuthleteDeviceAuthorization",
        "Connect-Authlete",
        "ConvertTo-AuthleteReport",
        "Deny-AuthleteAuthorization",
        "Deny-AuthleteBackchannelAuthentication",
        "Deny-AuthleteToken",
        "Disconnect-Authlete",
        "Export-AuthleteConfiguration",
        "Get-AuthleteAccessToken",
        "Get-AuthleteClient",
        "Get-AuthleteClientAuthorization",
        "Get-AuthleteClientRegistration",
        "Get-AuthleteConfigurationRule",
        "Get-AuthleteConnection",
        "Get-AuthleteFederationConfiguration",
        "Get-AuthleteGrantedScope",
        "Get-AuthleteHsk",
        "Get-AuthleteRequestableScope",
        "Get-AuthleteResultCode",
        "Get-AuthleteServerInfo",
        "Get-AuthleteService",
        "Get-AuthleteServiceConfiguration",
        "Get-AuthleteServiceJwkSet",
        "Import-AuthleteConfiguration",
        "Invoke-AuthleteApi",
        "Invoke-AuthleteAuthorization",
        "Invoke-AuthleteBackchannelAuthentication",
        "Invoke-AuthleteDeviceAuthorization",
        "Invoke-AuthleteDeviceVerification",
        "Invoke-AuthleteEcho",
        "Invoke-AuthleteGrantManagement",
        "Invoke-AuthleteIntrospection",
        "Invoke-AuthleteRevocation",
        "Invoke-AuthleteStandardIntrospection",
        "Invoke-AuthleteToken",
        "Invoke-AuthleteUserInfo",
        "Lock-AuthleteClient",
        "New-AuthleteAccessToken",
        "New-AuthleteClient",
        "New-AuthleteHsk",
        "New-AuthletePkce",
        "New-AuthleteService",
        "Push-AuthleteAuthorizationRequest",
        "Register-AuthleteClient",
        "Register-AuthleteFederationClient",
        "Remove-AuthleteAccessToken",
        "Remove-AuthleteClient",
        "Remove-AuthleteClientAuthorization",
        "Remove-AuthleteGrantedScope",
        "Remove-AuthleteHsk",
        "Remove-AuthleteRequestableScope",
        "Remove-AuthleteService",
        "Reset-AuthleteClientSecret",
        "Revoke-AuthleteAccessToken",
        "Set-AuthleteAccessToken",
        "Set-AuthleteClient",
        "Set-AuthleteClientAuthorization",
        "Set-AuthleteClientRegistration",
        "Set-AuthleteClientSecret",
        "Set-AuthleteRequestableScope",
        "Set-AuthleteService",
        "Test-AuthleteConfiguration",
        "Test-AuthleteCredential",
        "Test-AuthleteJose",
        "Unlock-AuthleteClient",
        "Unregister-AuthleteClient",
        "Update-AuthleteIdToken",
    ];

    public static TheoryData<string> Cmdlets => [.. ImportedModule.Cmdlets.Keys];

    public static TheoryData<string> Lists => [.. ImportedModule.DerivedFrom("PagedCmdlet`2").Select(cmdlet => cmdlet.Name)];

    [Fact]
    public void The_names_of_the_cmdlets_stay() => Assert.Equal(s_names, ImportedModule.Cmdlets.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_verb_of_a_cmdlet_is_an_approved_one(string cmdlet) =>
        Assert.Contains(ImportedModule.Cmdlets[cmdlet].Verb, ApprovedVerbs());

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_class_of_a_cmdlet_has_the_name_of_the_cmdlet(string cmdlet)
    {
        var type = ImportedModule.Cmdlets[cmdlet].ImplementingType;
        Assert.Equal(cmdlet.Replace("-", "", StringComparison.Ordinal) + "Command", type.Name);
        Assert.Equal("Authlete.PowerShell.Cmdlets", type.Namespace);
        Assert.True(type.IsSealed);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_declares_the_types_it_writes(string cmdlet)
    {
        var types = ImportedModule
            .Cmdlets[cmdlet]
            .ImplementingType.GetCustomAttributes<OutputTypeAttribute>()
            .SelectMany(attribute => attribute.Type);
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, output => output.Type == typeof(object));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_that_changes_something_supports_ShouldProcess_and_no_other_does(string cmdlet)
    {
        var attribute = ImportedModule.Cmdlets[cmdlet].ImplementingType.GetCustomAttribute<CmdletAttribute>()!;
        var changes = (s_changing.Contains(attribute.VerbName) && cmdlet != "New-AuthletePkce") || s_changingToo.Contains(cmdlet);
        Assert.Equal(changes, attribute.SupportsShouldProcess);
        Assert.Equal(
            !changes ? ConfirmImpact.None
                : s_highImpact.Contains(cmdlet) ? ConfirmImpact.High
                : ConfirmImpact.Medium,
            attribute.ConfirmImpact
        );
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_connection_parameters_are_optional_and_in_every_parameter_set(string cmdlet)
    {
        var parameters = ImportedModule
            .Parameters(ImportedModule.Cmdlets[cmdlet].ImplementingType)
            .Where(parameter => s_connectionParameters.Contains(parameter.Name))
            .ToList();
        if (s_withoutConnection.Contains(cmdlet))
        {
            Assert.DoesNotContain(parameters, parameter => parameter.Name == "Connection");
            return;
        }

        Assert.Equal(s_connectionParameters, parameters.Select(parameter => parameter.Name));
        foreach (var attribute in parameters.SelectMany(parameter => parameter.GetCustomAttributes<ParameterAttribute>()))
        {
            Assert.Equal(ParameterAttribute.AllParameterSets, attribute.ParameterSetName);
            Assert.False(attribute.Mandatory);
            Assert.True(attribute.Position < 0);
        }
    }

    /// <summary><see cref="PipelineBindingTests"/> has the parameters that bind pipeline input.</summary>
    [Theory]
    [InlineData("Vault", "VaultName")]
    [InlineData("OutVault", "OutVaultName")]
    [InlineData("ClientId", "ClientIdentifier")]
    [InlineData("ClientIdentifier", "ClientId")]
    [InlineData("ServiceApiKey", "ApiKey")]
    [InlineData("AccessTokenIdentifier", "AccessToken")]
    [InlineData("Scopes", "Scope")]
    [InlineData("RedirectUris", "RedirectUri")]
    [InlineData("GrantTypes", "GrantType")]
    [InlineData("ResponseTypes", "ResponseType")]
    public void A_parameter_has_the_same_alias_in_every_cmdlet(string parameter, string alias)
    {
        var found = ImportedModule
            .CmdletTypes.Select(cmdlet => cmdlet.GetProperty(parameter))
            .Where(property => property is not null)
            .ToList();
        Assert.NotEmpty(found);
        Assert.All(found, property => Assert.Contains(alias, ImportedModule.Aliases(property!)));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_list_parameter_has_a_singular_alias(string cmdlet)
    {
        var parameters = ImportedModule.Cmdlets[cmdlet].Parameters;
        var without = ImportedModule
            .Parameters(ImportedModule.Cmdlets[cmdlet].ImplementingType)
            .Where(parameter =>
                parameter.PropertyType.IsArray && parameter.Name.EndsWith('s') && ImportedModule.Aliases(parameter).Length == 0
            )
            .Where(parameter => !parameters.ContainsKey(parameter.Name[..^1]))
            .Select(parameter => parameter.Name);
        Assert.Empty(without);
    }

    /// <summary>Enumerated values are strings: an enum would convert 'A,B' to a third value, and accept numbers.</summary>
    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_parameter_is_an_enum_or_a_bool(string cmdlet)
    {
        foreach (var parameter in ImportedModule.Parameters(ImportedModule.Cmdlets[cmdlet].ImplementingType))
        {
            var type = parameter.PropertyType.IsArray ? parameter.PropertyType.GetElementType()! : parameter.PropertyType;
            Assert.False(type.IsEnum || Nullable.GetUnderlyingType(type) is { IsEnum: true }, parameter.Name);
            Assert.False(type == typeof(bool), parameter.Name + " is a setting (bool?) or a switch.");
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_cmdlet_that_lists_supports_paging_with_a_hundred_items_a_page(string cmdlet)
    {
        var type = ImportedModule.Cmdlets[cmdlet].ImplementingType;
        Assert.True(type.GetCustomAttribute<CmdletAttribute>()!.SupportsPaging);
        Assert.Equal(100, type.GetProperty("PageSize")!.GetValue(Activator.CreateInstance(type)));
    }

    private static HashSet<string> ApprovedVerbs() =>
        new[]
        {
            typeof(VerbsCommon),
            typeof(VerbsCommunications),
            typeof(VerbsData),
            typeof(VerbsDiagnostic),
            typeof(VerbsLifecycle),
            typeof(VerbsOther),
            typeof(VerbsSecurity),
        }
            .SelectMany(verbs => verbs.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(verb => (string)verb.GetRawConstantValue()!)
            .ToHashSet(StringComparer.Ordinal);
}
