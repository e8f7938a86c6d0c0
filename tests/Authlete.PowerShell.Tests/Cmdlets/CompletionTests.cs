using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The completions for the parameters of every cmdlet.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly EngineSession _session = new();

    public static TheoryData<string> Cmdlets => [.. ImportedModule.Cmdlets.Keys.Order(StringComparer.Ordinal)];

    public void Dispose() => _session.Dispose();

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_parameter_with_values_completes_them_and_nothing_else(string cmdlet)
    {
        foreach (var (parameter, values) in WithValues(cmdlet))
        {
            var last = values[^1];
            var line = cmdlet + " -" + parameter.Name + " ";
            Check(line, values, values);
            Check(line + last[..1].ToLowerInvariant(), values, [last]);
            Check(line + "'" + last[..1], values, [last]);
            Check(line + "\"" + last, values, [last]);
            Check(line + "no-such-value", values, []);
            if (parameter.PropertyType.IsArray)
            {
                Check(line + values[0] + ",", values, [last]);
                Check(line + values[0] + ", ", values, [last]);
                Check(line + "'" + values[0] + "', " + last[..1], values, [last]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_Boolean_parameter_completes_true_and_false(string cmdlet)
    {
        foreach (
            var parameter in ImportedModule
                .Parameters(ImportedModule.Cmdlets[cmdlet].ImplementingType)
                .Where(parameter => parameter.PropertyType == typeof(bool?))
        )
        {
            var line = cmdlet + " -" + parameter.Name + " ";
            Assert.Equal(["$true", "$false"], Complete(line));
            Assert.Equal(["$true"], Complete(line + "t"));
            Assert.Equal("$false", Complete(line + "$f")[0]);
            Assert.Equal(["$true", "$false"], Complete(line + "x"));
        }
    }

    [Theory]
    [InlineData("Invoke-AuthleteAuthorization -Parameters @{ code_ch", "code_challenge", "code_challenge_method")]
    [InlineData("Invoke-AuthleteAuthorization @{ response_type = 'code'; redir", "redirect_uri")]
    [InlineData("Push-AuthleteAuthorizationRequest @{ client_assertion_", "client_assertion_type")]
    [InlineData("Invoke-AuthleteToken -Parameters @{ gr", "grant_type")]
    [InlineData("Invoke-AuthleteRevocation -Parameters @{ ", "token", "token_type_hint", "client_id")]
    [InlineData("Invoke-AuthleteStandardIntrospection @{ token_", "token_type_hint")]
    [InlineData("Invoke-AuthleteBackchannelAuthentication @{ bind", "binding_message")]
    [InlineData("Invoke-AuthleteDeviceAuthorization @{ sc", "scope")]
    public void The_keys_of_request_parameters_are_completed(string line, params string[] expected) =>
        Assert.All(expected, key => Assert.Contains(key, Complete(line)));

    private static IEnumerable<(PropertyInfo Parameter, IReadOnlyList<string> Values)> WithValues(string cmdlet)
    {
        foreach (var parameter in ImportedModule.Parameters(ImportedModule.Cmdlets[cmdlet].ImplementingType))
        {
            var attribute = parameter
                .GetCustomAttributes()
                .FirstOrDefault(attribute => attribute is ValidateSetAttribute || attribute.GetType().Name == "ApiValueAttribute");
            if (attribute is not null)
            {
                yield return (parameter, ((IEnumerable<string>)new PSObject(attribute).Properties["ValidValues"].Value).ToList());
            }
        }
    }

    private void Check(string line, IReadOnlyList<string> values, IReadOnlyList<string> expected)
    {
        var completed = Complete(line).Select(text => text.Trim('\'', '"')).ToList();
        Assert.True(
            (completed.Count > 0 || expected.Count == 0) && completed.All(values.Contains),
            line + " offers " + string.Join(" ", completed.Take(5))
        );
        Assert.All(expected, value => Assert.Contains(value, completed));
    }

    private List<string> Complete(string line)
    {
        _session.Set("line", line);
        return _session
            .Run("(TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object CompletionText")
            .Select(text => text.ToString())
            .ToList();
    }
}
