using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Reflection;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>Parameters that accept a SecureString. The engine writes bound values to logs and traces as text.</summary>
public sealed class SecretParameterTests
{
    private const string Canary = "canary-4711";

    public static TheoryData<string> Cmdlets => [.. ImportedModule.Cmdlets.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_value_that_a_SecureString_is_converted_to_does_not_show_the_secret_as_text(string cmdlet)
    {
        using var secret = new NetworkCredential("", Canary).SecurePassword;
        foreach (var parameter in ImportedModule.Parameters(ImportedModule.Cmdlets[cmdlet].ImplementingType))
        {
            var texts = parameter
                .GetCustomAttributes<ArgumentTransformationAttribute>()
                .SelectMany(attribute =>
                    new[] { Transform(attribute, secret), Transform(attribute, new Hashtable { ["key"] = secret }) }.OfType<string>()
                )
                .ToList();
            Assert.DoesNotContain(texts, text => text.Contains(Canary, StringComparison.Ordinal));
            Assert.True(IsSecretText(parameter) == texts.Contains("***"), parameter.Name + " is of the wrong type.");
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_parameter_for_a_secret_or_a_password_takes_a_SecureString(string cmdlet) =>
        Assert.All(
            ImportedModule
                .Parameters(ImportedModule.Cmdlets[cmdlet].ImplementingType)
                .Where(parameter => parameter.PropertyType != typeof(SwitchParameter))
                .Where(parameter =>
                    parameter.Name.EndsWith("Secret", StringComparison.Ordinal)
                    || parameter.Name.EndsWith("Password", StringComparison.Ordinal)
                ),
            parameter => Assert.True(IsSecretText(parameter), parameter.Name)
        );

    private static bool IsSecretText(PropertyInfo parameter) =>
        "SecretText" == parameter.PropertyType.Name || "SecretText" == parameter.PropertyType.BaseType?.Name;

    private static string? Transform(ArgumentTransformationAttribute attribute, object value)
    {
        try
        {
            return attribute.Transform(null, value)?.ToString();
        }
        catch (ArgumentTransformationMetadataException)
        {
            return null;
        }
    }
}
