using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The logs and traces that the engine writes while it binds a secret. A trace covers all sessions of the process.</summary>
[Collection(ProcessState.Name)]
public sealed class SecretBindingTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Canary = "canary-4711";
    private const string Secret = "(ConvertTo-SecureString '" + Canary + "' -AsPlainText -Force)";

    /// <summary>Every parameter that takes a SecureString, in each parameter set.</summary>
    public static TheoryData<string, string, string> Parameters =>
        [
            .. ImportedModule.Cmdlets.Values.SelectMany(cmdlet =>
                cmdlet.ParameterSets.SelectMany(set =>
                    set.Parameters.Where(parameter =>
                            "SecretText" == parameter.ParameterType.Name || "SecretText" == parameter.ParameterType.BaseType?.Name
                        )
                        .Select(parameter => (cmdlet.Name, parameter.Name, ApiCmdlets.MandatoryArguments(set, parameter.Name)))
                )
            ),
        ];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_trace_of_the_binding_has_no_SecureString_as_text(string cmdlet, string parameter, string others)
    {
        Assert.NotEmpty(Parameters);
        Unconnected.Set(
            "value",
            Unconnected.RunSingle(parameter is "Parameters" or "Query" ? "@{ client_secret = " + Secret + " }" : Secret)
        );

        var trace = Trace(cmdlet + " " + others + " -" + parameter + " $value");

        Assert.Contains("BIND arg [***] to param [" + parameter + "] SUCCESSFUL", trace, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, trace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$splat = @{ ClientSecret = " + Secret + " }; Invoke-AuthleteToken @splat 'a=b'")]
    [InlineData("[pscustomobject]@{ AccessToken = " + Secret + " } | Invoke-AuthleteIntrospection")]
    [InlineData(Secret + " | Invoke-AuthleteIntrospection")]
    [InlineData("Invoke-AuthleteToken a=b -ClientSecret ([pscredential]::new('id', " + Secret + "))")]
    [InlineData("function p { param($ClientSecret) Invoke-AuthleteToken a=b @PSBoundParameters }; p -ClientSecret " + Secret)]
    [InlineData("Set-AuthleteClientSecret 1 " + Secret + " -WhatIf")]
    public void A_trace_has_no_SecureString_as_text_whatever_way_it_comes(string script)
    {
        // ConvertTo-SecureString itself binds plain text, so call it outside the trace.
        Unconnected.Set("secret", Unconnected.RunSingle(Secret));

        Assert.DoesNotContain(Canary, Trace(script.Replace(Secret, "$secret", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invoke-AuthleteIntrospection $secret", "/auth/introspection", "token", Canary)]
    [InlineData("Invoke-AuthleteIntrospection '" + Canary + "'", "/auth/introspection", "token", Canary)]
    [InlineData("'" + Canary + "' | Invoke-AuthleteIntrospection", "/auth/introspection", "token", Canary)]
    [InlineData(
        "'AccessToken,Scopes','" + Canary + ",x' | ConvertFrom-Csv | Invoke-AuthleteIntrospection",
        "/auth/introspection",
        "token",
        Canary
    )]
    [InlineData("Invoke-AuthleteToken @{ client_secret = $secret }", "/auth/token", "parameters", "client_secret=" + Canary)]
    [InlineData(
        "Set-AuthleteClientSecret $clientId ([string]'" + Canary + "') -Confirm:$false",
        "/client/secret/update",
        "clientSecret",
        Canary
    )]
    public void The_secret_is_what_is_sent(string script, string path, string field, string sent)
    {
        Session.Set("secret", Session.RunSingle(Secret));

        var call = Sandbox.CallsDuring(() => Session.TryRun(script)).Single(call => call.Path.Contains(path, StringComparison.Ordinal));
        Assert.Equal(sent, (string?)System.Text.Json.Nodes.JsonNode.Parse(call.Body)![field]);
    }

    [Theory]
    [InlineData("Set-AuthleteClientSecret 1 '' -Confirm:$false", "ParameterArgumentValidationError")]
    [InlineData("Set-AuthleteClientSecret 1 $null -Confirm:$false", "ParameterArgumentValidationErrorNullNotAllowed")]
    [InlineData("Invoke-AuthleteIntrospection ''", "ParameterArgumentValidationError")]
    public void A_mandatory_secret_is_not_empty(string script, string id) => Assert.Equal(id, Session.RunError(script).Id());

    [Fact]
    public void A_secret_can_be_taken_away_from_a_service()
    {
        Session.Run("Set-AuthleteService $serviceApiKey -AuthenticationCallbackApiSecret $null -WhatIf");
    }

    private string Trace(string script)
    {
        var file = Path.GetTempFileName();
        try
        {
            Unconnected.Set("file", file);
            Unconnected.TryRun(
                "Trace-Command -Name ParameterBinding, TypeConversion -FilePath $file -Force -Expression { " + script + " }"
            );
            return File.ReadAllText(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
