using System;
using System.Management.Automation;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class InvokeAuthleteApiTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void Get_AuthleteServerInfo_gives_version_and_features()
    {
        var info = Session.RunSingle("Get-AuthleteServerInfo");

        Assert.Equal("Authlete.ApiClient.Models.InfoResponse", info.TypeName());
        Assert.Equal("2.3.0", info.Value("Version"));
        Assert.Contains("ciba", (string[])info.Value("Features")!);
    }

    [Fact]
    public void The_answer_is_a_view_with_the_members_under_their_own_names()
    {
        var view = Session.RunSingle("Invoke-AuthleteApi -Path /client/get/list -Query @{ start = 0; end = 1 }");

        Assert.Equal("Authlete.ApiClient.Json.JsonView", view.TypeName());
        Assert.Equal(1, Convert.ToInt32(view.Value("end"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("Sandbox web client", Session.RunSingle("(Invoke-AuthleteApi /client/get/list).clients[0].clientName").ToString());
    }

    [Fact]
    public void AsJson_gives_the_exact_text()
    {
        const string Json = """{ "big": 12345678901234567890,  "same":1, "same":2 }""";
        Sandbox.Faults.Enqueue(Fault.Status(200, Json), "/info");

        Assert.Equal(Json, Session.RunSingle("Invoke-AuthleteApi /info -AsJson").BaseObject);
    }

    [Theory]
    [InlineData("'{\"token\":\"a\"}'", """{"token":"a"}""")]
    [InlineData("@{ token = 'a' }", """{"token":"a"}""")]
    [InlineData("([ordered]@{ z = 1; a = @(1, 2); n = $null; t = $true; d = 1.5 })", """{"z":1,"a":[1,2],"n":null,"t":true,"d":1.5}""")]
    [InlineData("([pscustomobject]@{ z = 1; a = [pscustomobject]@{ b = 'c' } })", """{"z":1,"a":{"b":"c"}}""")]
    [InlineData("@(1, 'two')", """[1,"two"]""")]
    [InlineData("([Authlete.ApiClient.Json.JsonView]::Parse('{ \"x\" : 1 }'))", """{ "x" : 1 }""")]
    public void A_body_may_be_text_a_dictionary_an_object_or_a_view(string body, string sent)
    {
        Sandbox.Faults.Enqueue(Fault.Status(200, "{}"), "/auth/introspection");

        var call = Assert.Single(Sandbox.CallsDuring(() => Session.Run("Invoke-AuthleteApi /auth/introspection POST -Body " + body)));

        Assert.Equal("POST", call.Method);
        Assert.Equal(sent, call.Body);
    }

    [Theory]
    [InlineData("@{ 'a b' = 'c&d' }", "?a%20b=c%26d")]
    [InlineData("'a=b%20c&a=2'", "?a=b%20c&a=2")]
    [InlineData("''", "")]
    public void A_query_may_be_a_dictionary_or_a_text(string query, string sent)
    {
        Assert.Equal(sent, Assert.Single(Sandbox.CallsDuring(() => Session.Run("Invoke-AuthleteApi /misc/echo -Query " + query))).Query);
    }

    [Fact]
    public void ServiceOwner_takes_the_owners_key()
    {
        var calls = Sandbox.CallsDuring(() =>
            Session.Run("Invoke-AuthleteApi /service/get/list -ServiceOwner; Invoke-AuthleteApi /service/configuration")
        );

        Assert.Equal(Sandbox.ServiceOwnerApiKey, calls[0].UserName);
        Assert.Equal(Sandbox.ServiceApiKey, calls[1].UserName);
    }

    [Theory]
    [InlineData("Invoke-AuthleteApi /service/get/list", "A002201", "specify -ServiceOwner")]
    [InlineData("Invoke-AuthleteApi /client/get/list -ServiceOwner", "A003201", "remove -ServiceOwner")]
    public void A_credential_of_the_other_kind_than_the_path_needs_is_named(string script, string code, string advice)
    {
        var error = Session.RunError(script);

        Assert.Equal(code, error.Id());
        Assert.Contains(advice, error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_without_a_body_writes_nothing()
    {
        Session.Run("$client = New-AuthleteClient -ClientName Gone");

        Assert.Empty(Session.Run("Invoke-AuthleteApi \"/client/delete/$($client.ClientId)\" DELETE"));
    }

    [Fact]
    public void An_action_is_a_result_and_an_HTTP_error_is_an_error()
    {
        Assert.Equal(
            "UNAUTHORIZED",
            Session.RunSingle("(Invoke-AuthleteApi /auth/introspection POST -Body @{ token = 'unknown' }).action").ToString()
        );
        var error = Session.RunError("Invoke-AuthleteApi /no/such/path");
        Assert.Equal("A000201", error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("/api", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Path service/configuration")]
    [InlineData("-Path https://evil.example.com/api")]
    [InlineData("-Path '/../secret'")]
    [InlineData("-Path '/client/get/list?x=1'")]
    [InlineData("-Path '/client#x'")]
    [InlineData("-Path '/client/get/{clientId}'")]
    [InlineData("-Path '/\\evil.example.com'")]
    [InlineData("-Path '//evil.example.com'")]
    [InlineData("-Path '/%2e%2e/secret'")]
    [InlineData("-Path '/%252e%252e/secret' -Method DELETE -Confirm:$false")]
    [InlineData("-Path '/client%2f..%2f..%2fsecret'")]
    [InlineData("-Path /info -Body '{ broken'")]
    public void A_path_that_can_not_be_sent_is_rejected_and_not_sent_elsewhere(string parameters)
    {
        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Session.RunError("Invoke-AuthleteApi " + parameters);
            Assert.Equal("InvalidArgument", error.Id());
            Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        });

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("Invoke-AuthleteApi /client/delete/99 DELETE -WhatIf", "DELETE", "/client/delete/99")]
    [InlineData("Invoke-AuthleteApi /client/create post -Body @{} -WhatIf", "POST", "/client/create")]
    [InlineData("Invoke-AuthleteApi /new/thing PUT -Body @{} -WhatIf", "PUT", "/new/thing")]
    [InlineData("Invoke-AuthleteApi /new/thing PATCH -Body @{} -WhatIf", "PATCH", "/new/thing")]
    [InlineData("$WhatIfPreference = $true; Invoke-AuthleteApi /client/delete/99 DELETE", "DELETE", "/client/delete/99")]
    [InlineData("Invoke-AuthleteApi /client/secret/refresh/99 -WhatIf", "GET", "/client/secret/refresh/99")]
    public void WhatIf_shows_method_and_path_of_what_may_change_something_and_sends_nothing(string script, string method, string path)
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);

        var calls = Sandbox.CallsDuring(() => session.Run(script));

        Assert.Empty(calls);
        Assert.Contains(method, host.Text, StringComparison.Ordinal);
        Assert.Contains(path, host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_does_not_show_a_token_that_is_a_part_of_the_path()
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);

        session.Run("Invoke-AuthleteApi /auth/token/delete/canary-4711 DELETE -WhatIf");

        Assert.Contains("/auth/token/delete/", host.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GET_is_sent_despite_WhatIfPreference()
    {
        Assert.Single(Sandbox.CallsDuring(() => Session.Run("& { $WhatIfPreference = $true; Invoke-AuthleteApi /info }")));
    }

    [Theory]
    [InlineData("@{ clientName = \"a$([char] 0xd800)b\" }")]
    [InlineData("@{ clientNames = @(@{ tag = 'ja'; value = \"a$([char] 0xd800)b\" }) }")]
    [InlineData("\"{`\"clientName`\":`\"a$([char] 0xd800)b`\"}\"")]
    public void Half_a_character_in_a_body_is_refused_and_not_replaced(string body)
    {
        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Session.RunError("Invoke-AuthleteApi /client/create POST -Body " + body);
            Assert.Contains("half of a character", error.Message(), StringComparison.Ordinal);
        });

        Assert.DoesNotContain(calls, call => call.Method == "POST");
    }

    [Fact]
    public void A_broken_body_is_not_repeated_in_the_error()
    {
        var error = Session.RunError("Invoke-AuthleteApi /info POST -Body '{ \"clientSecret\": \"canary-4711\" '");

        Assert.DoesNotContain("canary", error.Message() + error.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_method_is_refused_when_it_is_bound()
    {
        Assert.Equal("ParameterArgumentValidationError", Session.RunError("Invoke-AuthleteApi /info TRACE").Id());
        Session.Run("Invoke-AuthleteApi /info get");
    }
}
