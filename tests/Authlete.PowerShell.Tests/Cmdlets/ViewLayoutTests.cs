using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>How the views lay out an object: what is left out, how times look, and where long text wraps.</summary>
public sealed class ViewLayoutTests : IDisposable
{
    private const long Time = 1782907200000;

    private readonly EngineSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("$it")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it))")]
    public void A_list_leaves_out_members_without_a_value(string item)
    {
        _session.Set(
            "it",
            ModuleObjects.Model(
                "Client",
                """{"clientId":1,"clientName":"","description":null,"grantTypes":[],"redirectUris":["https://a.example"],"locked":false}"""
            )
        );

        var labels = Lines($"{item} | Format-List").Where(line => line.Length > 0).Select(line => line.Split(' ')[0]);

        Assert.Equal(["ClientId", "RedirectUris", "Locked"], labels);
    }

    [Fact]
    public void A_list_shows_a_zero_only_if_something_was_counted()
    {
        _session.Set("revoked", ModuleObjects.Model("TokenRevokeResponse", """{"resultCode":"A312001","count":0}"""));
        _session.Set(
            "refused",
            ModuleObjects.Model(
                "TokenResponse",
                """{"resultCode":"A244305","clientId":0,"accessTokenDuration":0,"refreshTokenDuration":0}"""
            )
        );

        Assert.Contains("Count      : 0", Lines("$revoked"));
        Assert.Equal(["ResultCode : A244305"], Lines("$refused").Where(line => line.Length > 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_copy_shows_times_as_the_object_does(int depth)
    {
        _session.Set("it", ModuleObjects.Model("Client", $$"""{"clientId":1,"createdAt":{{Time}}}"""));
        _session.Run(
            $"$copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it, {depth}))"
        );

        var local = DateTimeOffset.FromUnixTimeMilliseconds(Time).LocalDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        Assert.Contains("CreatedAt : " + local, Lines("$it | Format-List"));
        Assert.Contains("CreatedAt : " + local, Lines("$copy | Format-List"));
    }

    [Fact]
    public void The_result_of_an_import_wraps_below_the_name_of_its_target()
    {
        _session.Set(
            "it",
            ModuleObjects.New(
                "ConfigurationImportResult",
                ["Client", "Update", "Planned"],
                ("Label", "web-shop"),
                (
                    "Properties",
                    ModuleObjects.List(
                        "ConfigurationPropertyChange",
                        ModuleObjects.New("ConfigurationPropertyChange", ["description", "Before", "After"])
                    )
                ),
                ("Message", "A message that is much longer than the line that it is shown on.")
            )
        );

        Assert.Equal(
            [
                "Planned   web-shop",
                "          description: Before -> After",
                "          A message that is much longer",
                "          than the line that it is",
                "          shown on.",
            ],
            Lines("$it", width: 40).SkipWhile(line => line.Length == 0 || line.StartsWith("   Action:", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_member_of_an_object_without_a_type_wraps_with_an_indentation()
    {
        _session.Set(
            "it",
            ModuleObjects.Untyped(
                """
                {"issuer":"https://as.example.com","a_name_that_is_longer_than_names_should_be":"some words that need another line",
                "list":[{"a":1,"b":2,"c":3,"d":4,"e":5}],"keys":[{"kty":"RSA","kid":"1"},{"kty":"EC","kid":"2"}]}
                """
            )
        );
        Assert.Equal(
            [
                "issuer                           : https://as.example.com",
                "a_name_that_is_longer_than_names_should_be : some words",
                "    that need another line",
                "list                             : {{a, b, c, d, …}}",
                "keys                             : kid 1, kty RSA",
                "                                   kid 2, kty EC",
            ],
            Lines("$it", width: 64).Where(line => line.Length > 0)
        );
    }

    private string[] Lines(string script, int width = 80)
    {
        var text = _session
            .RunSingle(
                $"[Threading.Thread]::CurrentThread.CurrentCulture = 'en-US'; $PSStyle.OutputRendering = 'PlainText'; {script} | Out-String -Width {width}"
            )
            .ToString();
        return [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}
