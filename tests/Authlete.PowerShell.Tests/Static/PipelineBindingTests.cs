using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>
/// Every way to bind a pipeline object to a parameter. The pipeline must never determine for whom something is issued, or with which value.
/// Check this for every line that you add here.
/// </summary>
public sealed class PipelineBindingTests
{
    private static readonly string[] s_bindings =
    [
        "Approve-AuthleteAuthorization -InputObject by value (only its ticket or user code is used)",
        "Approve-AuthleteAuthorization -Ticket by property Ticket",
        "Approve-AuthleteBackchannelAuthentication -InputObject by value (only its ticket or user code is used)",
        "Approve-AuthleteBackchannelAuthentication -Ticket by property Ticket",
        "Approve-AuthleteToken -InputObject by value (only its ticket or user code is used)",
        "Approve-AuthleteToken -Ticket by property Ticket",
        "Complete-AuthleteBackchannelAuthentication -InputObject by value (only its ticket or user code is used)",
        "Complete-AuthleteBackchannelAuthentication -Ticket by property Ticket",
        "Complete-AuthleteDeviceAuthorization -InputObject by value (only its ticket or user code is used)",
        "Complete-AuthleteDeviceAuthorization -UserCode by property UserCode",
        "Connect-Authlete -Service by value",
        "ConvertTo-AuthleteReport -InputObject by value",
        "Deny-AuthleteAuthorization -InputObject by value (only its ticket or user code is used)",
        "Deny-AuthleteAuthorization -Ticket by property Ticket",
        "Deny-AuthleteBackchannelAuthentication -InputObject by value (only its ticket or user code is used)",
        "Deny-AuthleteBackchannelAuthentication -Ticket by property Ticket",
        "Deny-AuthleteToken -InputObject by value (only its ticket or user code is used)",
        "Deny-AuthleteToken -Ticket by property Ticket",
        "Get-AuthleteAccessToken -AccessTokenIdentifier by property AccessTokenIdentifier, AccessToken, AccessTokenHash",
        "Get-AuthleteAccessToken -ClientId by property ClientId, ClientIdentifier",
        "Get-AuthleteClient -ClientId by property ClientId, ClientIdentifier",
        "Get-AuthleteClient -ClientId by value (a number, or the identifier of an object)",
        "Get-AuthleteClientRegistration -ClientId by property ClientId, ClientIdentifier",
        "Get-AuthleteClientRegistration -ClientId by value (a number, or the identifier of an object)",
        "Get-AuthleteGrantedScope -ClientId by property ClientId, ClientIdentifier",
        "Get-AuthleteGrantedScope -ClientId by value (a number, or the identifier of an object)",
        "Get-AuthleteHsk -Handle by property Handle",
        "Get-AuthleteHsk -Handle by value (a number, or the identifier of an object)",
        "Get-AuthleteRequestableScope -ClientId by property ClientId, ClientIdentifier",
        "Get-AuthleteRequestableScope -ClientId by value (a number, or the identifier of an object)",
        "Get-AuthleteResultCode -InputObject by value",
        "Get-AuthleteService -ServiceApiKey by property ServiceApiKey, ApiKey",
        "Get-AuthleteService -ServiceApiKey by value (a number, or the identifier of an object)",
        "Invoke-AuthleteDeviceVerification -InputObject by value (only its ticket or user code is used)",
        "Invoke-AuthleteDeviceVerification -UserCode by property UserCode",
        "Invoke-AuthleteIntrospection -Token by property Token, AccessToken",
        "Invoke-AuthleteIntrospection -Token by value",
        "Invoke-AuthleteUserInfo -Token by property Token, AccessToken",
        "Invoke-AuthleteUserInfo -Token by value",
        "Lock-AuthleteClient -ClientId by property ClientId, ClientIdentifier",
        "Lock-AuthleteClient -ClientId by value (a number, or the identifier of an object)",
        "New-AuthleteClient -InputObject by value",
        "New-AuthleteService -InputObject by value",
        "Remove-AuthleteAccessToken -AccessTokenIdentifier by property AccessTokenIdentifier, AccessToken, AccessTokenHash",
        "Remove-AuthleteAccessToken -AccessTokenIdentifier by value (a number, or the identifier of an object)",
        "Remove-AuthleteClient -ClientId by property ClientId, ClientIdentifier",
        "Remove-AuthleteClient -ClientId by value (a number, or the identifier of an object)",
        "Remove-AuthleteClientAuthorization -ClientId by property ClientId, ClientIdentifier",
        "Remove-AuthleteClientAuthorization -ClientId by value (a number, or the identifier of an object)",
        "Remove-AuthleteGrantedScope -ClientId by property ClientId, ClientIdentifier",
        "Remove-AuthleteGrantedScope -ClientId by value (a number, or the identifier of an object)",
        "Remove-AuthleteHsk -Handle by property Handle",
        "Remove-AuthleteHsk -Handle by value (a number, or the identifier of an object)",
        "Remove-AuthleteRequestableScope -ClientId by property ClientId, ClientIdentifier",
        "Remove-AuthleteRequestableScope -ClientId by value (a number, or the identifier of an object)",
        "Remove-AuthleteService -ServiceApiKey by property ServiceApiKey, ApiKey",
        "Remove-AuthleteService -ServiceApiKey by value (a number, or the identifier of an object)",
        "Reset-AuthleteClientSecret -ClientId by property ClientId, ClientIdentifier",
        "Reset-AuthleteClientSecret -ClientId by value (a number, or the identifier of an object)",
        "Revoke-AuthleteAccessToken -AccessTokenIdentifier by property AccessTokenIdentifier, AccessToken, AccessTokenHash",
        "Revoke-AuthleteAccessToken -AccessTokenIdentifier by value (a number, or the identifier of an object)",
        "Set-AuthleteAccessToken -AccessTokenIdentifier by property AccessTokenIdentifier, AccessToken, AccessTokenHash",
        "Set-AuthleteAccessToken -AccessTokenIdentifier by value (a number, or the identifier of an object)",
        "Set-AuthleteClient -InputObject by value",
        "Set-AuthleteClientAuthorization -ClientId by property ClientId, ClientIdentifier",
        "Set-AuthleteClientAuthorization -ClientId by value (a number, or the identifier of an object)",
        "Set-AuthleteClientRegistration -ClientId by property ClientId, ClientIdentifier",
        "Set-AuthleteClientRegistration -ClientId by value (a number, or the identifier of an object)",
        "Set-AuthleteClientSecret -ClientId by property ClientId, ClientIdentifier",
        "Set-AuthleteClientSecret -ClientId by value (a number, or the identifier of an object)",
        "Set-AuthleteRequestableScope -ClientId by property ClientId, ClientIdentifier",
        "Set-AuthleteRequestableScope -ClientId by value (a number, or the identifier of an object)",
        "Set-AuthleteService -InputObject by value",
        "Test-AuthleteConfiguration -InputObject by value",
        "Unlock-AuthleteClient -ClientId by property ClientId, ClientIdentifier",
        "Unlock-AuthleteClient -ClientId by value (a number, or the identifier of an object)",
        "Unregister-AuthleteClient -ClientId by property ClientId, ClientIdentifier",
        "Unregister-AuthleteClient -ClientId by value (a number, or the identifier of an object)",
    ];

    private static readonly string[] s_neverBound =
    [
        "Subject",
        "Sub",
        "Claims",
        "Scopes",
        "Scope",
        "Acr",
        "AuthTime",
        "Properties",
        "Parameters",
        "ClientSecret",
        "Password",
        "Connection",
        "Credential",
        "SecretName",
        "Vault",
        "BaseUri",
        "ServiceOwnerCredential",
        "ServiceOwnerSecretName",
    ];

    [Fact]
    public void These_parameters_bind_from_the_pipeline_and_no_others() =>
        Assert.Equal(s_bindings, ImportedModule.CmdletTypes.SelectMany(Bindings).Order(StringComparer.Ordinal));

    [Fact]
    public void Parameters_that_say_whom_or_what_to_issue_for_never_bind_from_the_pipeline()
    {
        var bound = ImportedModule
            .CmdletTypes.SelectMany(cmdlet =>
                ImportedModule.Parameters(cmdlet).Where(parameter => ByValue(parameter) || ByProperty(parameter))
            )
            .SelectMany(parameter => ImportedModule.Aliases(parameter).Append(parameter.Name));
        Assert.Empty(bound.Intersect(s_neverBound, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>An approval is for a user, who has to be specified.</summary>
    [Fact]
    public void The_subject_of_an_approval_is_mandatory()
    {
        var subject = ImportedModule.Cmdlets["Approve-AuthleteAuthorization"].ImplementingType.GetProperty("Subject")!;
        Assert.All(subject.GetCustomAttributes<ParameterAttribute>(), attribute => Assert.True(attribute.Mandatory));
    }

    private static IEnumerable<string> Bindings(Type cmdlet)
    {
        foreach (var parameter in ImportedModule.Parameters(cmdlet))
        {
            var name = ImportedModule.NameOf(cmdlet) + " -" + parameter.Name;
            if (ByValue(parameter))
            {
                yield return name
                    + " by value"
                    + (
                        IsStep(cmdlet, parameter) ? " (only its ticket or user code is used)"
                        : IsIdentifier(parameter) ? " (a number, or the identifier of an object)"
                        : ""
                    );
            }

            if (ByProperty(parameter))
            {
                yield return name
                    + " by property "
                    + string.Join(", ", ImportedModule.Aliases(parameter).Order(StringComparer.Ordinal).Prepend(parameter.Name));
            }
        }
    }

    private static bool IsStep(Type cmdlet, PropertyInfo parameter) =>
        parameter.Name == "InputObject"
        && (cmdlet.GetProperty("Ticket") ?? cmdlet.GetProperty("UserCode")) is not null
        && parameter.DeclaringType!.Name == "ContinuationCmdlet";

    private static bool IsIdentifier(PropertyInfo parameter) =>
        parameter.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "IdentifierAttribute");

    private static bool ByValue(PropertyInfo parameter) =>
        parameter.GetCustomAttributes<ParameterAttribute>().Any(attribute => attribute.ValueFromPipeline);

    private static bool ByProperty(PropertyInfo parameter) =>
        parameter.GetCustomAttributes<ParameterAttribute>().Any(attribute => attribute.ValueFromPipelineByPropertyName);
}
