using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ClientRegistrationTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Register =
        "$answer = Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }; $registered = $answer.GetResponseObject(); ";

    [Fact]
    public void A_client_registers_reads_changes_and_deletes_itself()
    {
        Session.Run(Register);
        Assert.Equal("CREATED", Session.RunSingle("$answer.Action").ToString());
        Assert.Equal("Dynamic", Session.RunSingle("$answer.Client.ClientName").ToString());
        Session.Run("$id = $registered.client_id; $token = $registered.registration_access_token");

        Assert.Equal("OK", Session.RunSingle("Get-AuthleteClientRegistration $id $token").Value("Action"));
        Session.Run(
            "$updated = Set-AuthleteClientRegistration $id $token @{ client_id = $id; client_name = 'Renamed'; redirect_uris = @('https://dynamic.example.com/callback') }"
        );
        Assert.Equal("UPDATED", Session.RunSingle("$updated.Action").ToString());
        Assert.Equal("Renamed", Session.RunSingle("(Get-AuthleteClient $id).ClientName").ToString());

        Session.Run("$now = $updated.GetResponseObject().registration_access_token; if (-not $now) { $now = $token }");
        Assert.Equal(
            "DELETED",
            Session.RunSingle("[pscustomobject]@{ ClientId = $id } | Unregister-AuthleteClient -Token $now -Confirm:$false").Value("Action")
        );
        Assert.Equal("A027203", Session.RunError("Get-AuthleteClient $id").Id());
    }

    [Fact]
    public void A_wrong_registration_access_token_is_a_result()
    {
        var action = Session.RunSingle(Register + "Get-AuthleteClientRegistration $registered.client_id wrong").Text("Action");

        Assert.Contains(action, new[] { "UNAUTHORIZED", "BAD_REQUEST" });
    }

    [Theory]
    [InlineData("'{\"client_name\":\"a\"}'")]
    [InlineData("@{ client_name = 'a' }")]
    [InlineData("([pscustomobject]@{ client_name = 'a' })")]
    public void The_metadata_are_text_a_dictionary_or_an_object(string json)
    {
        Session.Run("Register-AuthleteClient -Json " + json);

        Assert.Equal("""{"client_name":"a"}""", (string?)Sandbox.LastBody("/client/registration")["json"]);
    }

    [Theory]
    [InlineData("Register-AuthleteClient @{ client_name = 'a' } -WhatIf")]
    [InlineData("Set-AuthleteClientRegistration 1 t @{ client_name = 'a' } -WhatIf")]
    [InlineData("Unregister-AuthleteClient 1 t -WhatIf")]
    public void WhatIf_sends_nothing(string script)
    {
        Assert.Empty(Sandbox.CallsDuring(() => Assert.Empty(Session.Run(script))));
    }
}
