using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>
/// Recognisable secrets go through every cmdlet, in success and in failure, with all streams on: none may show in any stream but the output,
/// nor in the view that is shown by default.
/// </summary>
public sealed class SecretsTests : IAsyncLifetime
{
    private const string ServiceSecret = "Canary service secret/+=&é%";
    private const string OwnerSecret = "Canary owner secret/+=&é%";

    // Prepares one of each secret; none stands in a line that an error could repeat.
    private const string Preparation = """
        $client = New-AuthleteClient -ClientName Canary -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC -RedirectUris $redirectUri `
            -GrantTypes AUTHORIZATION_CODE, REFRESH_TOKEN, PASSWORD, CLIENT_CREDENTIALS -ResponseTypes CODE
        $id = $client.ClientId
        $secret = $client.ClientSecret
        function Start-Request { Invoke-AuthleteAuthorization @{ response_type = 'code'; client_id = $id; redirect_uri = $redirectUri; scope = 'openid' } }
        function Start-Password { Invoke-AuthleteToken @{ grant_type = 'password'; username = 'max'; password = $password } -ClientId $id -ClientSecret $secret }
        $password = 'canary/password+1'
        $pkce = New-AuthletePkce
        $request = Start-Request
        $ticket = $request.Ticket
        $usedTicket = (Start-Request).Ticket
        $response = Approve-AuthleteAuthorization -Ticket $usedTicket -Subject user-1
        $code = $response.AuthorizationCode
        $usedCode = ($(Start-Request) | Approve-AuthleteAuthorization -Subject user-1).AuthorizationCode
        $token = Invoke-AuthleteToken @{ grant_type = 'authorization_code'; code = $usedCode; redirect_uri = $redirectUri } -ClientId $id -ClientSecret $secret
        $accessToken = $token.AccessToken
        $refreshToken = $token.RefreshToken
        $passwordRequest = Start-Password
        $passwordTicket = $passwordRequest.Ticket
        $other = New-AuthleteAccessToken -ClientId $id -GrantType AUTHORIZATION_CODE -Subject user-1 -Scopes openid
        $otherToken = $other.AccessToken
        function Start-Backchannel { Invoke-AuthleteBackchannelAuthentication @{ scope = 'openid'; login_hint = 'user-1' } -ClientId $clientId -ClientSecret $clientSecret }
        $backchannel = Start-Backchannel
        $backchannelTicket = $backchannel.Ticket
        $authReqId = (Start-Backchannel | Approve-AuthleteBackchannelAuthentication).AuthReqId
        $device = Invoke-AuthleteDeviceAuthorization 'scope=openid' -ClientId $clientId -ClientSecret $clientSecret
        $deviceCode = $device.DeviceCode
        $registered = (Register-AuthleteClient @{ client_name = 'Dynamic'; redirect_uris = @('https://dynamic.example.com/') }).GetResponseObject()
        $registeredId = $registered.client_id
        $registrationToken = $registered.registration_access_token
        $jwks = (Get-AuthleteServiceJwkSet -IncludePrivateKeys).ToJson()
        $privatePart = [regex]::Match($jwks, '"d":"([^"]+)"').Groups[1].Value
        $newSecret = 'canary-new-secret-0123456789'
        """;

    private SandboxServer _sandbox = null!;

    private static readonly string[] s_scripts =
    [
        "Invoke-AuthleteAuthorization @{ response_type = 'code'; client_id = $id; redirect_uri = $redirectUri; scope = 'openid'; code_challenge = $pkce.CodeVerifier }",
        "Invoke-AuthleteAuthorization \"response_type=code&client_id=$secret\"",
        "$request | Approve-AuthleteAuthorization -Subject user-1",
        "Approve-AuthleteAuthorization -Ticket $usedTicket -Subject user-1",
        "$request | Deny-AuthleteAuthorization -Reason DENIED",
        "Deny-AuthleteAuthorization -Ticket $usedTicket -Reason DENIED",
        "Invoke-AuthleteToken @{ grant_type = 'authorization_code'; code = $code; redirect_uri = $redirectUri } -ClientId $id -ClientSecret $secret",
        "Invoke-AuthleteToken @{ grant_type = 'authorization_code'; code = $usedCode; redirect_uri = $redirectUri } -ClientId $id -ClientSecret $secret",
        "Invoke-AuthleteToken @{ grant_type = 'refresh_token'; refresh_token = $refreshToken } -ClientId $id -ClientSecret $secret",
        "Invoke-AuthleteToken @{ grant_type = 'client_credentials'; client_id = $id; client_secret = $secret }",
        "Start-Password",
        "$passwordRequest | Approve-AuthleteToken -Subject user-1",
        "$passwordRequest | Deny-AuthleteToken -Reason UNKNOWN",
        "Invoke-AuthleteIntrospection $accessToken",
        "$token, $accessToken, $secret | Invoke-AuthleteIntrospection -Scopes payments",
        "$request | Invoke-AuthleteIntrospection",
        "Invoke-AuthleteStandardIntrospection @{ token = $accessToken }",
        "Invoke-AuthleteRevocation @{ token = $accessToken } -ClientId $id -ClientSecret $secret",
        "Invoke-AuthleteRevocation @{ token = $accessToken } -ClientId $id -ClientSecret $accessToken",
        "Invoke-AuthleteUserInfo $accessToken",
        "Invoke-AuthleteUserInfo $secret",
        "Approve-AuthleteUserInfo $accessToken -Claims @{ name = $password }",
        "Get-AuthleteService",
        "Get-AuthleteService -ServiceApiKey $credential.UserName",
        "Get-AuthleteServiceConfiguration",
        "Get-AuthleteServiceJwkSet -IncludePrivateKeys",
        "Get-AuthleteClient",
        "Get-AuthleteClient -ClientId $id",
        "New-AuthleteClient -ClientName Another -Description $secret",
        "New-AuthleteClient -RedirectUris 'no URI' -Description $secret",
        "Get-AuthleteAccessToken -AccessToken $accessToken",
        "New-AuthleteAccessToken -ClientId $id -GrantType AUTHORIZATION_CODE -Subject user-1 -AccessToken $otherToken",
        "New-AuthleteAccessToken -ClientId 99 -GrantType AUTHORIZATION_CODE -Subject user-1 -RefreshToken $refreshToken",
        "Remove-AuthleteClient -ClientId $id -Confirm:$false",
        "Get-AuthleteServerInfo",
        "Push-AuthleteAuthorizationRequest @{ response_type = 'code'; redirect_uri = $redirectUri; scope = 'openid' } -ClientId $id -ClientSecret $secret",
        "Push-AuthleteAuthorizationRequest @{ response_type = 'code'; client_secret = $password } -ClientId $id -ClientSecret $accessToken",
        "Update-AuthleteIdToken -AccessToken $accessToken -RefreshToken $refreshToken",
        "Update-AuthleteIdToken -AccessToken $refreshToken -RefreshToken $accessToken",
        "Invoke-AuthleteGrantManagement -GmAction QUERY -GrantId 1 -AccessToken $accessToken",
        "Register-AuthleteClient @{ client_name = 'a'; redirect_uris = @('https://a.example.com/') } -Token $registrationToken",
        "Get-AuthleteClientRegistration $registeredId $registrationToken",
        "Get-AuthleteClientRegistration $registeredId $secret",
        "Set-AuthleteClientRegistration $registeredId $registrationToken @{ client_id = $registeredId; client_name = 'b'; redirect_uris = @('https://a.example.com/') }",
        "Unregister-AuthleteClient $registeredId $registrationToken -Confirm:$false",
        "Start-Backchannel",
        "$backchannel | Approve-AuthleteBackchannelAuthentication",
        "$backchannel | Deny-AuthleteBackchannelAuthentication -Reason ACCESS_DENIED",
        "$backchannel | Complete-AuthleteBackchannelAuthentication -Result AUTHORIZED -Subject user-1",
        "Invoke-AuthleteToken @{ grant_type = 'urn:openid:params:grant-type:ciba'; auth_req_id = $authReqId } -ClientId $clientId -ClientSecret $clientSecret",
        "Invoke-AuthleteDeviceAuthorization 'scope=openid' -ClientId $id -ClientSecret $secret",
        "$device; $device | Invoke-AuthleteDeviceVerification",
        "$device | Complete-AuthleteDeviceAuthorization -Result AUTHORIZED -Subject user-1",
        "Invoke-AuthleteToken @{ grant_type = 'urn:ietf:params:oauth:grant-type:device_code'; device_code = $deviceCode } -ClientId $clientId -ClientSecret $clientSecret",
        "New-AuthleteService -ServiceName Another -SupportedResponseTypes CODE -Jwks $jwks -AuthenticationCallbackApiSecret $secret",
        "Get-AuthleteService -First 1 | New-AuthleteService -ServiceName Copy",
        "Get-AuthleteService -First 1 | Set-AuthleteService -Description changed",
        "Set-AuthleteService $serviceApiKey -Jwks @{ keys = @() } -WhatIf",
        "Set-AuthleteService $serviceApiKey -SnsCredentials @{ sns = 'FACEBOOK'; apiKey = 'k'; apiSecret = $secret } -AuthenticationCallbackApiSecret $password -WhatIf",
        "Set-AuthleteService $serviceApiKey -FederationJwks $jwks -DeveloperAuthenticationCallbackApiSecret $newSecret",
        "New-AuthleteService -InputObject \"{ $secret\"",
        "Set-AuthleteClient -InputObject \"{ $secret\"",
        "Get-AuthleteClient $id | Set-AuthleteClient -ClientName changed",
        "Get-AuthleteClient $id | Set-AuthleteClient -ClientName changed -WhatIf",
        "Get-AuthleteClient $id | ForEach-Object { $_.SetMember('clientSecret', $newSecret); $_.SetMember('ownSecret', $password); $_ } | Set-AuthleteClient -WhatIf",
        "Get-AuthleteClient $id | New-AuthleteClient -WhatIf",
        "Lock-AuthleteClient $id",
        "Reset-AuthleteClientSecret $id -Confirm:$false",
        "Set-AuthleteClientSecret $id $newSecret",
        "Set-AuthleteClientSecret 99 $newSecret",
        "Set-AuthleteClientSecret $id \"$newSecret +/\"",
        "Get-AuthleteClientAuthorization user-1",
        "Set-AuthleteClientAuthorization $id user-1 -Scopes openid",
        "Remove-AuthleteClientAuthorization $id user-1",
        "Get-AuthleteGrantedScope $id user-1",
        "Set-AuthleteAccessToken $accessToken -Scopes openid",
        "Set-AuthleteAccessToken $secret -Scopes openid",
        "Remove-AuthleteAccessToken $accessToken",
        "Remove-AuthleteAccessToken $secret",
        "Revoke-AuthleteAccessToken $accessToken",
        "Revoke-AuthleteAccessToken -RefreshTokenIdentifier $refreshToken -WhatIf",
        "Test-AuthleteJose $token.IdToken",
        "Test-AuthleteJose $secret",
        "New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -HsmName google",
        "Get-AuthleteFederationConfiguration",
        "Register-AuthleteFederationClient -EntityConfiguration $secret",
        "Invoke-AuthleteEcho @{ token = $accessToken }",
        "Get-AuthleteConnection",
        "Connect-Authlete $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -PassThru",
        "Get-AuthleteService | Connect-Authlete",
        "Test-AuthleteCredential",
        "Test-AuthleteCredential -Credential $mixed -BaseUri $baseUri",
        "Connect-Authlete $mixed -BaseUri $baseUri",
        "Connect-Authlete $tokenAsKey -BaseUri $baseUri",
        "Connect-Authlete $malformed -BaseUri $baseUri",
        "Invoke-AuthleteApi \"/client/get/$id\"",
        "Invoke-AuthleteApi /client/get/list",
        "Invoke-AuthleteApi /auth/introspection POST -Body @{ token = $accessToken }",
        "Invoke-AuthleteApi \"/client/get/$secret\"",
        "Invoke-AuthleteApi /no/such/path POST -Query @{ token = $accessToken } -Body @{ clientSecret = $secret }",
        "Invoke-AuthleteApi /auth/token POST -Body \"{ $secret\"",
        "New-AuthletePkce",
        "Invoke-AuthleteIntrospection unknown | Get-AuthleteResultCode",
        "Disconnect-Authlete",
    ];

    /// <summary>The scripts above, and the cmdlets that none of them runs.</summary>
    public static TheoryData<string> Scripts =>
    [
        .. s_scripts,
        .. ApiCmdlets.All.Select(cmdlet => cmdlet.Script).Where(call => !s_scripts.Append(Preparation).Any(script => RunsSameCmdlet(script, call))),
    ];

    /// <summary>Cmdlets that send a secret, for servers that send it back in an error.</summary>
    public static TheoryData<string, string> Senders => new()
    {
        { "Invoke-AuthleteToken @{ grant_type = 'authorization_code'; code = $code } -ClientId $id -ClientSecret $secret", "/auth/token" },
        { "Invoke-AuthleteIntrospection $accessToken", "/auth/introspection" },
        { "Approve-AuthleteAuthorization -Ticket $ticket -Subject user-1", "/auth/authorization/issue" },
        { "Approve-AuthleteToken -Ticket $passwordTicket -Subject user-1", "/auth/token/issue" },
        { "Invoke-AuthleteRevocation @{ token = $accessToken } -ClientId $id -ClientSecret $secret", "/auth/revocation" },
        { "New-AuthleteAccessToken -ClientId $id -GrantType AUTHORIZATION_CODE -Subject user-1 -AccessToken $accessToken -RefreshToken $refreshToken", "/auth/token/create" },
        { "Invoke-AuthleteApi /auth/token/update POST -Body @{ accessToken = $accessToken; nested = @{ list = @($refreshToken, $secret) } }", "/auth/token/update" },
        { "Invoke-AuthleteApi /misc/echo -Query @{ token = $accessToken }", "/misc/echo" },
    };

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new SandboxOptions
    {
        ServiceApiSecret = ServiceSecret,
        ServiceOwnerApiSecret = OwnerSecret,
    });

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Theory]
    [MemberData(nameof(Scripts))]
    public void No_secret_shows_in_a_stream_or_in_the_default_view(string script)
    {
        var host = new CapturingHost();
        using var session = Prepared(host, out var secrets);
        var before = host.Text.Length;

        var result = session.TryRun(script);
        secrets.CheckAbsentFrom(script, result);

        session.Set("result", result.Output);
        session.Set("errors", result.Errors);
        session.Run("$result | Out-Default; $errors | Out-Default");
        secrets.CheckAbsentFrom("the default view of " + script, WithoutUsersLines(host.Text[before..], script));
        foreach (var item in result.Output)
        {
            // Views and results; a bare string is data.
            if (item.BaseObject is not string) secrets.CheckAbsentFrom("ToString of " + script, item.ToString());
        }
    }

    [Fact]
    public void Every_cmdlet_is_run() =>
        Assert.All(ImportedModule.Cmdlets.Keys, cmdlet => Assert.Contains(Scripts.Select(row => row.Data).Append(Preparation), script => RunsSameCmdlet(script, cmdlet)));

    [Fact]
    public void What_stands_in_a_wrapped_item_is_masked_in_the_servers_text()
    {
        using var session = EngineSession.Connected(_sandbox);
        _sandbox.Faults.Enqueue(Fault.Status(200, """{"clientId":77,"newPart":{"s":"canary-secret-1"},"newList":[{"pin":"canary-secret-2","deep":[{"x":"canary-secret-3"}]}]}"""), "/client/get/77");
        _sandbox.Faults.Enqueue(Fault.Status(400, """{"resultCode":"A000201","resultMessage":"[A000201] bad canary-secret-1 canary-secret-2 canary-secret-3"}"""), "/any");

        var error = session.RunError("$client = Get-AuthleteClient 77; Invoke-AuthleteApi /any -Method POST -Body $client");

        Assert.DoesNotContain("canary", error.Message() + error.OfException("ResultMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_searched_is_not_empty()
    {
        var host = new CapturingHost();
        using var session = Prepared(host, out var secrets);

        var result = session.TryRun("Get-AuthleteClient -ClientId $id; Get-AuthleteClient -ClientId 99");
        session.Set("result", result.Output);
        session.Run("$result | Out-Default");

        Assert.NotEmpty(result.Verbose);
        Assert.NotEmpty(result.Errors);
        Assert.Contains("Canary", host.Text, StringComparison.Ordinal);
        var shown = session.RunSingle("$secret").ToString();
        Assert.ThrowsAny<Exception>(() => secrets.CheckAbsentFrom("here", "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(shown))));
    }

    [Theory]
    [MemberData(nameof(Senders))]
    public void A_server_that_sends_secrets_back_in_its_message_does_not_make_them_show(string script, string path)
    {
        using var session = Prepared(null, out var secrets);
        var echo = session.RunSingle("""
            $texts = $secret, $accessToken, $refreshToken, $code, $ticket, $passwordTicket
            $texts += $texts | ForEach-Object { [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($_)); [uri]::EscapeDataString($_) }
            $texts -join ' '
            """).ToString();
        var sent = new Secrets();
        foreach (var name in SentBy(script)) sent.Add(name, session.RunSingle("$" + name));
        sent.Add("service's secret", ServiceSecret);
        sent.Add("service's Basic header", Basic(_sandbox.ServiceApiKey, ServiceSecret));

        foreach (var status in new[] { 400, 401, 500 })
        {
            _sandbox.Faults.Enqueue(Echo(status, echo), path);
            sent.CheckAbsentFrom(script, session.TryRun(script));
        }

        _sandbox.Faults.Enqueue(Fault.Status(502, "<html>" + echo + "</html>", "text/html"), path);
        secrets.CheckAbsentFrom(script, session.TryRun(script));
        _sandbox.Faults.Enqueue(Fault.Status(200, "{\"accessToken\":\"" + echo, "application/json"), path);
        secrets.CheckAbsentFrom(script, session.TryRun(script));
        _sandbox.Faults.Enqueue(Fault.Redirect("https://elsewhere.example.com/?t=" + Uri.EscapeDataString(echo)), path);
        secrets.CheckAbsentFrom(script, session.TryRun(script));
    }

    [Fact]
    public void A_refusal_that_repeats_the_credential_does_not_make_it_show()
    {
        using var session = Prepared(null, out var secrets);
        foreach (var script in new[] { "Connect-Authlete $credential -BaseUri $baseUri", "Test-AuthleteCredential -Credential $credential -BaseUri $baseUri", "Get-AuthleteServiceConfiguration" })
        {
            _sandbox.Faults.Enqueue(Echo(401, ServiceSecret.Replace("\"", "", StringComparison.Ordinal) + " " + Basic(_sandbox.ServiceApiKey, ServiceSecret) + " " + Uri.EscapeDataString(ServiceSecret)), "/service/configuration");

            var result = session.TryRun(script);

            secrets.CheckAbsentFrom(script, result);
            foreach (var output in result.Output)
            {
                secrets.CheckAbsentFrom(script, output.Text("ResultMessage") + output.Text("Reason"));
            }
        }
    }

    private static bool RunsSameCmdlet(string script, string call) =>
        Regex.IsMatch(script, @"\b" + call.Split(' ')[0] + @"\b");

    private static Fault Echo(int status, string text) =>
        Fault.Status(status, System.Text.Json.JsonSerializer.Serialize(new { resultCode = "A999999", resultMessage = "[A999999] You sent " + text }));

    private static string Basic(string key, string secret) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(key + ":" + secret));

    private static string[] SentBy(string script) =>
        Array.FindAll(["secret", "accessToken", "refreshToken", "code", "ticket", "passwordTicket"], name => script.Contains("$" + name, StringComparison.Ordinal));

    // A view of an error repeats the line that the user wrote.
    private static string WithoutUsersLines(string text, string script) => text.Replace(script, "", StringComparison.Ordinal);

    private EngineSession Prepared(CapturingHost? host, out Secrets secrets)
    {
        var session = EngineSession.Connected(_sandbox, host);
        session.Set("mixed", EngineSession.Credential(_sandbox.ServiceApiKey, OwnerSecret));
        session.Set("tokenAsKey", EngineSession.Credential("Kcl4BsoKJEKHtTqiAT2zIK0uFL8Bx-a8DRbLK7qVaYs", ServiceSecret));
        session.Set("malformed", EngineSession.Credential("99", ServiceSecret + "\n"));
        session.Run(Preparation);
        session.Run("$global:VerbosePreference = 'Continue'; $global:DebugPreference = 'Continue'");
        secrets = new Secrets();
        secrets.Add("service's secret", ServiceSecret);
        secrets.Add("owner's secret", OwnerSecret);
        secrets.Add("service's Basic header", Basic(_sandbox.ServiceApiKey, ServiceSecret));
        secrets.Add("owner's Basic header", Basic(_sandbox.ServiceOwnerApiKey, OwnerSecret));
        secrets.Add("token as key", "Kcl4BsoKJEKHtTqiAT2zIK0uFL8Bx-a8DRbLK7qVaYs");
        secrets.Add("seeded client's secret", _sandbox.ConfidentialClient.ClientSecret);
        foreach (var name in new[] { "secret", "password", "ticket", "usedTicket", "code", "usedCode", "accessToken", "refreshToken", "passwordTicket", "otherToken", "pkce.CodeVerifier", "backchannelTicket", "authReqId", "deviceCode", "registrationToken", "privatePart", "newSecret" })
        {
            secrets.Add(name, session.RunSingle("$" + name));
        }

        return session;
    }
}
