using System;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>A number or text arrives exactly as written, or is rejected.</summary>
public sealed class ExactValuesTests(SandboxFixture fixture) : EngineTests(fixture)
{
    public static TheoryData<string> NoWholeNumbers =>
        [
            "1.5",
            "1.5d",
            "([single]0.1)",
            "-0.5",
            "1e26",
            "([math]::Pow(2, 53) + 2)",
            "([double]::NaN)",
            "([double]::PositiveInfinity)",
            "([bigint]::Pow(10, 26))",
            "([decimal]::MaxValue)",
            "'1.5'",
            "'1e3'",
            "'100000000000000000000000000'",
            "'0x10'",
            "''",
            "([pscustomobject]@{ a = 1 })",
            "$true",
            "([psobject]1.5)",
        ];

    [Theory]
    [MemberData(nameof(NoWholeNumbers))]
    public void A_value_that_is_no_integer_is_an_error_for_every_kind_of_number(string value)
    {
        string[] scripts =
        [
            $"New-AuthleteAccessToken -GrantType IMPLICIT -Subject s -ClientId {value}",
            $"New-AuthleteAccessToken -GrantType IMPLICIT -Subject s -ClientId 1 -AccessTokenDuration {value}",
            $"New-AuthleteClient -DefaultMaxAge {value}",
            $"New-AuthleteService -UserCodeLength {value}",
            $"Set-AuthleteAccessToken abc -AccessTokenExpiresAt {value}",
            $"Get-AuthleteClient -PageSize {value}",
            $"Connect-Authlete -Credential $credential -TimeoutSec {value}",
            $"New-AuthleteClient -Extension @{{ accessTokenDuration = {value} }}",
        ];

        var calls = Sandbox.CallsDuring(() => Assert.All(scripts, script => Assert.NotEmpty(Session.TryRun(script).Errors)));

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e26")]
    [InlineData("([double]::NaN)")]
    [InlineData("([bigint]::Pow(10, 26))")]
    public void A_number_that_is_no_id_is_an_error_wherever_it_comes_from(string value)
    {
        string[] scripts =
        [
            $"Get-AuthleteClient {value}",
            $"Remove-AuthleteClient {value} -Confirm:$false",
            $"[pscustomobject]@{{ ClientId = {value} }} | Lock-AuthleteClient",
            $"Set-AuthleteClient {value} -Description x",
            $"$view = [Authlete.ApiClient.Models.Client]::new(); $view.SetMember('clientId', {value}); $view | Lock-AuthleteClient",
        ];

        var calls = Sandbox.CallsDuring(() => Assert.All(scripts, script => Assert.NotEmpty(Session.TryRun(script).Errors)));

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("'{\"clientId\":1.5}' | Set-AuthleteClient")]
    [InlineData("'{\"clientId\":1e26}' | Set-AuthleteClient")]
    [InlineData("'{\"defaultMaxAge\":1.5}' | New-AuthleteClient")]
    [InlineData("@{ defaultMaxAge = [bigint]::Pow(10, 26) } | New-AuthleteClient")]
    [InlineData("[pscustomobject]@{ extension = [pscustomobject]@{ accessTokenDuration = 1.5 } } | New-AuthleteClient")]
    [InlineData(
        "@{ serviceName = 's'; supportedResponseTypes = @('CODE'); issuer = 'https://a'; userCodeLength = 1.5 } | New-AuthleteService"
    )]
    public void A_number_of_the_wrong_type_is_an_error_in_a_complete_object_too(string script)
    {
        var calls = Sandbox.CallsDuring(() => Assert.Equal("WrongJsonType", Session.RunError(script).Id()));

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("60")]
    [InlineData("60.0")]
    [InlineData("60d")]
    [InlineData("([bigint]60)")]
    [InlineData("'60'")]
    [InlineData("([byte]60)")]
    [InlineData("([psobject]60)")]
    [InlineData("([timespan]'00:01:00')")]
    public void A_whole_number_of_any_type_is_sent(string value) =>
        Assert.Equal(60, Session.RunSingle($"New-AuthleteClient -DefaultMaxAge {value}").Value("DefaultMaxAge"));

    [Theory]
    [InlineData("New-AuthleteClient -ClientName $bad")]
    [InlineData("New-AuthleteClient -RedirectUris 'https://a.example.com/', $bad")]
    [InlineData("New-AuthleteClient -ClientNames @{ ja = $bad }")]
    [InlineData("New-AuthleteClient -Attributes @{ $bad = 'x' }")]
    [InlineData("New-AuthleteClient -CustomMetadata @{ a = @{ b = @($bad) } }")]
    [InlineData("New-AuthleteClient -CustomMetadata ('{\"a\":\"' + $bad + '\"}')")]
    [InlineData("New-AuthleteClient -Extension @{ requestableScopes = @($bad) }")]
    [InlineData("@{ clientName = $bad } | New-AuthleteClient")]
    [InlineData("[pscustomobject]@{ clientNames = @(@{ tag = 'ja'; value = $bad }) } | New-AuthleteClient")]
    [InlineData("('{\"clientName\":\"' + $bad + '\"}') | New-AuthleteClient")]
    [InlineData("$client = Get-AuthleteClient $clientId; $client.Description = $bad; $client | Set-AuthleteClient")]
    [InlineData("$client = Get-AuthleteClient $clientId; $client.SetMember('future', @($bad)); $client | Set-AuthleteClient")]
    [InlineData("$client = Get-AuthleteClient $clientId; $client.Description = $bad; $client | New-AuthleteClient")]
    [InlineData("Get-AuthleteClient $bad")]
    [InlineData("Set-AuthleteClientSecret $clientId $bad -Confirm:$false")]
    [InlineData("Set-AuthleteClientSecret $clientId ([Net.NetworkCredential]::new('', $bad).SecurePassword) -Confirm:$false")]
    [InlineData("Get-AuthleteAccessToken -Subject $bad")]
    [InlineData("Invoke-AuthleteAuthorization -Parameters @{ state = $bad }")]
    [InlineData("Invoke-AuthleteAuthorization -Parameters ('state=' + $bad)")]
    [InlineData("Invoke-AuthleteToken -Parameters @{ claims = @{ a = $bad } }")]
    public void Half_of_a_character_is_an_error_and_never_another_character(string script)
    {
        foreach (var half in new[] { "a\ud800", "\udc00b", "a\udc00\ud800b" })
        {
            Session.Set("bad", half);

            var calls = Sandbox.CallsDuring(() => Assert.NotEmpty(Session.TryRun(script).Errors));

            Assert.DoesNotContain(calls, call => call.Method != "GET" || !call.Path.Contains("/client/get/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_whole_pair_of_surrogates_is_sent() =>
        Assert.Equal(
            "a😀b",
            Session.RunSingle("New-AuthleteClient -ClientName ('a' + [char]::ConvertFromUtf32(0x1F600) + 'b')").Text("ClientName")
        );

    [Fact]
    public void Every_parameter_for_a_whole_number_is_checked() =>
        Assert.Empty(
            from cmdlet in ImportedModule.Cmdlets.Values
            from parameter in ImportedModule.Parameters(cmdlet.ImplementingType)
            let type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType
            where type == typeof(int) || type == typeof(long) || type == typeof(uint) || type == typeof(double)
            where !parameter.GetCustomAttributes().Any(attribute => ImportedModule.IsA(attribute.GetType(), "InputTransformationAttribute"))
            select cmdlet.Name + " -" + parameter.Name
        );

    [Fact]
    public void A_client_and_a_service_from_a_file_are_created_with_their_times()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".xml");
        Session.Set("path", path);
        try
        {
            Session.Run(
                """
                $client = New-AuthleteClient -ClientName Filed -TrustChainExpiresAt '2040-01-02T03:04:05Z' -ClientNames @{ ja = 'x' } -Extension @{ accessTokenDuration = 60 } -Attributes @{ a = '1' } -RedirectUris 'https://a.example.com/'
                $service = New-AuthleteService -ServiceName Filed -Issuer 'https://filed.example.com' -SupportedResponseTypes CODE -SupportedScopes @{ name = 'alpha' }
                $client, $service | Export-Clixml $path -Depth 5
                $restored = Import-Clixml $path
                """
            );

            var client = Session.RunSingle("$restored[0] | New-AuthleteClient");
            var service = Session.RunSingle("$restored[1] | New-AuthleteService");

            Assert.Equal("Filed", client.Text("ClientName"));
            Assert.Equal(new DateTimeOffset(2040, 1, 2, 3, 4, 5, TimeSpan.Zero), client.Value("TrustChainExpiresAt"));
            Assert.Equal(60L, new PSObject(client.Value("Extension")).Value("AccessTokenDuration"));
            Assert.Equal("Filed", service.Text("ServiceName"));
            Assert.Equal("PartialObject", Session.RunError("$restored[0] | Set-AuthleteClient").Id());
            Assert.Equal(
                new DateTimeOffset(2040, 1, 2, 3, 4, 5, TimeSpan.Zero),
                Session
                    .RunSingle("Set-AuthleteClient $client.ClientId -TrustChainExpiresAt $restored[0].TrustChainExpiresAt")
                    .Value("TrustChainExpiresAt")
            );
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }
}
