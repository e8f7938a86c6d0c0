using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Authlete.ApiClient.Encodings;
using Xunit;

namespace Authlete.ApiClient.Tests.Encodings;

public sealed class PrintableJsonTests
{
    private static readonly JsonSerializerOptions s_raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("""{"action":"OK","scopes":["openid"],"count":-1.5e3,"nothing":null}""")]
    [InlineData("""{"responseContent":"{\"error\":\"invalid_request\"} C:\\new\/"}""")]
    [InlineData("""{"clientName":"Grüße, 日本語, العربية, עברית, ไทย, 👩‍💻 می‌خواهم, é, ÿ, \\\""}""")]
    public void Text_that_needs_no_escaping_is_printable(string json)
    {
        Assert.True(PrintableJson.IsPrintable(Encoding.UTF8.GetBytes(json), json.All(char.IsAscii)));
    }

    [Theory]
    [InlineData(@"{""name"":""\u001b[2J""}")]
    [InlineData(@"{""name"":""\\\u202e""}")]
    [InlineData(@"{""name"":""two\nlines""}")]
    [InlineData("{\"name\":\"\u007f\"}")]
    [InlineData("{\"na\u202eme\":1}")]
    [InlineData("{\"name\":\"日本語\u2066\"}")]
    public void Escapes_and_terminal_controls_are_not_printable(string json)
    {
        Assert.False(PrintableJson.IsPrintable(Encoding.UTF8.GetBytes(json), json.All(char.IsAscii)));
    }

    [Fact]
    public void No_character_that_needs_escaping_is_printable()
    {
        foreach (
            var rune in Enumerable
                .Range(0, 0x110000)
                .Where(value => Rune.IsValid(value) && (value is < 0x10000 or > 0xDF000 || value % 0x80 == 1))
                .Select(value => new Rune(value).ToString())
        )
        {
            var json = JsonSerializer.SerializeToUtf8Bytes("a" + rune + "b", s_raw);
            var unescaped = rune[0] < ' ' || rune is "\"" or "\\" ? json : Encoding.UTF8.GetBytes("\"a" + rune + "b\"");
            var isShown = ReferenceEquals(PrintableText.Escape(rune), rune);

            Assert.True(isShown || !PrintableJson.IsPrintable(json), rune);
            Assert.True(isShown || !PrintableJson.IsPrintable(unescaped), rune);
            Assert.True(!isShown || rune[0] is >= '\uFFF9' and <= '\uFFFD' || PrintableJson.IsPrintable(unescaped), rune);
        }
    }
}
