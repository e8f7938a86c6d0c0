using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Changes;

public sealed class SettingsReplacementTests
{
    private const string Current =
        """{"clientId":1,"clientName":"web","description":"","modifiedAt":7000,"tlsClientCertificateBoundAccessTokens":false,"defaultMaxAge":0}""";

    [Fact]
    public void A_whole_object_may_replace_the_one_it_was_read_from()
    {
        var replacement = Replace(
            """{"clientId":1,"clientName":"shop","modifiedAt":7000,"tlsClientCertificateBoundAccessTokens":true,"defaultMaxAge":5}"""
        );

        Assert.Null(replacement.FindMissingMembers());
        Assert.Null(replacement.FindConflict());
    }

    [Fact]
    public void An_object_that_lacks_a_Boolean_or_a_number_is_partial()
    {
        var partiality = Replace("""{"clientId":1,"modifiedAt":7000}""").FindMissingMembers();

        Assert.Equal(
            "The object isn't a whole client, because it has no tlsClientCertificateBoundAccessTokens, defaultMaxAge.",
            partiality
        );
    }

    [Fact]
    public void A_member_that_a_script_removed_does_not_make_the_object_partial()
    {
        var original = JsonView.Parse<Client>(Current);
        original.RemoveMember("defaultMaxAge");

        Assert.Null(
            new SettingsReplacement<Client>(
                "client",
                JsonView.Parse<Client>(Current),
                JsonView.Copy(original),
                original
            ).FindMissingMembers()
        );
    }

    [Theory]
    [InlineData(",\"modifiedAt\":8000", "was changed on the server after the object was read (modifiedAt differs)")]
    [InlineData("", "can't be compared with the object, which has no modifiedAt")]
    public void A_text_with_another_time_of_change_is_a_conflict(string modifiedAt, string expected)
    {
        Assert.StartsWith(
            expected,
            Replace(Current.Replace(",\"modifiedAt\":7000", modifiedAt)).FindConflict(),
            System.StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(6500)]
    [InlineData(7499)]
    public void A_text_whose_time_the_server_rounds_to_the_same_second_is_no_conflict(long modifiedAt) =>
        Assert.Null(
            Replace(Current.Replace("7000", modifiedAt.ToString(System.Globalization.CultureInfo.InvariantCulture))).FindConflict()
        );

    [Fact]
    public void Strings_that_a_script_nulled_are_removed_and_empty_ones_from_the_server_stay()
    {
        var original = JsonView.Parse<Client>(Current);
        original.ClientName = "";
        var copy = JsonView.Copy(original);

        var wanted = new SettingsReplacement<Client>("client", JsonView.Parse<Client>(Current), copy, original)
            .Plan(static _ => { })
            .Wanted;

        Assert.DoesNotContain("clientName", wanted.GetMemberNames());
        Assert.Contains("description", wanted.GetMemberNames());
    }

    [Fact]
    public void A_new_object_is_checked_in_the_same_way()
    {
        var original = JsonView.Parse<Client>("""{"clientName":"web","description":"x","future":1}""");
        original.Description = "";
        var creation = SettingsCreation<Client>.Plan(
            JsonView.Copy(original),
            original,
            isFromApi: true,
            client => client.ClientType = "public"
        );

        Assert.Empty(creation.Warnings);
        Assert.Equal("""{"clientName":"web","future":1,"clientType":"PUBLIC"}""", creation.Request.ToJson());
        Assert.Single(SettingsCreation<Client>.Plan(JsonView.Copy(original), original, isFromApi: false, static _ => { }).Warnings);
    }

    [Theory]
    [InlineData("""{"clientId":1,"description":"theirs","modifiedAt":7000}""", "description")]
    [InlineData("""{"clientId":1,"description":"read","pkceRequired":true,"future":[1],"modifiedAt":7000}""", "pkceRequired, future")]
    [InlineData("""{"clientId":1,"modifiedAt":7000}""", "description")]
    public void An_object_that_someone_changed_after_it_was_read_is_a_conflict_even_with_the_same_time(string current, string names)
    {
        var original = JsonView.Parse<Client>("""{"clientId":1,"description":"read","modifiedAt":7000}""");
        original.ClientName = "mine";

        var conflict = new SettingsReplacement<Client>(
            "client",
            JsonView.Parse<Client>(current),
            JsonView.Copy(original),
            original
        ).FindConflict();

        Assert.Equal("was changed on the server after the object was read: " + names, conflict);
    }

    [Theory]
    [InlineData("modifiedAt", "9000")]
    [InlineData("createdAt", "9000")]
    [InlineData("clientSecret", "\"other\"")]
    [InlineData("locked", "true")]
    [InlineData("pkceRequired", "false")]
    [InlineData("defaultMaxAge", "0")]
    [InlineData("subjectType", "\"PUBLIC\"")]
    [InlineData("grantTypes", """["IMPLICIT","AUTHORIZATION_CODE"]""")]
    public void Read_only_members_and_equivalent_values_are_no_conflict(string member, string value)
    {
        var original = JsonView.Parse<Client>("""{"clientId":1,"grantTypes":["AUTHORIZATION_CODE","IMPLICIT"],"modifiedAt":7000}""");
        var current = JsonView.Copy(original);
        current.SetMember(member, JsonView.Parse("{\"v\":" + value + "}").GetMember("v"));

        Assert.Null(new SettingsReplacement<Client>("client", current, JsonView.Copy(original), original).FindConflict());
    }

    [Fact]
    public void Reported_members_follow_the_server_unless_a_script_set_them()
    {
        const string read = """{"apiKey":1,"apiSecret":"s","metadata":[{"key":"clientCount","value":"1"}]}""";
        var current = JsonView.Parse<Service>(read.Replace("\"1\"", "\"2\"").Replace("\"s\"", "\"new\""));
        var original = JsonView.Parse<Service>(read);

        var change = new SettingsReplacement<Service>("service", current, JsonView.Copy(original), original).Plan(static _ => { });

        Assert.Empty(change.Differences);
        Assert.Empty(change.Warnings);
        Assert.Equal(current.ToJson(), change.Wanted.ToJson());

        original.SetMember("apiSecret", "mine");
        Assert.Single(
            new SettingsReplacement<Service>("service", current, JsonView.Copy(original), original).Plan(static _ => { }).Warnings
        );
    }

    [Fact]
    public void An_object_that_was_sent_can_be_changed_and_sent_again()
    {
        var original = JsonView.Parse<Client>("""{"clientId":1,"description":"read","grantTypes":["IMPLICIT"]}""");
        (original.Description, original.ClientName, original.GrantTypes) = ("mine", "", ["authorization_code"]);
        var replacement = new SettingsReplacement<Client>(
            "client",
            JsonView.Parse<Client>("""{"clientId":1,"description":"read","grantTypes":["IMPLICIT"]}"""),
            JsonView.Copy(original),
            original
        );

        var sent = replacement.Plan(static _ => { }).Wanted;
        var sentWithParameter = replacement.Plan(static client => client.LogoUri = "https://a.example/").Wanted;
        replacement.Remember();
        original.Description = "mine again";

        Assert.Null(new SettingsReplacement<Client>("client", sent, JsonView.Copy(original), original).FindConflict());
        Assert.NotNull(new SettingsReplacement<Client>("client", sentWithParameter, JsonView.Copy(original), original).FindConflict());
    }

    private static SettingsReplacement<Client> Replace(string json) =>
        new("client", JsonView.Parse<Client>(Current), JsonView.Parse<Client>(json), null);
}
