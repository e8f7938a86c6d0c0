using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Which pipeline objects provide a cmdlet with an identifier.</summary>
public sealed class PipedIdentifierTests(SandboxFixture fixture) : EngineTests(fixture)
{
    // One object of each kind that has the ID of a client or service.
    private const string Objects = """
        $id = (New-AuthleteClient -ClientName Piped).ClientId
        $token = New-AuthleteAccessToken -ClientId $id -GrantType AUTHORIZATION_CODE -Subject user-1 -Scopes openid
        $listed = Get-AuthleteAccessToken -ClientId $id
        $granted = Get-AuthleteGrantedScope $id user-1
        $introspected = Invoke-AuthleteIntrospection $token.AccessToken
        $request = Invoke-AuthleteAuthorization @{ response_type = 'code'; client_id = $clientId; redirect_uri = $redirectUri }
        $connection = Get-AuthleteConnection
        $test = Test-AuthleteCredential
        $raw = Invoke-AuthleteApi "/client/get/$id"
        function Save($object) { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($object)) }
        """;

    [Theory]
    [InlineData("$id")]
    [InlineData("\"$id\"")]
    [InlineData("[decimal] $id")]
    [InlineData("Get-AuthleteClient $id")]
    [InlineData("Save (Get-AuthleteClient $id)")]
    [InlineData("Get-AuthleteClient $id | Select-Object ClientId, ClientName")]
    [InlineData("Get-AuthleteClient $id | ConvertTo-Csv | ConvertFrom-Csv")]
    [InlineData("[pscustomobject] @{ ClientId = $id }")]
    [InlineData("[pscustomobject] @{ ClientIdentifier = \"$id\"; Name = 'row' }")]
    public void A_number_an_object_and_a_row_with_the_identifier_are_accepted(string input)
    {
        Session.Run(Objects);
        Session.Run("$object = " + input);

        Assert.Equal("Piped", Session.RunSingle("$object | Get-AuthleteClient").Value("ClientName"));
        Session.Run("$object | Lock-AuthleteClient");
        Session.Run("$object | Unlock-AuthleteClient");
        Session.Run("$object | Reset-AuthleteClientSecret -Confirm:$false");
        Session.Run("$object | Remove-AuthleteClient -Confirm:$false");
        Assert.NotEmpty(Session.TryRun("Get-AuthleteClient $id").Errors);
    }

    [Theory]
    [InlineData("$client")]
    [InlineData("$client | Select-Object *")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($client, 3))")]
    public void An_object_that_is_shown_in_its_own_way_is_the_same_thing(string input)
    {
        Session.Run(Objects);
        Session.Run("$null = Invoke-AuthleteApi \"/client/update/$id\" POST -Body ($raw.ToJson() -replace 'Piped', 'Pi\\u001b[31mped')");
        Session.Run("$client = Get-AuthleteClient $id; $object = " + input);

        Session.Run("$object | Lock-AuthleteClient; $object | Unlock-AuthleteClient; $null = $object | New-AuthleteClient");
        Session.Run("Get-AuthleteClient $id | Set-AuthleteClient -Description New");
        Session.Run("$object | Remove-AuthleteClient -Confirm:$false");
        Assert.NotEmpty(Session.TryRun("Get-AuthleteClient $id").Errors);
    }

    [Fact]
    public void The_results_for_several_objects_are_in_order()
    {
        var names = Session.Run(
            "1..3 | ForEach-Object { New-AuthleteClient -ClientName \"n$_\" } | Get-AuthleteClient | ForEach-Object ClientName"
        );

        Assert.Equal(["n1", "n2", "n3"], names.Select(name => name.ToString()));
        Assert.Equal(Sandbox.ServiceApiKey, Session.RunSingle("[long] $serviceApiKey | Get-AuthleteService").Value("ApiKey")!.ToString());
    }

    [Theory]
    [InlineData("'an-alias'")]
    [InlineData("''")]
    [InlineData("\"$connection\"")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("$true")]
    [InlineData("Get-Date")]
    [InlineData("@{ ClientId = $id }")]
    [InlineData("[guid]::NewGuid()")]
    [InlineData("[pscustomobject] @{ Other = 1 }")]
    [InlineData("$null")]
    public void Anything_else_is_an_error_and_nothing_is_sent(string input)
    {
        Session.Run(Objects);

        foreach (var cmdlet in new[] { "Get-AuthleteClient", "Remove-AuthleteClient -Confirm:$false", "Get-AuthleteService" })
        {
            Assert.Empty(Sandbox.CallsDuring(() => Session.RunError($"{input} | {cmdlet}")));
        }
    }

    [Fact]
    public void The_error_about_a_text_says_what_to_write()
    {
        var error = Session.RunError("'an-alias' | Remove-AuthleteClient -Confirm:$false");

        Assert.Equal("WrongObject", error.Id());
        Assert.Contains("Remove-AuthleteClient -ClientId", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$connection", "AuthleteConnection", "Remove-AuthleteService", "Service")]
    [InlineData("$test", "AuthleteCredentialTest", "Remove-AuthleteService", "Service")]
    [InlineData("$test | Select-Object ApiKey", "AuthleteCredentialTest", "Remove-AuthleteService", "Service")]
    [InlineData("Save $connection", "AuthleteConnection", "Remove-AuthleteService", "Service")]
    [InlineData("$token", "TokenCreateResponse", "Remove-AuthleteClient", "Client")]
    [InlineData("$listed", "AccessToken", "Remove-AuthleteClient", "Client")]
    [InlineData("Save $listed", "AccessToken", "Remove-AuthleteClient", "Client")]
    [InlineData("$granted", "ClientGrantedScopesGetResponse", "Remove-AuthleteClient", "Client")]
    [InlineData("$introspected", "IntrospectionResponse", "Remove-AuthleteClient", "Client")]
    [InlineData("$raw", "JsonView", "Remove-AuthleteClient", "Client")]
    [InlineData("$listed", "AccessToken", "Lock-AuthleteClient", "Client")]
    [InlineData("$listed", "AccessToken", "Unlock-AuthleteClient", "Client")]
    [InlineData("$listed", "AccessToken", "Reset-AuthleteClientSecret", "Client")]
    [InlineData("$listed", "AccessToken", "Set-AuthleteClientSecret -ClientSecret canary-4711", "Client")]
    [InlineData("$listed", "AccessToken", "Unregister-AuthleteClient -Token t", "Client")]
    [InlineData("$listed", "AccessToken", "Remove-AuthleteClientAuthorization -Subject user-1", "Client")]
    [InlineData("$introspected", "IntrospectionResponse", "Set-AuthleteRequestableScope -RequestableScopes openid", "Client")]
    public void Destructive_cmdlets_reject_an_object_that_only_refers_to_another(string input, string found, string cmdlet, string expected)
    {
        Session.Run(Objects);

        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Session.RunError($"{input} | {cmdlet} -Confirm:$false");
            Assert.Equal("WrongObject", error.Id());
            Assert.Equal(ErrorCategory.InvalidType, error.CategoryInfo.Category);
            Assert.Contains($"a {expected} object", error.Message(), StringComparison.Ordinal);
            Assert.Contains(found, error.Message(), StringComparison.Ordinal);
            Assert.Contains(cmdlet.Split(' ')[0] + " -", error.Message(), StringComparison.Ordinal);
            Assert.Null(error.TargetObject);
        });

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("$listed | Get-AuthleteClient")]
    [InlineData("$token | Get-AuthleteClient")]
    [InlineData("$connection | Get-AuthleteService")]
    [InlineData("Get-AuthleteClient $id | Lock-AuthleteClient | Unlock-AuthleteClient")]
    [InlineData("$granted | Remove-AuthleteGrantedScope -Subject user-1 -Confirm:$false")]
    [InlineData("$listed | Remove-AuthleteClient -ClientId { $_.ClientId } -Confirm:$false")]
    [InlineData("$listed | Remove-AuthleteAccessToken -Confirm:$false")]
    [InlineData("$token | Remove-AuthleteAccessToken -Confirm:$false")]
    [InlineData("$token | Revoke-AuthleteAccessToken -Confirm:$false")]
    public void Read_cmdlets_accept_any_object_and_destructive_ones_only_the_object_itself_or_its_ID(string script)
    {
        Session.Run(Objects);

        Session.Run(script);
    }

    [Fact]
    public void One_that_is_refused_does_not_stop_the_others()
    {
        Session.Run(Objects);

        var result = Session.TryRun("$listed, (Get-AuthleteClient $id), 'text' | Lock-AuthleteClient");

        Assert.Equal(["WrongObject", "WrongObject"], result.Errors.Select(error => error.Id()));
        Assert.Single(result.Output);
    }
}
