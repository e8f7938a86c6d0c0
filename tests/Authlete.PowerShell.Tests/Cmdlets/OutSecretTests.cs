using System;
using System.Collections;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Secrets that are written directly to a vault.</summary>
public sealed class OutSecretTests : EngineTests
{
    private const string Reset = "Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault ";
    private const string Given = "from-the-other-system-0123456789";

    private readonly TestVault _vault;

    public OutSecretTests(SandboxFixture fixture)
        : base(fixture)
    {
        _vault = TestVault.Register(Session);
        Session.Run("$client = New-AuthleteClient -ClientName Shop -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC");
    }

    private string ClientId => Session.RunSingle("$client.ClientId").ToString();

    private string InForce => Session.RunSingle("(Get-AuthleteClient $client.ClientId).ClientSecret").ToString();

    [Theory]
    [InlineData("$client | Reset-AuthleteClientSecret -Confirm:$false -OutVault $vault -OutSecretName shop")]
    [InlineData("Reset-AuthleteClientSecret $client.ClientId -Confirm:$false -OutVault $vault -OutSecretName shop -ThrottleLimit 3")]
    [InlineData("Set-AuthleteClientSecret $client.ClientId " + Given + " -Confirm:$false -OutVault $vault -OutSecretName shop")]
    public void A_secret_is_in_the_vault_and_at_the_server_and_not_in_the_output(string script)
    {
        var former = InForce;

        var output = Session.RunSingle(script);

        Assert.Equal((ClientId, InForce), _vault.Read("shop"));
        Assert.NotEqual(former, InForce);
        Assert.Equal(ClientId, output.Value("ClientId")!.ToString());
        Assert.Equal("shop", output.Text("SecretName"));
        Assert.Equal(_vault.Name, output.Text("Vault"));
        var shown = Session
            .RunSingle("$o = " + script + "; ($o | Format-List * | Out-String) + $o.ToJson() + (ConvertTo-Json $o)")
            .ToString();
        Assert.DoesNotContain(InForce, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(former, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_made_here_looks_like_one_of_the_server()
    {
        Session.Run("$client | " + Reset + "-OutSecretName shop");

        Assert.Matches("^[A-Za-z0-9_-]{86}$", InForce);
    }

    [Fact]
    public void A_given_secret_is_set() =>
        Assert.Equal(
            (ClientId, Given),
            Read("Set-AuthleteClientSecret $client.ClientId " + Given + " -Confirm:$false -OutVault $vault -OutSecretName shop", "shop")
        );

    [Fact]
    public void The_entry_of_a_new_client_has_its_id_and_its_secret()
    {
        var output = Session.RunSingle(
            "$new = New-AuthleteClient -ClientName Fresh -ClientType CONFIDENTIAL -OutSecretName 'client-{ClientId}-{clientname}' -OutVault $vault; $new"
        );

        var id = output.Value("ClientId")!.ToString()!;
        var entry = "client-" + id + "-Fresh";
        Assert.Equal((id, Session.RunSingle("(Get-AuthleteClient $new.ClientId).ClientSecret").ToString()), _vault.Read(entry));
        Assert.Null(output.Value("ClientSecret"));
        Assert.DoesNotContain("clientSecret", Session.RunSingle("$new.ToJson()").ToString(), StringComparison.Ordinal);
        Assert.Equal(entry, output.Text("SecretName"));
        Assert.Equal("after", Session.RunSingle("($new | Set-AuthleteClient -Description after).Description").ToString());
    }

    [Fact]
    public void The_entry_of_a_new_service_connects_to_it()
    {
        var output = Session.RunSingle(
            "$new = New-AuthleteService -ServiceName Fresh -Issuer 'https://fresh.example.com' -SupportedResponseTypes CODE -OutSecretName '{ServiceName}/{ServiceApiKey}' -OutVault $vault; $new"
        );

        Assert.Null(output.Value("ApiSecret"));
        Assert.Equal(
            "https://fresh.example.com",
            Session
                .RunSingle("(Get-AuthleteServiceConfiguration -SecretName $new.SecretName -Vault $new.Vault -BaseUri $baseUri).Issuer")
                .ToString()
        );
    }

    [Fact]
    public void The_entry_of_a_client_can_be_used_with_SecretName()
    {
        Session.Run("$client | " + Reset + "-OutSecretName shop");

        // The server rejects the client's credential as a service's, so the entry was read and sent.
        Assert.Equal("A003201", Session.RunError("Get-AuthleteClient -First 1 -SecretName shop -Vault $vault -BaseUri $baseUri").Id());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Many_clients_have_entries_of_their_own_in_the_order_of_the_input(int limit)
    {
        Session.Run("$clients = 1..9 | ForEach-Object { New-AuthleteClient -ClientName \"Many $_\" -ClientType CONFIDENTIAL }");

        var output = Session.Run("$clients | " + Reset + "-OutSecretName 'many-{ClientId}' -ThrottleLimit " + limit);

        Assert.Equal(Session.Run("$clients.ClientId").Select(id => "many-" + id), output.Select(answer => answer.Text("SecretName")));
        Assert.Empty(
            Session.Run(
                "$clients | Where-Object { (Get-AuthleteClient $_.ClientId).ClientSecret -ne (Get-Secret \"many-$($_.ClientId)\" -Vault $vault).GetNetworkCredential().Password }"
            )
        );
    }

    [Fact]
    public void The_metadata_of_an_entry_stays()
    {
        _vault.Set("shop", "before", new Hashtable { ["Owner"] = "team", ["Number"] = 1 });

        Session.Run("$client | " + Reset + "-OutSecretName shop");

        Assert.Equal((ClientId, InForce), _vault.Read("shop"));
        Assert.Equal("team", _vault.MetadataOf("shop")["Owner"]);
        Assert.Equal(1, _vault.MetadataOf("shop")["Number"]);
    }

    [Theory]
    [InlineData("$client | Reset-AuthleteClientSecret -OutVault $vault -OutSecretName shop -WhatIf")]
    [InlineData("Set-AuthleteClientSecret $client.ClientId " + Given + " -OutVault $vault -OutSecretName shop -WhatIf")]
    [InlineData("New-AuthleteClient -ClientName Never -OutVault $vault -OutSecretName shop -WhatIf")]
    public void WhatIf_changes_neither_the_vault_nor_the_server(string script)
    {
        var former = InForce;
        _vault.Plan("throw 'The vault is not to be asked.'");

        var calls = Sandbox.CallsDuring(() => Assert.Empty(Session.Run(script)));

        _vault.Plan(null);
        Assert.All(calls, call => Assert.Equal("GET", call.Method));
        Assert.Equal(former, InForce);
        Assert.False(_vault.Has("shop"));
    }

    [Theory]
    [InlineData("-IdTokenSignAlg HS256", "IdTokenSignAlg HS256")]
    [InlineData("-TokenAuthMethod CLIENT_SECRET_JWT -TokenAuthSignAlg HS512", "TokenAuthMethod CLIENT_SECRET_JWT")]
    [InlineData("-UserInfoEncryptionAlg DIR -UserInfoEncryptionEnc A256GCM", "UserInfoEncryptionAlg DIR")]
    [InlineData("-RequestEncryptionAlg PBES2_HS256_A128KW", "RequestEncryptionAlg PBES2_HS256_A128KW")]
    public void A_secret_that_is_a_key_too_is_warned_of(string settings, string use)
    {
        Session.Run("$client = New-AuthleteClient -ClientName Keyed -ClientType CONFIDENTIAL " + settings);

        Assert.Contains(
            use,
            Assert.Single(Session.TryRun("$client | " + Reset + "-OutSecretName keyed").Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_secret_that_is_no_key_is_not_warned_of()
    {
        Session.Run(
            "$client = New-AuthleteClient -ClientName Plain -ClientType CONFIDENTIAL -IdTokenSignAlg ES256 -IdTokenEncryptionAlg ECDH_ES_A128KW"
        );

        Assert.Empty(Session.TryRun("$client | " + Reset + "-OutSecretName plain").Warnings);
    }

    private (string? User, string? Secret) Read(string script, string entry)
    {
        Session.Run(script);
        return _vault.Read(entry);
    }
}
