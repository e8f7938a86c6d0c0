using System;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Results;
using Authlete.ApiClient.Transport;
using Authlete.ApiClient.Values;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>The user's language, calendar, and time zone don't affect the values that are read and sent.</summary>
public sealed class CultureTests
{
    private const string Json = """
        {"clientId":-26478243745571,"clientName":"İiIı","createdAt":1642048148973,"defaultMaxAge":-2147483648,"modifiedAt":-62135596800000,"parRequired":"TRUE","n":[-1,-1.5,1e-5,1.50,-123456789012345678901234567890,-1e400],"TITLE":1}
        """;

    public static TheoryData<string> Cultures { get; } =
    ["", "en-US", "de-CH", "tr-TR", "az-Latn-AZ", "ja-JP", "ar-SA", "fa-IR", "th-TH", "sv-SE", "hi-IN", "odd"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Values_are_read_the_same_in_every_culture(string culture) =>
        In(
            culture,
            () =>
            {
                var client = JsonView.Parse<Client>(Json);
                var numbers = (object?[])client.GetMember("n")!;

                Assert.Equal(-26478243745571, client.ClientId);
                Assert.Equal(int.MinValue, client.DefaultMaxAge);
                Assert.True(client.ParRequired);
                Assert.Equal(1642048148973, client.CreatedAt!.Value.ToUnixTimeMilliseconds());
                Assert.Equal(2022, client.CreatedAt.Value.Year);
                Assert.Equal(TimeSpan.Zero, client.CreatedAt.Value.Offset);
                Assert.Equal(DateTimeOffset.MinValue, client.ModifiedAt);
                Assert.Equal(-1L, numbers[0]);
                Assert.Equal(-1.5m, numbers[1]);
                Assert.Equal(1e-5, numbers[2]);
                Assert.Equal(System.Numerics.BigInteger.Parse("-123456789012345678901234567890", CultureInfo.InvariantCulture), numbers[4]);
                Assert.Equal(double.NegativeInfinity, numbers[5]);
                Assert.Equal(1L, client.GetMember("TITLE"));
                Assert.Null(client.GetMember("title"));
                Assert.Equal(Json.Trim(), client.ToJson());
            }
        );

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Values_are_written_the_same_in_every_culture(string culture) =>
        In(
            culture,
            () =>
            {
                var view = new Client { DefaultMaxAge = -1234567, ClientName = "İiIı" };
                view.SetMember("l", long.MinValue);
                view.SetMember("m", -1234.50m);
                view.SetMember("d", -1234.5);
                view.SetMember("f", 0.5f);
                view.SetMember("e", 1e-300);
                view.SetMember("g", System.Numerics.BigInteger.Pow(-10, 31));
                view.SetMember("t", new DateTimeOffset(2022, 1, 13, 13, 29, 8, TimeSpan.FromHours(9)));
                view.SetMember("u", new DateTime(2022, 1, 13, 4, 29, 8, DateTimeKind.Utc));
                view.SetMember("o", new System.Collections.Specialized.OrderedDictionary { [(object)-1] = (short)-2 });

                Assert.Equal(
                    """{"defaultMaxAge":-1234567,"clientName":"İiIı","l":-9223372036854775808,"m":-1234.50,"d":-1234.5,"f":0.5,"e":1E-300,"g":-10000000000000000000000000000000,"t":"2022-01-13T13:29:08+09:00","u":"2022-01-13T04:29:08Z","o":{"-1":-2}}""",
                    view.ToJson()
                );
            }
        );

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Times_are_written_as_the_same_numbers_whatever_their_offset(string culture) =>
        In(
            culture,
            () =>
            {
                foreach (var hours in new[] { -12, 0, 5.5, 14 })
                {
                    var time = new DateTimeOffset(2022, 1, 13, 4, 29, 8, 973, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(hours));

                    Assert.Equal(
                        """{"accessTokenExpiresAt":1642048148973}""",
                        new TokenUpdateRequest { AccessTokenExpiresAt = time }.ToJson()
                    );
                    Assert.Equal("""{"authTime":1642048148}""", new AuthorizationIssueRequest { AuthTime = time }.ToJson());
                }
            }
        );

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_time_read_and_set_again_is_the_same_number(string culture) =>
        In(
            culture,
            () =>
            {
                // The years 1 to 9999, including the limits of the Japanese, Buddhist, Persian, and Umm al-Qura calendars.
                Gen.Long[-62135596800000, 253402300799999]
                    .Where(milliseconds => milliseconds != 0)
                    .Sample(
                        milliseconds =>
                        {
                            var json = string.Create(CultureInfo.InvariantCulture, $$"""{"accessTokenExpiresAt":{{milliseconds}}}""");
                            var update = JsonView.Parse<TokenUpdateRequest>(json);

                            update.AccessTokenExpiresAt = update.AccessTokenExpiresAt!.Value.ToOffset(TimeSpan.Zero);

                            Assert.Equal(json, update.ToJson());
                        },
                        iter: 50,
                        threads: 1
                    );
            }
        );

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Local_and_unspecified_times_are_the_instants_that_they_mean_here(string culture) =>
        In(
            culture,
            () =>
            {
                var local = new DateTime(2022, 7, 13, 4, 29, 8, DateTimeKind.Local);
                var expected = new DateTimeOffset(local, TimeZoneInfo.Local.GetUtcOffset(local)).ToUnixTimeMilliseconds();

                // C# converts a DateTime to a DateTimeOffset, and treats an unspecified time as local.
                foreach (var time in new[] { local, DateTime.SpecifyKind(local, DateTimeKind.Unspecified), local.ToUniversalTime() })
                {
                    var json = new TokenUpdateRequest { AccessTokenExpiresAt = time }.ToJson();

                    Assert.Equal(string.Create(CultureInfo.InvariantCulture, $$"""{"accessTokenExpiresAt":{{expected}}}"""), json);
                }
            }
        );

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Names_codes_and_values_are_found_without_regard_to_the_language(string culture) =>
        In(
            culture,
            () =>
            {
                Assert.Equal("ID_TOKEN", new ResponseType().Find("id_token"));
                Assert.Equal("IMPLICIT", new GrantType().Find("implicit"));
                Assert.Equal("A001101", ResultCodes.Find("a001101")?.Code);
                Assert.True(new Client().Shape.Knows("CLIENTID"));
                Assert.Same(Operations.ClientGet.Path, Operation.ForPath("get", "/client/get/1", CredentialKind.Service).Path);
            }
        );

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Addresses_are_the_same(string culture) =>
        In(
            culture,
            () =>
            {
                var call = new ApiCall(Operations.ClientGet).WithPathValue("clientId", "İi/١").WithQuery("start", "-1");

                Assert.Equal(
                    "https://api.example/api/client/get/%C4%B0i%2F%D9%A1?start=-1",
                    call.ToUri(new Uri("https://api.example/api/")).AbsoluteUri
                );
            }
        );

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Comparing_is_the_same(string culture) =>
        In(
            culture,
            () =>
            {
                Assert.Empty(JsonView.Compare(JsonView.Parse("""{"a":-1.50,"b":-1e-2}"""), JsonView.Parse("""{"a":-15E-1,"b":-0.01}""")));
                Assert.Equal(
                    ["I"],
                    JsonView
                        .Compare(JsonView.Parse("""{"i":1,"I":1}"""), JsonView.Parse("""{"i":1,"I":"ı"}"""))
                        .Select(difference => difference.Name)
                );
            }
        );

    private static void In(string name, Action test)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = name == "odd" ? Odd() : Named(name);
            test();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    /// <summary>A culture with its regional calendar, which isn't the default on every platform.</summary>
    private static CultureInfo Named(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        Calendar? calendar = name switch
        {
            "ja-JP" => new JapaneseCalendar(),
            "ar-SA" => new UmAlQuraCalendar(),
            "fa-IR" => new PersianCalendar(),
            "th-TH" => new ThaiBuddhistCalendar(),
            _ => null,
        };
        if (
            calendar is not null
            && culture.OptionalCalendars.FirstOrDefault(optional => optional.GetType() == calendar.GetType()) is { } known
        )
        {
            culture.DateTimeFormat.Calendar = known;
        }

        return culture;
    }

    /// <summary>A culture in which nothing has its usual format.</summary>
    private static CultureInfo Odd()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus ";
        culture.NumberFormat.PositiveSign = "plus ";
        culture.NumberFormat.NumberDecimalSeparator = "'";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeInfinitySymbol = "never";
        culture.DateTimeFormat.DateSeparator = "!";
        culture.DateTimeFormat.TimeSeparator = "?";
        return culture;
    }
}
