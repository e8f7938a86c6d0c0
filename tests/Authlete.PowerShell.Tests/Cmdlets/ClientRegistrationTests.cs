using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ClientRegistrationTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private const string Register =
        "$answer = Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/callback') }; $registered = $answer.GetResponseObject(); ";

    [Fact]
    public void A_client_registers_reads_changes_and_deletes_itself()
    {
        using var session = EngineSession.Connected(fixture.Server);

        session.Run(Register);
        Assert.Equal("CREATED", session.RunSingle("$answer.Action").ToString());
        Assert.Equal("Dynamic", session.RunSingle("$answer.Client.ClientName").ToString());
        session.Run("$id = $registered.client_id; $token = $registered.registration_access_token");

        Assert.Equal("OK", session.RunSingle("Get-AuthleteClientRegistration $id $token").Value("Action"));
        session.Run("$updated = Set-AuthleteClientRegistration $id $token @{ client_id = $id; client_name = 'Renamed'; redirect_uris = @('https://dynamic.example.com/callback') }");
        Assert.Equal("UPDATED", session.RunSingle("$updated.Action").ToString());
        Assert.Equal("Renamed", session.RunSingle("(Get-AuthleteClient $id).ClientName").ToString());

        session.Run("$now = $updated.GetResponseObject().registration_access_token; if (-not $now) { $now = $token }");
        Assert.Equal("DELETED", session.RunSingle("[pscustomobject]@{ ClientId = $id } | Unregister-AuthleteClient -Token $now -Confirm:$false").Value("Action"));
        Assert.Equal("A027203", session.RunError("Get-AuthleteClient $id").Id());
    }

    [Fact]
    public void A_wrong_registration_access_token_is_a_result()
    {
        using var session = EngineSession.Connected(fixture.Server);

        var action = session.RunSingle(Register + "Get-AuthleteClientRegistration $registered.client_id wrong").Text("Action");

        Assert.Contains(action, new[] { "UNAUTHORIZED", "BAD_REQUEST" });
    }

    [Theory]
    [InlineData("'{\"client_name\":\"a\"}'")]
    [InlineData("@{ client_name = 'a' }")]
    [InlineData("([pscustomobject]@{ client_name = 'a' })")]
    public void The_metadata_are_text_a_dictionary_or_an_object(string json)
    {
        using var session = EngineSession.Connected(fixture.Server);

        session.Run("Register-AuthleteClient -Json " + json);

        Assert.Equal("""{"client_name":"a"}""", (string?)fixture.Server.LastBody("/client/registration")["json"]);
    }

    [Theory]
    [InlineData("Register-AuthleteClient @{ client_name = 'a' } -WhatIf")]
    [InlineData("Set-AuthleteClientRegistration 1 t @{ client_name = 'a' } -WhatIf")]
    [InlineData("Unregister-AuthleteClient 1 t -WhatIf")]
    public void WhatIf_sends_nothing(string script)
    {
        using var session = EngineSession.Connected(fixture.Server);

        Assert.Empty(fixture.Server.CallsDuring(() => Assert.Empty(session.Run(script))));
    }
}
