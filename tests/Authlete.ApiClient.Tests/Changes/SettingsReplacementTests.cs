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

        Assert.Null(replacement.FindPartiality());
        Assert.Null(replacement.FindConflict());
    }

    [Fact]
    public void An_object_that_lacks_a_Boolean_or_a_number_is_partial()
    {
        var partiality = Replace("""{"clientId":1,"modifiedAt":7000}""").FindPartiality();

        Assert.Equal("The object lacks tlsClientCertificateBoundAccessTokens, defaultMaxAge, which every whole client has.", partiality);
    }

    [Fact]
    public void A_member_that_a_script_removed_does_not_make_the_object_partial()
    {
        var original = JsonView.Parse<Client>(Current);
        original.RemoveMember("defaultMaxAge");

        Assert.Null(
            new SettingsReplacement<Client>("client", JsonView.Parse<Client>(Current), JsonView.Copy(original), original).FindPartiality()
        );
    }

    [Theory]
    [InlineData(",\"modifiedAt\":8000", "has another modifiedAt")]
    [InlineData("", "has no modifiedAt")]
    public void An_object_with_another_time_of_change_is_a_conflict(string modifiedAt, string expected)
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
    public void A_time_that_the_server_rounds_to_the_same_second_is_no_conflict(long modifiedAt) =>
        Assert.Null(
            Replace(Current.Replace("7000", modifiedAt.ToString(System.Globalization.CultureInfo.InvariantCulture))).FindConflict()
        );

    [Fact]
    public void Strings_that_a_script_nulled_are_removed_and_empty_ones_from_the_server_stay()
    {
        var original = JsonView.Parse<Client>(Current);
        original.ClientName = "";
        var copy = JsonView.Copy(original);

        new SettingsReplacement<Client>("client", JsonView.Parse<Client>(Current), copy, original).RemoveNulledStrings();

        Assert.DoesNotContain("clientName", copy.GetMemberNames());
        Assert.Contains("description", copy.GetMemberNames());
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

    private static SettingsReplacement<Client> Replace(string json) =>
        new("client", JsonView.Parse<Client>(Current), JsonView.Parse<Client>(json), null);
}
